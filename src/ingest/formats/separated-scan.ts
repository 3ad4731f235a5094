const QUOTE = 34;
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;

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

const POWERS = Float64Array.from({ length: 23 }, (_, k) => Number(`1e${k}`));
const EXACT_DIGITS = 15;
const POINT = 46;
const PLUS = 43;
const MINUS = 45;

/**
 * The number that some bytes write in plain form, undefined for anything else. Up to fifteen digits are exact in a double, and one
 * division by an exact power of ten rounds once, as `Number` does; longer and exponent forms are left to `Number`.
 * `text`: the same bytes, one character each. `point`: the decimal mark.
 */
export function plainNumber(
  buffer: Uint8Array,
  text: string,
  from: number,
  to: number,
  point: number,
): number | undefined {
  let at = from;
  while (at < to && buffer[at] === SPACE) at++;
  const start = at;
  const isNegative = buffer[at] === MINUS;
  if (isNegative || buffer[at] === PLUS) at++;
  let value = 0;
  let written = 0;
  let digits = 0;
  let decimals = -1;
  for (; at < to; at++) {
    const c = buffer[at];
    const digit = c - 48;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      written++;
      if (value > 0) digits++;
      if (decimals >= 0) decimals++;
    } else if (c === point && decimals < 0) decimals = 0;
    else break;
  }
  if (written === 0 || (at < to && !isExponent(buffer, at, to))) return undefined;
  if (at < to || digits > EXACT_DIGITS || decimals > 22)
    return point === POINT ? Number(text.slice(start, to)) : undefined;
  if (decimals > 0) value /= POWERS[decimals];
  return isNegative ? -value : value;
}

/** True where the bytes read e, a sign or none, and digits to the end. */
function isExponent(buffer: Uint8Array, from: number, to: number): boolean {
  let at = from;
  if ((buffer[at++] | 32) !== 101) return false;
  if (buffer[at] === PLUS || buffer[at] === MINUS) at++;
  const first = at;
  while (at < to && buffer[at] >= 48 && buffer[at] <= 57) at++;
  return at === to && at > first;
}
