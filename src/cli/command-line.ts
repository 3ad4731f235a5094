import { parseArgs } from "node:util";

/** A value or one sentence that says what is wrong. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: string };

/** The options of a command: those that take a text behind them, and flags. */
export type OptionKinds<Name extends string> = Readonly<Record<Name, "string" | "boolean">>;

/** A command line of one file and options; a flag that is given holds an empty text. */
export interface CommandLine<Name extends string> {
  readonly file: string;
  readonly options: ReadonlyMap<Name, string>;
}

/** Reads FILE and options as `--name value` or `--name=value`; each option at most once. `usage` ends the sentences that need it. */
export function readCommandLine<Name extends string>(
  args: readonly string[],
  kinds: OptionKinds<Name>,
  usage: string,
): Checked<CommandLine<Name>> {
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options: Object.fromEntries(Object.keys(kinds).map((name) => [name, optionOf(kinds, name)])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const options = new Map<Name, string>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const { name, rawName, value } = token;
    if (!isKnown(kinds, name) || !rawName.startsWith("--"))
      return problem(`unknown option ${rawName}; ${usage}`);
    if (options.has(name)) return problem(`${rawName} is given twice`);
    const wrong = wrongValue(kinds[name], value);
    if (wrong) return problem(`${rawName} ${wrong}; ${usage}`);
    options.set(name, value ?? "");
  }
  const [file, ...others] = positionals;
  if (file === undefined) return problem(`no file given; ${usage}`);
  if (others.length > 0) return problem(`more than one file given; ${usage}`);
  return { ok: true, value: { file, options } };
}

/** One sentence that says what is wrong. */
export function problem(text: string): { readonly ok: false; readonly problem: string } {
  return { ok: false, problem: text };
}

function wrongValue(kind: "string" | "boolean", value: string | undefined): string | null {
  if (kind === "string") return value ? null : "needs a value";
  return value === undefined ? null : "takes no value";
}

function isKnown<Name extends string>(kinds: OptionKinds<Name>, name: string): name is Name {
  return Object.hasOwn(kinds, name);
}

function optionOf<Name extends string>(kinds: OptionKinds<Name>, name: string) {
  return { type: isKnown(kinds, name) ? kinds[name] : "string" } as const;
}
