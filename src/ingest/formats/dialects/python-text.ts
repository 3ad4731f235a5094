const WORDS: Readonly<Record<string, string>> = {
  None: "null",
  True: "true",
  False: "false",
  nan: "NaN",
  inf: "Infinity",
  "(": "[",
  ")": "]",
};
/** A string of Python, a word, a bracket of a tuple, or a remark. */
const TOKEN =
  /([rbuRBU]?)('(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*")|\b(None|True|False|nan|inf)\b|[()]|#[^\n]*/g;
const CALL = /[\w\])]\s*\(/;

/**
 * A text as Python prints lists, tuples, dicts and plain values, written as JSON5; null for a text in which something is called
 * (`datetime(…)`, `array(…)`), which cannot be read without Python.
 */
export function pythonAsJson5(text: string): string | null {
  let isCalled = false;
  const out = text.replace(
    TOKEN,
    (token, _prefix, quoted: string | undefined, _word, at: number) => {
      if (quoted !== undefined) return escaped(quoted);
      if (token === "(" && CALL.test(text.slice(Math.max(0, at - 1), at + 1))) isCalled = true;
      return token.startsWith("#") ? "" : WORDS[token];
    },
  );
  return isCalled ? null : out;
}

/** Escapes that Python has and JSON5 lacks: \U0001f600 and \a. */
function escaped(quoted: string): string {
  return quoted.replace(/\\(U[\da-fA-F]{8}|a|[\s\S])/g, (whole, code: string) => {
    if (code === "a") return "\\x07";
    if (!/^U[\da-fA-F]{8}$/.test(code)) return whole;
    const point = Number.parseInt(code.slice(1), 16);
    return point > 0x10ffff ? whole : JSON.stringify(String.fromCodePoint(point)).slice(1, -1);
  });
}
