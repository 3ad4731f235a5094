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
}

/** A value or one sentence that says what is wrong. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: string };

const USAGE =
  "usage: npm run --silent solve -- FILE (--palette 'value=2.1,other=q80' | --cases CASES.json | --front x,y)" +
  " [--values a,b] [--report full [--order a,b] [--kl-budget B]] [--budgets 0.1,1,4] [--angles 9]" +
  " [--mode per-prompt --prompt-column NAME]";
const OPTIONS = [
  "palette",
  "cases",
  "values",
  "report",
  "order",
  "kl-budget",
  "front",
  "budgets",
  "angles",
  "mode",
  "prompt-column",
] as const;
type Option = (typeof OPTIONS)[number];
type Options = ReadonlyMap<Option, string>;

const DEFAULT_BUDGETS = [0.1, 0.5, 1, 2, 4];
const DEFAULT_ANGLES = 9;
const MOST_ANGLES = 1000;

/** Reads the command line: FILE and options as `--name value` or `--name=value`. */
export function parseArguments(args: readonly string[]): Checked<SolveArguments> {
  const files: string[] = [];
  const options = new Map<Option, string>();
  for (let i = 0; i < args.length; i++) {
    const argument = args[i];
    if (!argument.startsWith("--")) {
      files.push(argument);
      continue;
    }
    const equals = argument.indexOf("=");
    const name = argument.slice(2, equals < 0 ? undefined : equals);
    const option = OPTIONS.find((o) => o === name);
    if (!option) return problem(`unknown option --${name}; ${USAGE}`);
    if (options.has(option)) return problem(`--${name} is given twice`);
    const value = equals < 0 ? args[++i] : argument.slice(equals + 1);
    if (value === undefined || value === "") return problem(`--${name} needs a value; ${USAGE}`);
    options.set(option, value);
  }
  if (files.length !== 1)
    return problem(`${files.length === 0 ? "no file" : "more than one file"} given; ${USAGE}`);
  return checkOptions(files[0], options);
}

function checkOptions(file: string, options: Options): Checked<SolveArguments> {
  const palette = options.get("palette") ?? null;
  const cases = options.get("cases") ?? null;
  const front = options.has("front") ? names(options.get("front")) : null;
  if ((palette === null) === (cases === null) && !(front && cases === null))
    return problem(`give either --palette or --cases; ${USAGE}`);
  if (front && cases !== null) return problem("--front goes with --palette, not with --cases");
  if (front && (front.length !== 2 || front[0] === front[1]))
    return problem("--front needs two values, as in --front humor,helpful");
  const report = options.get("report");
  if (report !== undefined && report !== "full")
    return problem(`--report knows only "full", not "${report}"`);
  if (report === "full" && palette === null) return problem("--report full needs --palette");
  const mode = options.get("mode") ?? "pooled";
  if (mode !== "pooled" && mode !== "per-prompt")
    return problem(`--mode is pooled or per-prompt, not "${mode}"`);
  const promptColumn = options.get("prompt-column") ?? null;
  if (mode === "per-prompt" && promptColumn === null)
    return problem("--mode per-prompt needs --prompt-column NAME");
  const klBudget = options.has("kl-budget") ? Number(options.get("kl-budget")) : null;
  if (klBudget !== null && !(klBudget > 0 && klBudget < Number.POSITIVE_INFINITY))
    return problem(`--kl-budget needs a number of nats above 0, not "${options.get("kl-budget")}"`);
  const budgets = options.has("budgets")
    ? names(options.get("budgets")).map(Number)
    : DEFAULT_BUDGETS;
  if (budgets.some((b, k) => !(b > (k > 0 ? budgets[k - 1] : 0) && b < Number.POSITIVE_INFINITY)))
    return problem("--budgets needs numbers of nats above 0, ascending, as in 0.1,1,4");
  const angles = Number(options.get("angles") ?? DEFAULT_ANGLES);
  if (!(Number.isInteger(angles) && angles >= 2 && angles <= MOST_ANGLES))
    return problem(
      `--angles needs a whole number from 2 to ${MOST_ANGLES}, not "${options.get("angles")}"`,
    );
  return {
    ok: true,
    value: {
      file,
      palette,
      cases,
      front: front && [front[0], front[1]],
      values: options.has("values") ? names(options.get("values")) : null,
      full: report === "full",
      order: options.has("order") ? names(options.get("order")) : null,
      klBudget,
      budgets,
      angles,
      mode,
      promptColumn,
    },
  };
}

function names(text = ""): string[] {
  return text.split(",").map((name) => name.trim());
}

/** One sentence that says what is wrong. */
export function problem(text: string): { readonly ok: false; readonly problem: string } {
  return { ok: false, problem: text };
}
