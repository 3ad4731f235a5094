const QUOTE = 34;
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
/** A quoted cell of more bytes has lost its end. */
const LONGEST_QUOTED = 1 << 20;
const RAW = -1;
const MORE = -2;
const CLOSED = -3;
const DOUBLED = -4;
const TEXT = -5;

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
 * end within `end` bytes (unless `isLast`: then the end of the buffer ends it). A quote opens a cell only at its beginning (blanks
 * aside), and only where another one closes it; any other quote is a letter like any other.
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
    const open = buffer[at] === QUOTE ? at : afterBlanks(buffer, at, end, delimiter);
    let close =
      open < end && buffer[open] === QUOTE ? closing(buffer, open, end, delimiter, isLast) : RAW;
    if (close === MORE) return -1;
    if (close >= 0) {
      addCell(cells, open + 1, close, 1);
      at = endOfCell(buffer, close + 1, end, delimiter);
    } else {
      close = endOfCell(buffer, at, end, delimiter);
      addCell(cells, at, withoutReturn(buffer, at, close), 0);
      at = close;
    }
    if (at >= end) return atEnd;
    if (buffer[at++] === NEWLINE) return at;
  }
}

/** Place of the first sign that is no blank; a tab may be the delimiter. */
function afterBlanks(buffer: Uint8Array, from: number, end: number, delimiter: number): number {
  let at = from;
  while (at < end && buffer[at] === SPACE && delimiter !== SPACE) at++;
  return at;
}

/**
 * Place of the quote that closes the cell opened at `open`, doubled ones passed over: a delimiter or the end of the line comes
 * behind it. `RAW` where there is none, so that the cell is no quoted one; `MORE` where that is not known yet.
 */
function closing(
  buffer: Uint8Array,
  open: number,
  end: number,
  delimiter: number,
  isLast: boolean,
): number {
  let at = open + 1;
  for (;;) {
    at = nextQuote(buffer, at, end);
    if (at - open > LONGEST_QUOTED) return RAW;
    const found = whatCloses(buffer, at, end, delimiter, isLast);
    if (found === CLOSED) return at;
    if (found === MORE || found === RAW) return found;
    // A quote in the middle of the line may still be closed on it; a text of several lines has no such quotes.
    if (found === TEXT && buffer.subarray(open, at).includes(NEWLINE)) return RAW;
    at += found === DOUBLED ? 2 : 1;
  }
}

function nextQuote(buffer: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && buffer[at] !== QUOTE) at++;
  return at;
}

/** What a quote inside a quoted cell is: its end, one of two that stand for one, or a letter of a text. */
function whatCloses(
  buffer: Uint8Array,
  at: number,
  end: number,
  delimiter: number,
  isLast: boolean,
): number {
  if (at >= end) return isLast ? RAW : MORE;
  const open = isLast ? CLOSED : MORE;
  if (at + 1 >= end) return open;
  if (buffer[at + 1] === QUOTE) return DOUBLED;
  const behind = afterBlanks(buffer, at + 1, end, delimiter);
  if (behind >= end) return open;
  if (buffer[behind] === delimiter || buffer[behind] === NEWLINE) return CLOSED;
  if (buffer[behind] !== RETURN) return TEXT;
  if (behind + 1 >= end) return open;
  return buffer[behind + 1] === NEWLINE ? CLOSED : TEXT;
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
