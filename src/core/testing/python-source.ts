/** One statement of a Python file without its comments; every text in it is written as "". */
export interface PythonLine {
  readonly indent: number;
  readonly code: string;
}

const TOKEN = new RegExp(
  [
    String.raw`(?<comment>#[^\r\n]*)`,
    String.raw`(?<text>[rbfu]{0,2}(?:"""(?:\\[^]|(?!""")[^\\])*"""|'''(?:\\[^]|(?!''')[^\\])*'''|"(?:\\[^]|[^"\\\r\n])*"|'(?:\\[^]|[^'\\\r\n])*'))`,
    String.raw`(?<end>\r\n?|\n)`,
    String.raw`(?<word>[\p{L}\p{N}_]+)`,
    "(?<open>[([{])",
    String.raw`(?<close>[)\]}])`,
    String.raw`(?<mark>[ @.,:;=+\-*/%<>|&~^!])`,
  ].join("|"),
  "iuy",
);
const PAIRS: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/**
 * The statements of a Python file. Throws where Python could not read it: a text or a bracket that does not end, a sign that is
 * none of Python's, a block that is not indented, or an indentation that belongs to no block.
 */
export function pythonLines(source: string): PythonLine[] {
  const lines: PythonLine[] = [];
  const brackets: string[] = [];
  let code = "";
  for (const { kind, text } of tokensOf(source)) {
    if (kind === "open") brackets.push(text);
    if (kind === "close" && brackets.pop() !== PAIRS[text]) throw wrong(`unexpected ${text}`, code);
    if (kind === "end" && brackets.length === 0) {
      addLine(lines, code);
      code = "";
    } else code += codeOf(kind, text);
  }
  if (brackets.length > 0) throw wrong(`${brackets.join(" ")} has no end`, code);
  addLine(lines, code);
  expectBlocks(lines);
  return lines;
}

/** A token as it stands in a statement: texts empty, comments left out, an end of line within brackets a space. */
function codeOf(kind: string, text: string): string {
  if (kind === "text") return '""';
  if (kind === "comment") return "";
  return kind === "end" ? " " : text;
}

/** The names that a Python file defines at its top: functions, classes and variables. */
export function pythonNames(source: string): string[] {
  return pythonLines(source)
    .filter(({ indent }) => indent === 0)
    .flatMap(({ code }) => /^(?:(?:def|class) )?(\w+)(?=\(| ?[:=])/.exec(code)?.[1] ?? []);
}

function tokensOf(source: string) {
  const tokens: { kind: string; text: string }[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const from = TOKEN.lastIndex;
    const groups = TOKEN.exec(source)?.groups ?? {};
    const [kind, text] = Object.entries(groups).find(([, found]) => found !== undefined) ?? [];
    if (kind === undefined || text === undefined)
      throw wrong("no Python", source.slice(from, from + 40));
    tokens.push({ kind, text });
  }
  return tokens;
}

function addLine(lines: PythonLine[], code: string): void {
  const rest = code.trimStart();
  if (rest !== "") lines.push({ indent: code.length - rest.length, code: rest.trimEnd() });
}

function expectBlocks(lines: readonly PythonLine[]): void {
  const indents = [0];
  let isOpening = false;
  for (const { indent, code } of lines) {
    if (isOpening !== indent > indents[indents.length - 1]) throw wrong("unexpected indent", code);
    if (isOpening) indents.push(indent);
    while (indents[indents.length - 1] > indent) indents.pop();
    if (indents[indents.length - 1] !== indent) throw wrong("indent of no block", code);
    isOpening = code.endsWith(":");
  }
  if (isOpening) throw wrong("block without lines", lines[lines.length - 1].code);
}

function wrong(problem: string, place: string): Error {
  return new Error(`invalid Python: ${problem}: ${JSON.stringify(place)}`);
}
