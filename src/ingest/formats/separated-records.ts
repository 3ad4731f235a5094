import { type Cells, cellsFor, cellText, nextRecord } from "./separated-scan.ts";

/** Separators that are looked for, in this order. */
const DELIMITERS = [",", "\t", ";", "|"];
/** Records by which a separator is judged. */
const JUDGED_RECORDS = 10;
/** Cells of a record below which nothing was separated; an average, rounding errors aside. */
const FEWEST_CELLS = 1.99;

/** The first records of a text, blank ones left out: `most` are looked at. */
export function firstRecords(text: Uint8Array, delimiter: string, most: number): string[][] {
  const code = delimiter.charCodeAt(0);
  const records: string[][] = [];
  let cells = cellsFor(64);
  let at = 0;
  for (let k = 0; k < most && at < text.length; k++) {
    let next = nextRecord(text, at, text.length, code, true, cells);
    if (cells.count > cells.from.length) {
      cells = cellsFor(2 * cells.count);
      next = nextRecord(text, at, text.length, code, true, cells);
    }
    at = next;
    const record = textsOf(text, cells);
    if (record.some((cell) => cell.trim() !== "")) records.push(record);
  }
  return records;
}

/** The separator whose records differ least in length, of equals the one that gives most cells; a comma where none separates anything. */
export function guessDelimiter(text: Uint8Array): string {
  let best: { readonly delimiter: string; readonly change: number; readonly cells: number } | null =
    null;
  for (const delimiter of DELIMITERS) {
    const lengths = firstRecords(text, delimiter, JUDGED_RECORDS).map((record) => record.length);
    const cells = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    const change = lengths
      .slice(1)
      .reduce((sum, length, k) => sum + Math.abs(length - lengths[k]), 0);
    const isBetter =
      best === null || change < best.change || (change === best.change && cells > best.cells);
    if (isBetter && cells > FEWEST_CELLS) best = { delimiter, change, cells };
  }
  return best?.delimiter ?? DELIMITERS[0];
}

function textsOf(text: Uint8Array, cells: Cells): string[] {
  return Array.from({ length: cells.count }, (_, i) => cellText(text, cells, i));
}
