const TOKEN = /([MLHVCSQTAZ])|(-?\d*\.?\d+(?:e[-+]?\d+)?)/gi;

/**
 * Path data scaled by `sx` across and `sy` down, to hundredths, so that strokes keep their width in programs that know no
 * `non-scaling-stroke`. Absolute M, L, H, V, C, S, Q, T and Z. Errors: throws `invalid path: …` at any other command.
 */
export function stretchedPath(data: string, sx: number, sy: number): string {
  let out = "";
  let command = "";
  let place = 0;
  for (const [, letter, number] of data.matchAll(TOKEN)) {
    if (letter) {
      if (!"MLHVCSQTZ".includes(letter)) throw new Error(`invalid path: ${letter}`);
      command = letter;
      place = 0;
      out += letter;
    } else {
      const isAcross = command === "H" || (command !== "V" && place % 2 === 0);
      if (place > 0) out += isAcross ? " " : ",";
      out += Math.round(Number(number) * (isAcross ? sx : sy) * 100) / 100;
      place++;
    }
  }
  return out;
}
