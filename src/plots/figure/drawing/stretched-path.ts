const COMMAND = /([MLHVCSQTAZ])([^MLHVCSQTAZ]*)/gi;
const NUMBER = /-?\d*\.?\d+(?:e[-+]?\d+)?/gi;

/**
 * Path data scaled by `sx` across and `sy` down, to hundredths, so that strokes keep their width in programs that know no
 * `non-scaling-stroke`. Absolute M, L, H, V, C, S, Q, T and Z. Errors: throws `invalid path: …` at any other command.
 */
export function stretchedPath(data: string, sx: number, sy: number): string {
  return Array.from(data.matchAll(COMMAND), ([, command, numbers]) => {
    if (!"MLHVCSQTZ".includes(command)) throw new Error(`invalid path: ${command}`);
    return command + stretchedNumbers(command, numbers.match(NUMBER) ?? [], sx, sy);
  }).join("");
}

/** The numbers of one command: x and y in turn, but x alone after H and y alone after V. */
function stretchedNumbers(
  command: string,
  numbers: readonly string[],
  sx: number,
  sy: number,
): string {
  return numbers.reduce((text, number, i) => {
    const isAcross = command === "H" || (command !== "V" && i % 2 === 0);
    const separator = i === 0 ? "" : isAcross ? " " : ",";
    return text + separator + Math.round(Number(number) * (isAcross ? sx : sy) * 100) / 100;
  }, "");
}
