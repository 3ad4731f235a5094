/** Characters of a name that others gave which are shown. */
const MOST = 300;
const CONTROLS = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * A name from a file, a link or another page as it stands inside a sentence: what it holds of writing from right to left stays
 * inside it, what controls the direction or cannot be seen is made visible, and one that is very long is cut.
 */
export function shownName(name: string): string {
  const cut = name.length <= MOST ? name : `${name.slice(0, MOST - 1)}…`;
  const visible = cut.replace(CONTROLS, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return code < 32
      ? String.fromCodePoint(0x2400 + code)
      : `⟨U+${code.toString(16).toUpperCase().padStart(4, "0")}⟩`;
  });
  return RIGHT_TO_LEFT.test(visible) ? `\u2068${visible}\u2069` : visible;
}
