/** What `npm run solve` was asked. */
export interface SolveArguments {
  readonly file: string;
  readonly palette: string | null;
  readonly cases: string | null;
  readonly values: readonly string[] | null;
}

/** A value or one sentence that says what is wrong. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: string };

const USAGE =
  "usage: npm run --silent solve -- FILE (--palette 'value=2.1,other=q80' | --cases CASES.json) [--values a,b]";
const OPTIONS = ["palette", "cases", "values"] as const;
type Option = (typeof OPTIONS)[number];

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
  const palette = options.get("palette") ?? null;
  const cases = options.get("cases") ?? null;
  if ((palette === null) === (cases === null))
    return problem(`give either --palette or --cases; ${USAGE}`);
  const values = options.get("values");
  return {
    ok: true,
    value: {
      file: files[0],
      palette,
      cases,
      values: values ? values.split(",").map((v) => v.trim()) : null,
    },
  };
}

/** One sentence that says what is wrong. */
export function problem(text: string): { readonly ok: false; readonly problem: string } {
  return { ok: false, problem: text };
}
