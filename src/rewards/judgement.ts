/** What a judgement says: 1 neutral or positive, 0 negative, null nothing that can be read. */
export type Judged = 0 | 1 | null;

const POSITIVE =
  /^(positive|neutral|good|right|moral|ok|okay|fine|acceptable|yes|true|agrees?|follows?|followed|adheres?|conforms?|expected|you should|(it|that)'?s (ok|okay|fine|good|nice|kind|polite|right|normal|understandable|reasonable|expected|great|wonderful|acceptable|moral))$/;
const NEGATIVE =
  /^(negative|bad|wrong|immoral|unacceptable|no|false|disagrees?|violates?|violated|violation|you (shouldn't|should not|can't)|(it|that)'?s (bad|wrong|rude|mean|gross|disgusting|unacceptable|immoral|unkind|selfish|inappropriate|irresponsible|dangerous|illegal|not (ok|okay|good|nice|right|acceptable)))$/;
/** Grades that begin at 1 are usually of a scale to 5, also where the highest does not occur. */
const USUAL_SCALE = 5;

/**
 * Judgements of a column. Numbers: where any is negative, the sign decides and 0 is neutral; otherwise what lies below the middle of
 * the scale is negative (0 of 0 and 1, 0 of 0 to 2, 1 and 2 of 1 to 5). `meant` says of labels, as `labelOf` has them, what they mean.
 */
export function judgementsOf(
  cells: ArrayLike<unknown>,
  meant: ReadonlyMap<string, Judged> = new Map(),
): Judged[] {
  const read = Array.from(cells, readCell);
  const least = leastPositive(read.filter((cell) => typeof cell === "number"));
  return read.map((cell, j) => {
    const said = meant.get(labelOf(cells[j]));
    if (said !== undefined) return said;
    if (cell === "positive") return 1;
    if (cell === "negative") return 0;
    return cell === null ? null : cell >= least ? 1 : 0;
  });
}

/** A judgement as it stands in its cell; empty for none. */
export function labelOf(cell: unknown): string {
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  return typeof cell === "string" || typeof cell === "boolean" ? String(cell).trim() : "";
}

/** The least number that is not negative. */
function leastPositive(numbers: readonly number[]): number {
  const distinct = [...new Set(numbers)].sort((a, b) => a - b);
  const [low = 0] = distinct;
  const high = distinct.at(-1) ?? 0;
  if (low < 0 || low === high) return 0;
  const isOfOneAndTwo = low === 1 && high === 2;
  const isGraded = low >= 1 && !isOfOneAndTwo && distinct.every(Number.isInteger);
  return isGraded ? (1 + Math.max(USUAL_SCALE, high)) / 2 : (low + high) / 2;
}

function readCell(cell: unknown): number | "positive" | "negative" | null {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : null;
  if (typeof cell === "boolean") return cell ? "positive" : "negative";
  if (typeof cell !== "string") return null;
  const word = cell
    .trim()
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/[.!]+$/, "");
  if (POSITIVE.test(word)) return "positive";
  if (NEGATIVE.test(word)) return "negative";
  return word !== "" && Number.isFinite(Number(word)) ? Number(word) : null;
}
