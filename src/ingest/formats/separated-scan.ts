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

const decoder = new TextDecoder();

/** The text of a cell, doubled quotes within quotes made single. */
export function cellText(buffer: Uint8Array, { from, to, quoted }: Cells, i: number): string {
  const text = decoder.decode(buffer.subarray(from[i], to[i]));
  return quoted[i] ? text.replaceAll('""', '"') : text;
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
  const atEnd = isLast ? end : -1;
  cells.count = 0;
  let at = start;
  for (;;) {
    if (buffer[at] === QUOTE && at < end) {
      const close = closingQuote(buffer, at + 1, end, isLast);
      if (close < 0) return -1;
      addCell(cells, at + 1, close, 1);
      at = endOfCell(buffer, close + 1, end, delimiter);
    } else {
      const from = at;
      while (at < end && buffer[at] !== delimiter && buffer[at] !== NEWLINE) at++;
      addCell(cells, from, withoutReturn(buffer, from, at), 0);
    }
    if (at >= end) return atEnd;
    if (buffer[at++] === NEWLINE) return at;
  }
}

function addCell(cells: Cells, from: number, to: number, quoted: number): void {
  const { count } = cells;
  if (count < cells.from.length) {
    cells.from[count] = from;
    cells.to[count] = to;
    cells.quoted[count] = quoted;
  }
  cells.count = count + 1;
}

/** Place of the quote that closes a cell, doubled ones passed over; the end where `isLast`, else −1, where none is known to. */
function closingQuote(buffer: Uint8Array, from: number, end: number, isLast: boolean): number {
  let at = from;
  for (;;) {
    while (at < end && buffer[at] !== QUOTE) at++;
    if (at + 1 >= end) return isLast ? at : -1;
    if (buffer[at + 1] !== QUOTE) return at;
    at += 2;
  }
}

/** Place of the delimiter or line end that ends a cell, or at least `end` where there is none. */
function endOfCell(buffer: Uint8Array, from: number, end: number, delimiter: number): number {
  let at = from;
  while (at < end && buffer[at] !== delimiter && buffer[at] !== NEWLINE) at++;
  return at;
}

/** The end of a cell without the carriage return of a Windows line end. */
function withoutReturn(buffer: Uint8Array, from: number, to: number): number {
  return to > from && buffer[to - 1] === RETURN ? to - 1 : to;
}
