const POWERS = Float64Array.from({ length: 23 }, (_, k) => Number(`1e${k}`));
const MOST_DECIMALS = POWERS.length - 1;
/** Digits that are exact in a double, and further ones that are gathered apart. */
const EXACT_DIGITS = 15;
const FURTHER_DIGITS = 7;
/** Halves a double into two of 26 bits (Veltkamp). */
const HALVING = 2 ** 27 + 1;
/** More than the rounding error of the quotient below, relative to it; its last place is 1e-16. */
const DOUBT = 1e-29;
const SPACE = 32;
const POINT = 46;
const PLUS = 43;
const MINUS = 45;

/**
 * The number that some bytes write in plain form, undefined for anything else; to the last bit what `Number` gives. Up to fifteen
 * digits are exact in a double, and one division by an exact power of ten rounds once; up to 22 digits are divided in twice the
 * precision; more, and exponent forms, are left to `Number`.
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
  let rest = 0;
  let written = 0;
  let digits = 0;
  let decimals = -1;
  for (; at < to; at++) {
    const c = buffer[at];
    const digit = c - 48;
    if (digit >= 0 && digit <= 9) {
      if (digits < EXACT_DIGITS) value = value * 10 + digit;
      else rest = rest * 10 + digit;
      written++;
      if (value > 0) digits++;
      if (decimals >= 0) decimals++;
    } else if (c === point && decimals < 0) decimals = 0;
    else break;
  }
  if (written === 0 || (at < to && !isExponent(buffer, at, to))) return undefined;
  const further = digits - EXACT_DIGITS;
  if (at === to && decimals <= MOST_DECIMALS && further <= FURTHER_DIGITS) {
    const divisor = decimals > 0 ? POWERS[decimals] : 1;
    const size =
      further > 0 ? longQuotient(value, POWERS[further], rest, divisor) : value / divisor;
    if (size !== undefined) return isNegative ? -size : size;
  }
  return point === POINT ? Number(text.slice(start, to)) : undefined;
}

/**
 * (value · scale + rest) / divisor, rounded once; undefined where it lies so near the middle between two doubles that twice the
 * precision does not decide. value < 1e15, rest < scale ≤ 1e7, divisor an exact power of ten.
 */
function longQuotient(
  value: number,
  scale: number,
  rest: number,
  divisor: number,
): number | undefined {
  const product = value * scale;
  const low = productError(value, scale, product) + rest;
  const high = product + low;
  const left = low - (high - product);
  const quotient = high / divisor;
  const back = quotient * divisor;
  const remainder = high - back - productError(quotient, divisor, back) + left;
  const correction = remainder / divisor;
  const doubt = quotient * DOUBT;
  const nearest = quotient + (correction + doubt);
  return nearest === quotient + (correction - doubt) ? nearest : undefined;
}

/** What a product of two doubles lost when it was rounded (Dekker). */
function productError(a: number, b: number, product: number): number {
  const x = HALVING * a;
  const y = HALVING * b;
  const aHigh = x - (x - a);
  const bHigh = y - (y - b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
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
