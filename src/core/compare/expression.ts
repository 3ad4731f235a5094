/** A parsed formula: its value where the named quantities have these values. */
export type Formula = (rewardOf: (name: string) => number) => number;

/** Why a formula cannot be read; the catalogue has a sentence for each. */
export type FormulaProblem =
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
  readonly at: number;
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

/**
 * Reads a formula such as `min(humor, "gpt2-harmless") + 0.5 * diversity`: + − × / ^, parentheses, the functions min, max,
 * softmin, mean, exp, log, sqrt, abs, tanh and sigmoid, and names from `known`, in quotes or bare (the longest that fits, so that
 * gpt2-helpful is one name where it is known). Nothing else: it cannot reach anything but the quantities it names.
 */
export function parseFormula(text: string, known: readonly string[]): ParsedFormula {
  try {
    if (text.length > LONGEST) throw new Unexpected(LONGEST, "too-long", [`${LONGEST}`]);
    const tokens = tokenise(text, known);
    const names = new Set<string>();
    let next = 0;
    const peek = () => tokens[next];
    const isSign = (...signs: string[]) => peek().kind === "sign" && signs.includes(peek().text);
    const expect = (sign: string) => {
      if (!isSign(sign)) throw new Unexpected(peek().at, "sign-expected", [sign]);
      next++;
    };

    const sum = (): Formula => {
      let left = product();
      while (isSign("+", "-")) {
        const a = left;
        const isPlus = tokens[next++].text === "+";
        const b = product();
        left = isPlus ? (v) => a(v) + b(v) : (v) => a(v) - b(v);
      }
      return left;
    };
    const product = (): Formula => {
      let left = signed();
      while (isSign("*", "/")) {
        const a = left;
        const isTimes = tokens[next++].text === "*";
        const b = signed();
        left = isTimes ? (v) => a(v) * b(v) : (v) => a(v) / b(v);
      }
      return left;
    };
    const signed = (): Formula => {
      if (!isSign("-")) return power();
      next++;
      const a = signed();
      return (v) => -a(v);
    };
    const power = (): Formula => {
      const base = atom();
      if (!isSign("^")) return base;
      next++;
      const exponent = signed();
      return (v) => base(v) ** exponent(v);
    };
    const atom = (): Formula => {
      const token = peek();
      next++;
      if (token.kind === "number") {
        const x = Number(token.text);
        return () => x;
      }
      if (token.kind === "name" && isSign("(")) return call(token);
      if (token.kind === "name" || token.kind === "quoted") {
        if (!known.includes(token.text)) throw new Unexpected(token.at, "unknown-name", known);
        names.add(token.text);
        return (v) => v(token.text);
      }
      if (token.kind === "sign" && token.text === "(") {
        const inner = sum();
        expect(")");
        return inner;
      }
      throw new Unexpected(token.at, "operand-expected");
    };
    const call = (token: Token): Formula => {
      const found = Object.hasOwn(FUNCTIONS, token.text) ? FUNCTIONS[token.text] : null;
      if (!found) throw new Unexpected(token.at, "unknown-function", Object.keys(FUNCTIONS));
      expect("(");
      const args = [sum()];
      while (isSign(",")) {
        next++;
        args.push(sum());
      }
      if (found.arity !== null && args.length !== found.arity)
        throw new Unexpected(token.at, "wrong-arguments", [`${found.arity}`]);
      expect(")");
      return (v) => found.run(args.map((a) => a(v)));
    };

    const formula = sum();
    if (peek().kind !== "end") throw new Unexpected(peek().at, "end-expected");
    return { ok: true, formula, names: [...names] };
  } catch (error) {
    if (error instanceof Unexpected) {
      const { at, problem, expected } = error;
      return { ok: false, at, problem, expected };
    }
    if (error instanceof RangeError) return { ok: false, at: 0, problem: "too-deep", expected: [] };
    throw error;
  }
}

/** −log of the mean of exp(−x): between the mean and the least. */
function softMinimum(xs: readonly number[]): number {
  const least = Math.min(...xs);
  if (!Number.isFinite(least)) return least;
  return least - Math.log(xs.reduce((s, x) => s + Math.exp(least - x), 0) / xs.length);
}

function tokenise(text: string, known: readonly string[]): Token[] {
  const byLength = known.filter((name) => name !== "").sort((a, b) => b.length - a.length);
  const tokens: Token[] = [];
  for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
    const name = byLength.find((n) => text.startsWith(n, at) && !continues(text, at + n.length, n));
    TOKEN.lastIndex = at;
    const match = name === undefined || isCall(text, at + name.length) ? TOKEN.exec(text) : null;
    if (match) {
      const [whole, number, word, quoted, sign] = match;
      const kinds = { number, name: word, quoted, sign };
      for (const [kind, part] of Object.entries(kinds))
        if (part !== undefined) tokens.push({ kind: kind as Token["kind"], text: part, at });
      at += whole.length;
    } else if (name !== undefined) {
      tokens.push({ kind: "quoted", text: name, at });
      at += name.length;
    } else throw new Unexpected(at, "unknown-sign");
  }
  tokens.push({ kind: "end", text: "", at: text.length });
  return tokens;
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
