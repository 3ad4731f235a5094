import { spokenLocale } from "./language.ts";

/** The real minus sign, U+2212. */
export const MINUS = "\u2212";

/** A space that does not break, between a number and its unit, U+202F. */
export const THIN_SPACE = "\u202f";

/** How a number is written. */
export interface NumberOptions {
  /** Decimals. Default: `digitsFor(scale)`, or three significant digits where no scale is given. */
  readonly digits?: number;
  /** The spread (sd, or a sixth of the range) of what is measured, in the same unit as the number. */
  readonly scale?: number;
  /** A BCP 47 locale. Default the page's. */
  readonly locale?: string;
}

const MOST_DIGITS = 6;
/** From here on numbers have a power of ten, unless their spread asks for more digits than that shows. */
const HUGE = 1e9;
const MOST_MANTISSA_DIGITS = 3;
/** Beyond this a number in full is longer than its mantissa. */
const FULLY_WRITTEN = 1e15;
/** As many digits behind the first as a double holds. */
const MOST_SIGNIFICANT = 15;
const formatCache = new Map<string, Intl.NumberFormat>();

function format(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  const cachedFormat = formatCache.get(key);
  if (cachedFormat) return cachedFormat;
  const newFormat = new Intl.NumberFormat(locale, options);
  formatCache.set(key, newFormat);
  return newFormat;
}

/**
 * Decimals that a quantity of spread `sd` deserves: the last one is no coarser than a twentieth of the spread,
 * the standard error of a mean over 400 rows. 1.8 → 2, 0.12 → 3, 25 → 0. A spread of 0 or NaN gets 2.
 */
export function digitsFor(sd: number): number {
  if (!(Math.abs(sd) > 0) || !Number.isFinite(sd)) return 2;
  return Math.min(20, Math.max(0, Math.ceil(Math.log10(20 / Math.abs(sd)) - 1e-9)));
}

/**
 * Decimals for a figure with its standard error `se`: as many as its spread deserves, and more where the error would otherwise
 * read as 0. At most six.
 */
export function digitsForError(sd: number, se: number): number {
  const first = se > 0 && Number.isFinite(se) ? -Math.floor(Math.log10(se)) : 0;
  return Math.max(digitsFor(sd), Math.min(MOST_DIGITS, first));
}

/** Decimals by which a number has three digits that count, whatever its size: how every λ is written. */
export function significantDigits(x: number): number {
  const size = Math.abs(x);
  if (!(size > 0)) return 0;
  return Math.min(20, Math.max(0, 2 - Math.floor(Math.log10(size))));
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

function scientific(
  x: number,
  locale: string,
  sign: "negative" | "exceptZero",
  mantissaDigits: number,
): string {
  const [mantissa, exponent] = x.toExponential(mantissaDigits).split("e");
  const head = format(locale, {
    minimumFractionDigits: mantissaDigits,
    maximumFractionDigits: mantissaDigits,
    signDisplay: sign,
  }).format(Number(mantissa));
  return `${head} × ${powerOfTen(Number(exponent))}`;
}

/** Digits behind the first one: two, or as many as the spread of numbers far from zero needs to tell them apart. */
function mantissaDigitsOf(x: number, { scale, digits = 0 }: NumberOptions): number {
  const decimals =
    scale && Number.isFinite(scale) ? Math.ceil(Math.log10(20 / Math.abs(scale))) : digits;
  if (scale === undefined && digits === 0) return 2;
  return Math.min(MOST_SIGNIFICANT, Math.max(2, decimals + Math.floor(Math.log10(Math.abs(x)))));
}

function write(x: number, options: NumberOptions, sign: "negative" | "exceptZero"): string {
  if (Number.isNaN(x)) return "–";
  if (!Number.isFinite(x)) return x < 0 ? `${MINUS}∞` : "∞";
  const {
    locale = spokenLocale(),
    scale,
    digits = scale === undefined ? significantDigits(x) : digitsFor(scale),
  } = options;
  const isExtreme = x !== 0 && (digits > MOST_DIGITS || Math.abs(x) >= HUGE);
  const mantissaDigits = isExtreme ? mantissaDigitsOf(x, options) : 0;
  const isShort = mantissaDigits <= MOST_MANTISSA_DIGITS || digits > MOST_DIGITS;
  const text =
    isExtreme && (isShort || Math.abs(x) >= FULLY_WRITTEN)
      ? scientific(x, locale, sign, mantissaDigits)
      : format(locale, {
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
          signDisplay: sign,
        }).format(x);
  return text.replace("-", MINUS);
}

/**
 * A number with no more decimals than it deserves, a real minus sign and grouped thousands ("2,312", "−1.01").
 * Never "−0.00"; below 10⁻⁶ or from 10⁹ as "1.20 × 10⁻⁷", in full where the spread is too small for that to show a
 * difference; NaN is "–".
 */
export function formatNumber(x: number, options: NumberOptions = {}): string {
  return write(x, options, "negative");
}

/** A bound rounded outwards to some decimals, so that it holds as printed: the greatest up, the least down. */
export function formatBound(x: number, digits: number, side: "greatest" | "least"): string {
  const unit = 10 ** digits;
  const rounding = 1e-9 * (1 + Math.abs(x * unit));
  const outwards =
    side === "greatest" ? Math.ceil(x * unit - rounding) : Math.floor(x * unit + rounding);
  return write(digits > MOST_DIGITS ? x : outwards / unit, { digits }, "negative");
}

/** As `formatNumber`, with a plus sign before what is greater than zero once rounded. */
export function formatSigned(x: number, options: NumberOptions = {}): string {
  return write(x, options, "exceptZero");
}

/** A whole number with grouped thousands. */
export function formatCount(n: number, locale: string = spokenLocale()): string {
  return write(n, { digits: 0, locale }, "negative");
}

/** A share in [0, 1] as "8 %" with a narrow no-break space; one decimal below 1 %. `digits` overrides. */
export function formatPercent(
  share: number,
  options: Pick<NumberOptions, "digits" | "locale"> = {},
): string {
  const percent = share * 100;
  const small = percent !== 0 && Math.abs(percent) < 0.95;
  const digits = options.digits ?? (small ? 1 : 0);
  return `${write(percent, { ...options, digits }, "negative")}${THIN_SPACE}%`;
}

/**
 * A divergence in nats, the number alone: two decimals, below 0.1 three or as many as show two digits, one from 10. 0 is "0", and
 * so is what six decimals do not show.
 */
export function formatNats(
  nats: number,
  options: Pick<NumberOptions, "digits" | "locale"> = {},
): string {
  return write(nats, { ...options, digits: options.digits ?? natsDigits(nats) }, "negative");
}

/** The same rounded down, for what a cost is at least. */
export function formatNatsBelow(nats: number): string {
  const digits = natsDigits(nats);
  return write(Math.floor(nats * 10 ** digits) / 10 ** digits, { digits }, "negative");
}

function natsDigits(nats: number): number {
  const size = Math.abs(nats);
  if (size >= 0.0995) return size < 9.995 ? 2 : 1;
  return size < 5e-7 ? 0 : Math.min(MOST_DIGITS, Math.max(3, significantDigits(size) - 1));
}

/** Bytes as megabytes, the number alone, with one decimal below ten. */
export function formatMegabytes(bytes: number): string {
  return write(bytes / 1e6, { digits: bytes < 1e7 ? 1 : 0 }, "negative");
}

/** A decimal such as "-0.25" or "1.2e-21", digit for digit, with the page's signs. */
export function formatDecimal(text: string, locale: string = spokenLocale()): string {
  const [, decimal] = separators(locale);
  const [digits, exponent] = text.split("e");
  const written = digits.replace("-", MINUS).replace(".", decimal);
  return exponent === undefined ? written : `${written} × ${powerOfTen(Number(exponent))}`;
}

function powerOfTen(exponent: number): string {
  const power = [...String(Math.abs(exponent))].map((d) => SUPERSCRIPTS[Number(d)]).join("");
  return `10${exponent < 0 ? "⁻" : ""}${power}`;
}

/**
 * Reads a number as a person types it: either minus sign, spaces, thousands grouped as the page's language groups them, a decimal
 * point or comma. In German "1.234" is a thousand and more, "1.23" is not. Returns null for anything else.
 */
export function parseNumber(text: string, locale: string = spokenLocale()): number | null {
  const plain = text
    .trim()
    .replace(/[\u2212\u2013]/g, "-")
    .replace(/[\s\u202f\u00a0]/g, "");
  const [group, decimal] = separators(locale);
  const grouped = new RegExp(`^[-+]?[1-9]\\d{0,2}(\\${group}\\d{3})+(\\${decimal}\\d*)?$`);
  const point = (grouped.test(plain) ? plain.replaceAll(group, "") : plain).replace(",", ".");
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(point)) return null;
  const x = Number(point);
  return Number.isFinite(x) ? x : null;
}

/** The signs that stand between thousands and before decimals. */
function separators(locale: string): readonly [string, string] {
  const parts = format(locale, { minimumFractionDigits: 1 }).formatToParts(1e6);
  const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  return [sign("group"), sign("decimal")];
}
