/** A parsed formula: its value where the named quantities have these values. */
export type Formula = (rewardOf: (name: string) => number) => number;

/** Why a formula cannot be read; the catalogue has a sentence for each. */
type FormulaProblem =
  | "too-long"
  | "too-deep"
  | "unknown-sign"
  | "unknown-name"
  | "unknown-function"
  | "wrong-arguments"
  | "operand-expected"
  | "sign-expected"
  | "end-expected";

/** A formula and the names in it; or the place (0-based) and kind of the first problem, and what could stand there instead. */
export type ParsedFormula =
  | { readonly ok: true; readonly formula: Formula; readonly names: readonly string[] }
  | {
      readonly ok: false;
      readonly at: number;
      readonly problem: FormulaProblem;
      readonly expected: readonly string[];
    };

const FUNCTIONS: Record<string, { readonly arity: number | null; run(xs: number[]): number }> = {
  min: { arity: null, run: (xs) => Math.min(...xs) },
  max: { arity: null, run: (xs) => Math.max(...xs) },
  exp: { arity: 1, run: ([x]) => Math.exp(x) },
  log: { arity: 1, run: ([x]) => Math.log(x) },
  sqrt: { arity: 1, run: ([x]) => Math.sqrt(x) },
  abs: { arity: 1, run: ([x]) => Math.abs(x) },
  tanh: { arity: 1, run: ([x]) => Math.tanh(x) },
  mean: { arity: null, run: (xs) => xs.reduce((s, x) => s + x, 0) / xs.length },
  softmin: { arity: null, run: softMinimum },
  sigmoid: { arity: 1, run: ([x]) => 1 / (1 + Math.exp(-x)) },
};
/** Longest formula, in characters. */
const LONGEST = 500;
const TOKEN =
  /(?:(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+)|([A-Za-z_][A-Za-z0-9_]*)|"([^"]*)"|([-+*/^(),]))/iy;

interface Token {
  readonly kind: "number" | "name" | "quoted" | "sign" | "end";
  readonly text: string;
  /** Where it starts, and how many characters it takes there. */
  readonly at: number;
  readonly length: number;
}

class Unexpected extends Error {
  constructor(
    readonly at: number,
    readonly problem: FormulaProblem,
    readonly expected: readonly string[] = [],
  ) {
    super(problem);
  }
}

/** The tokens of a formula, the next of them, and the names met so far. */
interface Reading {
  readonly tokens: readonly Token[];
  readonly quantities: readonly string[];
  readonly names: Set<string>;
  next: number;
}

/**
 * Reads a formula such as `min(humor, "gpt2-harmless") + 0.5 * diversity`: + − × / ^, parentheses, the functions min, max,
 * softmin, mean, exp, log, sqrt, abs, tanh and sigmoid, and names from `quantities`, in quotes or bare (the longest that fits, so that
 * gpt2-helpful is one name where it is known). Nothing else: it cannot reach anything but the quantities it names.
 */
export function parseFormula(text: string, quantities: readonly string[]): ParsedFormula {
  try {
    if (text.length > LONGEST) throw new Unexpected(LONGEST, "too-long", [`${LONGEST}`]);
    const reading: Reading = {
      tokens: tokenise(text, quantities),
      quantities,
      names: new Set(),
      next: 0,
    };
    const formula = readSum(reading);
    const rest = peek(reading);
    if (rest.kind !== "end") throw new Unexpected(rest.at, "end-expected");
    return { ok: true, formula, names: [...reading.names] };
  } catch (error) {
    if (error instanceof Unexpected) {
      const { at, problem, expected } = error;
      return { ok: false, at, problem, expected };
    }
    if (error instanceof RangeError) return { ok: false, at: 0, problem: "too-deep", expected: [] };
    throw error;
  }
}

function peek({ tokens, next }: Reading): Token {
  return tokens[next];
}

function isSign(reading: Reading, ...signs: string[]): boolean {
  const { kind, text } = peek(reading);
  return kind === "sign" && signs.includes(text);
}

/** The sign that comes next, consumed. */
function takeSign(reading: Reading): string {
  return reading.tokens[reading.next++].text;
}

function expectSign(reading: Reading, sign: string): void {
  if (!isSign(reading, sign)) throw new Unexpected(peek(reading).at, "sign-expected", [sign]);
  reading.next++;
}

/** Terms joined by + and −, from the left. */
function readSum(reading: Reading): Formula {
  let left = readProduct(reading);
  while (isSign(reading, "+", "-")) {
    const a = left;
    const isPlus = takeSign(reading) === "+";
    const b = readProduct(reading);
    left = isPlus ? (v) => a(v) + b(v) : (v) => a(v) - b(v);
  }
  return left;
}

/** Factors joined by × and /, from the left. */
function readProduct(reading: Reading): Formula {
  let left = readSigned(reading);
  while (isSign(reading, "*", "/")) {
    const a = left;
    const isTimes = takeSign(reading) === "*";
    const b = readSigned(reading);
    left = isTimes ? (v) => a(v) * b(v) : (v) => a(v) / b(v);
  }
  return left;
}

/** A power with any number of minus signs before it. */
function readSigned(reading: Reading): Formula {
  if (!isSign(reading, "-")) return readPower(reading);
  reading.next++;
  const a = readSigned(reading);
  return (v) => -a(v);
}

/** An operand, and an exponent where there is one; from the right. */
function readPower(reading: Reading): Formula {
  const base = readOperand(reading);
  if (!isSign(reading, "^")) return base;
  reading.next++;
  const exponent = readSigned(reading);
  return (v) => base(v) ** exponent(v);
}

/** A number, a name, a call or a sum in parentheses. */
function readOperand(reading: Reading): Formula {
  const token = peek(reading);
  reading.next++;
  if (token.kind === "number") {
    const x = Number(token.text);
    return () => x;
  }
  if (token.kind === "name" && isSign(reading, "(")) return readCall(reading, token);
  if (token.kind === "name" || token.kind === "quoted") return readName(reading, token);
  if (token.kind === "sign" && token.text === "(") {
    const inner = readSum(reading);
    expectSign(reading, ")");
    return inner;
  }
  throw new Unexpected(token.at, "operand-expected");
}

function readName({ quantities, names }: Reading, { text, at }: Token): Formula {
  if (!quantities.includes(text)) throw new Unexpected(at, "unknown-name", quantities);
  names.add(text);
  return (v) => v(text);
}

function readCall(reading: Reading, token: Token): Formula {
  const called = Object.hasOwn(FUNCTIONS, token.text) ? FUNCTIONS[token.text] : null;
  if (!called) throw new Unexpected(token.at, "unknown-function", Object.keys(FUNCTIONS));
  expectSign(reading, "(");
  const args = [readSum(reading)];
  while (isSign(reading, ",")) {
    reading.next++;
    args.push(readSum(reading));
  }
  if (called.arity !== null && args.length !== called.arity)
    throw new Unexpected(token.at, "wrong-arguments", [`${called.arity}`]);
  expectSign(reading, ")");
  return (v) => called.run(args.map((a) => a(v)));
}

/** −log of the mean of exp(−x): between the mean and the least. */
function softMinimum(xs: readonly number[]): number {
  const least = Math.min(...xs);
  if (!Number.isFinite(least)) return least;
  return least - Math.log(xs.reduce((s, x) => s + Math.exp(least - x), 0) / xs.length);
}

function tokenise(text: string, quantities: readonly string[]): Token[] {
  const byLength = quantities.filter((name) => name !== "").sort((a, b) => b.length - a.length);
  const tokens: Token[] = [];
  for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
    const name = byLength.find((n) => text.startsWith(n, at) && !continues(text, at + n.length, n));
    const isName = name !== undefined && !isCall(text, at + name.length);
    const token = (isName ? null : tokenAt(text, at)) ?? nameAt(name, at);
    if (!token) throw new Unexpected(at, "unknown-sign");
    tokens.push(token);
    at += token.length;
  }
  tokens.push({ kind: "end", text: "", at: text.length, length: 0 });
  return tokens;
}

/** A known name as a token; null without one. */
function nameAt(name: string | undefined, at: number): Token | null {
  return name === undefined ? null : { kind: "quoted", text: name, at, length: name.length };
}

/** The number, word, quoted name or sign at a place; null where there is none. */
function tokenAt(text: string, at: number): Token | null {
  TOKEN.lastIndex = at;
  const match = TOKEN.exec(text);
  if (!match) return null;
  const [whole, number, word, quoted, sign] = match;
  const { length } = whole;
  if (number !== undefined) return { kind: "number", text: number, at, length };
  if (word !== undefined) return { kind: "name", text: word, at, length };
  if (quoted !== undefined) return { kind: "quoted", text: quoted, at, length };
  return { kind: "sign", text: sign, at, length };
}

/** True where a name that ends in a letter or digit goes on, so that `a` is not found in `ab`. */
function continues(text: string, end: number, name: string): boolean {
  return /[\p{L}\p{N}_]$/u.test(name) && /^[\p{L}\p{N}_]/u.test(text.slice(end));
}

function isCall(text: string, end: number): boolean {
  return text[skipSpace(text, end)] === "(";
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at].trim() === "") at++;
  return at;
}
