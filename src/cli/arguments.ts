import { type Checked, problem, readCommandLine } from "./command-line.ts";

/** What `npm run solve` was asked. */
export interface SolveArguments {
  readonly file: string;
  /** Text of `--palette`, path of `--cases`; one of them or a front is there. */
  readonly palette: string | null;
  readonly cases: string | null;
  /** Lists of names as they were typed, to be read beside the columns of the file. */
  readonly front: string | null;
  readonly values: string | null;
  /** Values in order of priority, dearest first. */
  readonly order: string | null;
  /** Values whose direction is told, whatever the file says. */
  readonly lower: string | null;
  readonly higher: string | null;
  readonly full: boolean;
  readonly klBudget: number | null;
  readonly budgets: readonly number[];
  readonly angles: number;
  readonly mode: "pooled" | "per-prompt";
  /** The column of prompts; null for the one that the file is seen to have. */
  readonly promptColumn: string | null;
  readonly weightColumn: string | null;
  /** Text of `--read`: what becomes of guesses about the rows. */
  readonly read: string | null;
}

const USAGE =
  "usage: npm run --silent solve -- FILE (--palette 'value=2.1,other=q80' | --cases CASES.json | --front x,y)" +
  " [--values a,b] [--report full [--order a,b] [--kl-budget B]] [--budgets 0.1,1,4] [--angles 9]" +
  " [--mode per-prompt] [--prompt-column NAME|none] [--weight-column NAME]" +
  " [--lower-is-better a,b] [--higher-is-better a,b] [--read long=off]";
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
  "weight-column": "string",
  "lower-is-better": "string",
  "higher-is-better": "string",
  read: "string",
} as const;
type Options = ReadonlyMap<keyof typeof OPTIONS, string>;

/** Stands for the name of a column where answers are to count each by itself. */
export const NO_PROMPTS = "none";
const DEFAULT_BUDGETS = [0.1, 0.5, 1, 2, 4];
const DEFAULT_ANGLES = 9;
const MOST_ANGLES = 1000;

/** Reads the command line of `npm run solve`. */
export function parseArguments(args: readonly string[]): Checked<SolveArguments> {
  const line = readCommandLine(args, OPTIONS, USAGE);
  if (!line.ok) return line;
  const { file, options } = line.value;
  const klBudget = options.has("kl-budget") ? Number(options.get("kl-budget")) : null;
  const budgets = options.get("budgets")?.split(",").map(Number) ?? DEFAULT_BUDGETS;
  const angles = Number(options.get("angles") ?? DEFAULT_ANGLES);
  const wrong =
    wrongTask(options) ??
    wrongReport(options) ??
    wrongMode(options) ??
    wrongBudgets(options, klBudget, budgets) ??
    wrongAngles(options, angles);
  if (wrong !== null) return problem(wrong);
  const textOf = (name: keyof typeof OPTIONS) => options.get(name) ?? null;
  return {
    ok: true,
    value: {
      file,
      palette: textOf("palette"),
      cases: textOf("cases"),
      front: textOf("front"),
      values: textOf("values"),
      order: textOf("order"),
      lower: textOf("lower-is-better"),
      higher: textOf("higher-is-better"),
      full: options.get("report") === "full",
      klBudget,
      budgets,
      angles,
      mode: options.get("mode") === "per-prompt" ? "per-prompt" : "pooled",
      promptColumn: textOf("prompt-column"),
      weightColumn: textOf("weight-column"),
      read: textOf("read"),
    },
  };
}

/** A palette, cases or a front are to be solved: one of them, but for a front over a palette. */
function wrongTask(options: Options): string | null {
  const hasCases = options.has("cases");
  const hasFront = options.has("front");
  if (hasFront && hasCases) return "--front goes with --palette, not with --cases";
  return options.has("palette") === hasCases && !hasFront
    ? `give either --palette or --cases; ${USAGE}`
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
  return mode === "per-prompt" && options.get("prompt-column") === NO_PROMPTS
    ? "--mode per-prompt needs a column of prompts"
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
