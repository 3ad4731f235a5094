const QUOTE = 34;
const NEWLINE = 10;
const RETURN = 13;

/** Where the cells of one record lie in a buffer; `quoted` cells stand between quotes. */
export interface Cells {
  count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly quoted: Uint8Array;
}

/** Room for so many cells of a record; a longer record is counted, but its further cells are not kept. */
export function cellsFor(most: number): Cells {
  return {
    count: 0,
    from: new Int32Array(most),
    to: new Int32Array(most),
    quoted: new Uint8Array(most),
  };
}

/**
 * Finds the cells of the record that begins at `start`; returns where the next one begins, or −1 where the record does not
 * end within `end` bytes (unless `isLast`: then the end of the buffer ends it). Quotes open a cell only at its beginning.
 */
export function nextRecord(
  buffer: Uint8Array,
  start: number,
  end: number,
  delimiter: number,
  isLast: boolean,
  cells: Cells,
): number {
  cells.count = 0;
  let at = start;
  for (;;) {
    const from = at;
    let isQuoted = false;
    let to: number;
    if (buffer[at] === QUOTE && at < end) {
      isQuoted = true;
      at++;
      for (;;) {
        while (at < end && buffer[at] !== QUOTE) at++;
        if (at >= end) {
          if (!isLast) return -1;
          break;
        }
        if (at + 1 >= end && !isLast) return -1;
        if (buffer[at + 1] !== QUOTE || at + 1 >= end) break;
        at += 2;
      }
      to = at;
      at++;
      while (at < end && buffer[at] !== delimiter && buffer[at] !== NEWLINE) at++;
    } else {
      while (at < end && buffer[at] !== delimiter && buffer[at] !== NEWLINE) at++;
      to = at;
      if (to > from && buffer[to - 1] === RETURN) to--;
    }
    if (at >= end && !isLast) return -1;
    if (cells.count < cells.from.length) {
      cells.from[cells.count] = isQuoted ? from + 1 : from;
      cells.to[cells.count] = Math.min(to, end);
      cells.quoted[cells.count] = isQuoted ? 1 : 0;
    }
    cells.count++;
    if (at >= end) return end;
    if (buffer[at++] === NEWLINE) return at;
  }
}
