/** Where a value begins and ends in a text. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
}

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN = new Set([91, 123]);
const CLOSE = new Set([93, 125]);
const BARE = /(?<![\w.$])(NaN|[+-]?Infinity)(?![\w.$])/g;
const WRITTEN: Readonly<Record<string, string>> = { NaN: "null", "-Infinity": "-1e999" };

/** A text of JSON with Python's NaN as null and its infinities as numbers too large to hold; `count` of both. */
export function withPlainNumbers(text: string): { readonly text: string; readonly count: number } {
  if (!/NaN|Infinity/.test(text)) return { text, count: 0 };
  const parts: string[] = [];
  let count = 0;
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('"', at);
    const end = open < 0 ? text.length : open;
    parts.push(
      text.slice(at, end).replace(BARE, (bare) => {
        count++;
        return WRITTEN[bare] ?? "1e999";
      }),
    );
    if (open < 0) break;
    at = afterString(text, open);
    parts.push(text.slice(open, at));
  }
  return { text: count > 0 ? parts.join("") : text, count };
}

/**
 * The elements of the list that a text begins with, or the values that stand one after another in it. `isCut` where the last one
 * has no end, or the list has none.
 */
export function valuesIn(text: string): {
  readonly bounds: readonly Bounds[];
  readonly isCut: boolean;
} {
  const start = Math.max(0, text.search(/\S/));
  const isList = text[start] === "[" && /^[[{"]/.test(text.slice(start + 1).trimStart());
  const base = isList ? 1 : 0;
  const bounds: Bounds[] = [];
  let depth = 0;
  let from = -1;
  for (const { at, step } of brackets(text, start)) {
    if (step > 0 && depth === base) from = at;
    depth += step;
    if (step < 0 && depth === base && from >= 0) {
      bounds.push({ from, to: at + 1 });
      from = -1;
    }
    if (depth < base) return { bounds, isCut: false };
  }
  return { bounds, isCut: isList || from >= 0 };
}

/** Every bracket outside strings: 1 opens, −1 closes. */
function* brackets(text: string, start: number): Generator<{ at: number; step: 1 | -1 }> {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = afterString(text, at) - 1;
    else if (OPEN.has(code)) yield { at, step: 1 };
    else if (CLOSE.has(code)) yield { at, step: -1 };
  }
}

/** The place behind the string that begins at `open`, or the end of a text in which it has no end. */
function afterString(text: string, open: number): number {
  let at = open;
  for (;;) {
    at = text.indexOf('"', at + 1);
    if (at < 0) return text.length;
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
}
