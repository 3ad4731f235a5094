import { NUMBER } from "../table/cells.ts";

const POWERS = Float64Array.from({ length: 23 }, (_, k) => Number(`1e${k}`));
const MOST_DECIMALS = POWERS.length - 1;
/** Digits that are exact in a double, and further ones that are gathered apart. */
const EXACT_DIGITS = 15;
const FURTHER_DIGITS = 7;
/** From here on a whole number has all its exact digits. */
const FULL = 10 ** (EXACT_DIGITS - 1);
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
  const start = afterSpaces(buffer, from, to);
  let at = afterSign(buffer, start);
  let value = 0;
  let rest = 0;
  let further = 0;
  let digits = 0;
  let pointAt = -1;
  for (; at < to; at++) {
    const digit = buffer[at] - 48;
    if (digit >= 0 && digit <= 9) {
      digits++;
      if (value < FULL) value = value * 10 + digit;
      else {
        rest = rest * 10 + digit;
        further++;
      }
    } else if (buffer[at] === point && pointAt < 0) pointAt = at;
    else break;
  }
  if (digits === 0) return undefined;
  const decimals = decimalsFrom(pointAt, to);
  const size = at === to ? quotientOf(value, rest, further, decimals) : undefined;
  if (size === undefined) return exactNumber(text.slice(start, to), point);
  return buffer[start] === MINUS ? -size : size;
}

function afterSpaces(buffer: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && buffer[at] === SPACE) at++;
  return at;
}

function afterSign(buffer: Uint8Array, at: number): number {
  return buffer[at] === MINUS || buffer[at] === PLUS ? at + 1 : at;
}

/** Digits after the decimal mark of a number that ends before `to`. */
function decimalsFrom(pointAt: number, to: number): number {
  return pointAt < 0 ? 0 : to - pointAt - 1;
}

/** A number by its first digits and its `further` ones; undefined where they are too many to be sure of the last bit. */
function quotientOf(
  value: number,
  rest: number,
  further: number,
  decimals: number,
): number | undefined {
  if (decimals > MOST_DECIMALS || further > FURTHER_DIGITS) return undefined;
  return further > 0
    ? longQuotient(value, POWERS[further], rest, POWERS[decimals])
    : value / POWERS[decimals];
}

/** What `Number` makes of a text that writes a number; undefined for any other, and where the decimal mark is no point. */
function exactNumber(text: string, point: number): number | undefined {
  return point === POINT && NUMBER.test(text) ? Number(text) : undefined;
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
