/** A parsed formula: its value where the named quantities have these values. */
export type Formula = (rewardOf: (name: string) => number) => number;

/** A formula, or where and why it cannot be read. */
export type ParsedFormula =
  | { readonly ok: true; readonly formula: Formula; readonly names: readonly string[] }
  | { readonly ok: false; readonly at: number; readonly expected: string };

const FUNCTIONS: Record<string, { readonly arity: number | null; run(xs: number[]): number }> = {
  min: { arity: null, run: (xs) => Math.min(...xs) },
  max: { arity: null, run: (xs) => Math.max(...xs) },
  exp: { arity: 1, run: ([x]) => Math.exp(x) },
  log: { arity: 1, run: ([x]) => Math.log(x) },
  sqrt: { arity: 1, run: ([x]) => Math.sqrt(x) },
  abs: { arity: 1, run: ([x]) => Math.abs(x) },
  tanh: { arity: 1, run: ([x]) => Math.tanh(x) },
  sigmoid: { arity: 1, run: ([x]) => 1 / (1 + Math.exp(-x)) },
};
const LONGEST = 500;
const TOKEN =
  /\s*(?:(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+)|([A-Za-z_][A-Za-z0-9_]*)|"([^"]*)"|([-+*/^(),]))/iy;

interface Token {
  readonly kind: "number" | "name" | "quoted" | "sign" | "end";
  readonly text: string;
  readonly at: number;
}

class Unexpected extends Error {
  constructor(
    readonly at: number,
    readonly expected: string,
  ) {
    super(expected);
  }
}

/**
 * Reads a formula such as `min(humor, "gpt2-harmless") + 0.5 * diversity`: + − × / ^, parentheses, the functions min, max,
 * exp, log, sqrt, abs, tanh and sigmoid, names from `known` (in quotes where they hold other signs). Nothing else: it cannot
 * reach anything but the quantities it names.
 */
export function parseFormula(text: string, known: readonly string[]): ParsedFormula {
  try {
    if (text.length > LONGEST) throw new Unexpected(LONGEST, `at most ${LONGEST} characters`);
    const tokens = tokenise(text);
    const names = new Set<string>();
    let next = 0;
    const peek = () => tokens[next];
    const isSign = (...signs: string[]) => peek().kind === "sign" && signs.includes(peek().text);
    const expect = (sign: string) => {
      if (!isSign(sign)) throw new Unexpected(peek().at, `“${sign}”`);
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
        if (!known.includes(token.text))
          throw new Unexpected(token.at, `one of ${known.join(", ")}`);
        names.add(token.text);
        return (v) => v(token.text);
      }
      if (token.kind === "sign" && token.text === "(") {
        const inner = sum();
        expect(")");
        return inner;
      }
      throw new Unexpected(token.at, "a value, a number or a function");
    };
    const call = (token: Token): Formula => {
      const found = Object.hasOwn(FUNCTIONS, token.text) ? FUNCTIONS[token.text] : null;
      if (!found) throw new Unexpected(token.at, `one of ${Object.keys(FUNCTIONS).join(", ")}`);
      expect("(");
      const args = [sum()];
      while (isSign(",")) {
        next++;
        args.push(sum());
      }
      if (found.arity !== null && args.length !== found.arity)
        throw new Unexpected(token.at, `${found.arity} argument for ${token.text}`);
      expect(")");
      return (v) => found.run(args.map((a) => a(v)));
    };

    const formula = sum();
    if (peek().kind !== "end") throw new Unexpected(peek().at, "the end");
    return { ok: true, formula, names: [...names] };
  } catch (error) {
    if (error instanceof Unexpected) return { ok: false, at: error.at, expected: error.expected };
    if (error instanceof RangeError) return { ok: false, at: 0, expected: "fewer parentheses" };
    throw error;
  }
}

function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (text.slice(at).trim() !== "") {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match)
      throw new Unexpected(
        at + (text.slice(at).length - text.slice(at).trimStart().length),
        "a value, a number or a sign",
      );
    const [whole, number, name, quoted, sign] = match;
    const kind =
      number !== undefined
        ? "number"
        : name !== undefined
          ? "name"
          : quoted !== undefined
            ? "quoted"
            : "sign";
    tokens.push({
      kind,
      text: number ?? name ?? quoted ?? sign,
      at: at + whole.length - whole.trimStart().length,
    });
    at = TOKEN.lastIndex;
  }
  tokens.push({ kind: "end", text: "", at: text.length });
  return tokens;
}
