/**
 * Finite float64 numbers as few bytes, exactly. Each is written in the shortest of three ways: as a decimal m·10⁻ᵈ where it
 * was typed or rounded, as a number that was there before, or with all 52 bits of its fraction and a short exponent. −0 is 0.
 */
export function packNumbers(numbers: readonly number[]): Uint8Array {
  const bits = new BitWriter();
  const places = new Map<number, number>();
  for (const x of numbers) {
    const decimal = decimalOf(x);
    const place = places.get(x);
    const decimalCost = decimal ? DECIMAL_BITS + bitLength(decimal.digits) : Infinity;
    const placeCost = place === undefined ? Infinity : 2 + bitLength(places.size - 1);
    if (place === undefined) places.set(x, places.size);
    if (placeCost < decimalCost && place !== undefined) {
      bits.write(0b10, 2);
      bits.write(place, bitLength(places.size - 1));
    } else if (decimal && decimalCost <= FULL_BITS) {
      bits.write(0, 1);
      writeDecimal(bits, decimal);
    } else {
      bits.write(0b11, 2);
      writeFull(bits, x);
    }
  }
  return bits.bytes();
}

/** The numbers that `packNumbers` wrote, up to `count`; fewer where the bytes end early. */
export function unpackNumbers(bytes: Uint8Array, count: number): number[] {
  const bits = new BitReader(bytes);
  const seen = new Set<number>();
  const distinct: number[] = [];
  const numbers: number[] = [];
  while (numbers.length < count) {
    const x = readOne(bits, distinct);
    if (x === undefined || bits.isPastEnd) break;
    if (!seen.has(x)) distinct.push(x);
    seen.add(x);
    numbers.push(x);
  }
  return numbers;
}

/** Prefix, sign, places and length of a decimal. */
const DECIMAL_BITS = 1 + 1 + 4 + 6;
/** What a number in full usually takes; decides which form is tried. */
const FULL_BITS = 58;
const MOST_PLACES = 15;
const EXPONENT_BIAS = 1023;

interface Decimal {
  readonly isNegative: boolean;
  readonly digits: number;
  readonly places: number;
}

/** The shortest decimal that reads back as x; null where its digits do not fit. */
function decimalOf(x: number): Decimal | null {
  const [mantissa, exponent] = Math.abs(x).toExponential().split("e");
  const digits = mantissa.replace(".", "");
  const places = digits.length - 1 - Number(exponent);
  if (places > MOST_PLACES || places < -MOST_PLACES) return null;
  const whole = Number(places < 0 ? digits + "0".repeat(-places) : digits);
  if (!Number.isSafeInteger(whole)) return null;
  return { isNegative: x < 0, digits: whole, places: Math.max(0, places) };
}

function writeDecimal(bits: BitWriter, { isNegative, digits, places }: Decimal): void {
  bits.write(isNegative ? 1 : 0, 1);
  bits.write(places, 4);
  bits.write(bitLength(digits), 6);
  bits.write(digits, bitLength(digits));
}

function writeFull(bits: BitWriter, x: number): void {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const high = view.getUint32(0);
  bits.write(high >>> 31, 1);
  const power = ((high >>> 20) & 0x7ff) - EXPONENT_BIAS;
  const zigzag = (power < 0 ? -2 * power - 1 : 2 * power) + 1;
  bits.write(0, bitLength(zigzag) - 1);
  bits.write(zigzag, bitLength(zigzag));
  bits.write(high & 0xfffff, 20);
  bits.write(view.getUint32(4), 32);
}

function readOne(bits: BitReader, distinct: readonly number[]): number | undefined {
  if (bits.read(1) === 0) {
    const sign = bits.read(1) ? "-" : "";
    const places = bits.read(4);
    return Number(`${sign}${bits.read(bits.read(6))}e-${places}`);
  }
  if (bits.read(1) === 1) return readFull(bits);
  return distinct[bits.read(bitLength(Math.max(0, distinct.length - 1)))];
}

function readFull(bits: BitReader): number | undefined {
  const sign = bits.read(1);
  let length = 0;
  while (!bits.isPastEnd && bits.read(1) === 0) length++;
  if (length > 10) return undefined;
  const zigzag = 2 ** length + bits.read(length) - 1;
  const power = zigzag % 2 === 1 ? -(zigzag + 1) / 2 : zigzag / 2;
  const view = new DataView(new ArrayBuffer(8));
  const exponent = (power + EXPONENT_BIAS) & 0x7ff;
  view.setUint32(0, ((sign << 31) | (exponent << 20) | bits.read(20)) >>> 0);
  view.setUint32(4, bits.read(32));
  const x = view.getFloat64(0);
  return Number.isFinite(x) ? x : undefined;
}

/** Bits that a whole number below 2⁵³ takes; 0 for 0. */
function bitLength(n: number): number {
  return n === 0 ? 0 : n.toString(2).length;
}

class BitWriter {
  readonly #bits: number[] = [];

  /** The lowest `length` bits of a whole number below 2⁵³, highest first. */
  write(n: number, length: number): void {
    for (let k = length - 1; k >= 0; k--) this.#bits.push(Math.floor(n / 2 ** k) % 2);
  }

  bytes(): Uint8Array {
    const bytes = new Uint8Array(Math.ceil(this.#bits.length / 8));
    for (const [k, bit] of this.#bits.entries()) bytes[k >> 3] |= bit << (7 - (k & 7));
    return bytes;
  }
}

class BitReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isPastEnd(): boolean {
    return this.#at > 8 * this.#bytes.length;
  }

  /** The next `length` bits as a number; zeros past the end. */
  read(length: number): number {
    let n = 0;
    for (let k = 0; k < length; k++, this.#at++)
      n = 2 * n + (((this.#bytes[this.#at >> 3] ?? 0) >> (7 - (this.#at & 7))) & 1);
    return n;
  }
}
