import { type Checked, problem, readCommandLine } from "./command-line.ts";

/** What `npm run solve` was asked. */
export interface SolveArguments {
  readonly file: string;
  /** Text of `--palette`, path of `--cases`, pair of `--front`; at least one is there. */
  readonly palette: string | null;
  readonly cases: string | null;
  readonly front: readonly [string, string] | null;
  readonly values: readonly string[] | null;
  readonly full: boolean;
  /** Values in order of priority, dearest first. */
  readonly order: readonly string[] | null;
  readonly klBudget: number | null;
  readonly budgets: readonly number[];
  readonly angles: number;
  readonly mode: "pooled" | "per-prompt";
  readonly promptColumn: string | null;
  /** Text of `--read`: what becomes of guesses about the rows. */
  readonly read: string | null;
}

const USAGE =
  "usage: npm run --silent solve -- FILE (--palette 'value=2.1,other=q80' | --cases CASES.json | --front x,y)" +
  " [--values a,b] [--report full [--order a,b] [--kl-budget B]] [--budgets 0.1,1,4] [--angles 9]" +
  " [--mode per-prompt --prompt-column NAME] [--read long=off]";
const OPTIONS = {
  palette: "string",
  cases: "string",
  values: "string",
  report: "string",
  order: "string",
  "kl-budget": "string",
  front: "string",
  budgets: "string",
  angles: "string",
  mode: "string",
  "prompt-column": "string",
  read: "string",
} as const;
type Options = ReadonlyMap<keyof typeof OPTIONS, string>;

const DEFAULT_BUDGETS = [0.1, 0.5, 1, 2, 4];
const DEFAULT_ANGLES = 9;
const MOST_ANGLES = 1000;

/** Reads the command line of `npm run solve`. */
export function parseArguments(args: readonly string[]): Checked<SolveArguments> {
  const line = readCommandLine(args, OPTIONS, USAGE);
  if (!line.ok) return line;
  const { file, options } = line.value;
  const front = namesIn(options.get("front"));
  const klBudget = options.has("kl-budget") ? Number(options.get("kl-budget")) : null;
  const budgets = namesIn(options.get("budgets"))?.map(Number) ?? DEFAULT_BUDGETS;
  const angles = Number(options.get("angles") ?? DEFAULT_ANGLES);
  const wrong =
    wrongTask(options, front) ??
    wrongReport(options) ??
    wrongMode(options) ??
    wrongBudgets(options, klBudget, budgets) ??
    wrongAngles(options, angles);
  if (wrong !== null) return problem(wrong);
  return {
    ok: true,
    value: {
      file,
      palette: options.get("palette") ?? null,
      cases: options.get("cases") ?? null,
      front: front && [front[0], front[1]],
      values: namesIn(options.get("values")),
      full: options.get("report") === "full",
      order: namesIn(options.get("order")),
      klBudget,
      budgets,
      angles,
      mode: options.get("mode") === "per-prompt" ? "per-prompt" : "pooled",
      promptColumn: options.get("prompt-column") ?? null,
      read: options.get("read") ?? null,
    },
  };
}

function namesIn(text: string | undefined): string[] | null {
  return text === undefined ? null : text.split(",").map((name) => name.trim());
}

/** A palette, cases or a front are to be solved: one of them, but for a front over a palette. */
function wrongTask(options: Options, front: readonly string[] | null): string | null {
  const hasCases = options.has("cases");
  if (front && hasCases) return "--front goes with --palette, not with --cases";
  if (options.has("palette") === hasCases && !front)
    return `give either --palette or --cases; ${USAGE}`;
  return front && (front.length !== 2 || front[0] === front[1])
    ? "--front needs two values, as in --front humor,helpful"
    : null;
}

function wrongReport(options: Options): string | null {
  const report = options.get("report");
  if (report === undefined) return null;
  if (report !== "full") return `--report knows only "full", not "${report}"`;
  return options.has("palette") ? null : "--report full needs --palette";
}

function wrongMode(options: Options): string | null {
  const mode = options.get("mode") ?? "pooled";
  if (mode !== "pooled" && mode !== "per-prompt")
    return `--mode is pooled or per-prompt, not "${mode}"`;
  return mode === "per-prompt" && !options.has("prompt-column")
    ? "--mode per-prompt needs --prompt-column NAME"
    : null;
}

function wrongBudgets(
  options: Options,
  klBudget: number | null,
  budgets: readonly number[],
): string | null {
  const isBudget = (nats: number, above: number) => nats > above && nats < Number.POSITIVE_INFINITY;
  if (klBudget !== null && !isBudget(klBudget, 0))
    return `--kl-budget needs a number of nats above 0, not "${options.get("kl-budget")}"`;
  return budgets.every((b, k) => isBudget(b, k > 0 ? budgets[k - 1] : 0))
    ? null
    : "--budgets needs numbers of nats above 0, ascending, as in 0.1,1,4";
}

function wrongAngles(options: Options, angles: number): string | null {
  return Number.isInteger(angles) && angles >= 2 && angles <= MOST_ANGLES
    ? null
    : `--angles needs a whole number from 2 to ${MOST_ANGLES}, not "${options.get("angles")}"`;
}
