import { readFile } from "node:fs/promises";
import { ROUGE_TYPES, rouge } from "../moral/rouge/rouge.ts";
import { type Checked, problem, readCommandLine } from "./command-line.ts";

/** A pair to score; `stem` overrides the flag of the command line. */
interface Pair {
  readonly target: string;
  readonly prediction: string;
  readonly stem?: boolean;
}

/** What is printed: for each pair and measure precision, recall and F. Or the one line that says why not. */
export type RougeOutcome =
  | { readonly ok: true; readonly output: readonly Record<string, readonly number[]>[] }
  | { readonly ok: false; readonly problem: string };

const USAGE = "usage: npm run --silent rouge -- PAIRS.json [--stem]";

/** Scores the pairs of a file, a JSON array of `{"target", "prediction", "stem"?}`, in their order. */
export async function runRouge(args: readonly string[]): Promise<RougeOutcome> {
  const line = readCommandLine(args, { stem: "boolean" }, USAGE);
  if (!line.ok) return line;
  const read = await readPairs(line.value.file);
  if (!read.ok) return read;
  const stem = line.value.options.has("stem");
  const output = read.value.map((pair) => {
    const scores = rouge(pair.target, pair.prediction, { stem: pair.stem ?? stem });
    return Object.fromEntries(
      ROUGE_TYPES.map((type) => {
        const { precision, recall, f } = scores[type];
        return [type, [precision, recall, f]];
      }),
    );
  });
  return { ok: true, output };
}

async function readPairs(file: string): Promise<Checked<readonly Pair[]>> {
  let json: unknown;
  try {
    json = JSON.parse((await readFile(file, "utf8")).replace(/^\uFEFF/, ""));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return problem(`${file} cannot be read: ${detail}`);
  }
  if (!Array.isArray(json)) return problem(`${file}: expected an array of pairs`);
  for (const [k, pair] of json.entries()) {
    const wrong = wrongIn(pair);
    if (wrong) return problem(`${file}, pair ${k + 1}: ${wrong}`);
  }
  return { ok: true, value: json };
}

function wrongIn(pair: unknown): string | null {
  if (typeof pair !== "object" || pair === null || Array.isArray(pair))
    return `expected an object with target and prediction, found ${shown(pair)}`;
  const { target, prediction, stem } = pair as Record<string, unknown>;
  if (typeof target !== "string") return `expected a text as target, found ${shown(target)}`;
  if (typeof prediction !== "string")
    return `expected a text as prediction, found ${shown(prediction)}`;
  if (stem !== undefined && typeof stem !== "boolean")
    return `expected true or false as stem, found ${shown(stem)}`;
  return null;
}

function shown(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value).slice(0, 60);
}
