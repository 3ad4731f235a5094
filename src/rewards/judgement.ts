const POSITIVE =
  /^(positive|neutral|good|right|moral|ok|okay|fine|acceptable|yes|true|agrees?|follows?|followed|adheres?|conforms?|it'?s (ok|okay|good)|expected)$/;
const NEGATIVE =
  /^(negative|bad|wrong|immoral|unacceptable|no|false|disagrees?|violates?|violated|violation|it'?s (bad|wrong))$/;

/**
 * Judgements of a column as 1 (neutral or positive) or 0 (negative), null where there is none. Numbers: where any is negative, the
 * sign decides and 0 is neutral; otherwise what lies below the middle of the range that occurs is negative (0 of 0 and 1, 0 of 0 to 2,
 * 1 and 2 of 1 to 5).
 */
export function judgementsOf(cells: ArrayLike<unknown>): (0 | 1 | null)[] {
  const read = Array.from(cells, readCell);
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const cell of read)
    if (typeof cell === "number") {
      low = Math.min(low, cell);
      high = Math.max(high, cell);
    }
  const least = low < 0 || low === high ? 0 : (low + high) / 2;
  return read.map((cell) => {
    if (cell === "positive") return 1;
    if (cell === "negative") return 0;
    return cell === null ? null : cell >= least ? 1 : 0;
  });
}

function readCell(cell: unknown): number | "positive" | "negative" | null {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : null;
  if (typeof cell === "boolean") return cell ? "positive" : "negative";
  if (typeof cell !== "string") return null;
  const word = cell.trim().toLowerCase().replaceAll("’", "'");
  if (POSITIVE.test(word)) return "positive";
  if (NEGATIVE.test(word)) return "negative";
  return word !== "" && Number.isFinite(Number(word)) ? Number(word) : null;
}
