import type { ValueSummary } from "../../core/rows/samples.ts";
import { isInRange, targetRange } from "../../core/rows/target-range.ts";
import { quantileLimits, type TargetUnit, UNIT_NAMES, UNITS } from "../../core/rows/units.ts";
import { formatNumber, formatSigned, parseNumber } from "../../ui/format.ts";

/** A target as it was typed: in the unit of the field, or in one that was typed with it. */
export interface TypedTarget {
  readonly raw: number;
  readonly unit: TargetUnit;
  readonly doubt: TypedDoubt | null;
}

/**
 * What may not have been meant: a quantile below or above every level there is (`percent` is the nearest that has one), or a
 * share typed where percent are expected (`percent` is what it would be as one, `raw` that target).
 */
export type TypedDoubt =
  | { readonly kind: "below" | "above"; readonly percent: number }
  | { readonly kind: "share"; readonly percent: number; readonly raw: number };

const PREFIXES = UNIT_NAMES.flatMap((unit) => UNITS[unit].written.prefix ?? []);
/** What any unit writes before its number, in either case. */
const PREFIX = new RegExp(`^(?:${PREFIXES.join("|")})`, "i");

const SD = /\s*(?:sd|σ)$/i;
const SUFFIX = /\s*(?:%|sd|σ)$/i;

/** A raw target as it stands in its field: "2.17", "q70", "+0.57", "+20" percent more likely. */
export function writeTarget(value: ValueSummary, unit: TargetUnit, raw: number): string {
  const { written, fromRaw } = UNITS[unit];
  const shown = (written.factor ?? 1) * fromRaw(value, raw);
  const format = written.isSigned ? formatSigned : formatNumber;
  const options = written.digits ? { digits: written.digits(shown) } : { scale: value.sd };
  return `${written.prefix ?? ""}${format(shown, options)}`;
}

/**
 * The target that was typed into a field of some unit, or null where it cannot be read or lies too far off. "q70" and "70 %" are
 * a quantile and "0.5 sd" is sd whatever the field's unit; where that counts in percent, "%" is its own.
 */
export function readTarget(
  value: ValueSummary,
  fieldUnit: TargetUnit,
  typed: string,
): TypedTarget | null {
  const text = typed.trim();
  const unit = typedUnit(fieldUnit, text);
  const { written, limits, toRaw, isOffered } = UNITS[unit];
  const plain = text.replace(PREFIX, "").replace(SUFFIX, "");
  const shown = parseNumber(plain.replace(SCIENTIFIC, (_, power: string) => `e${digits(power)}`));
  if (shown === null || !isOffered(value)) return null;
  const amount = shown / (written.factor ?? 1);
  if (limits && !(amount >= limits[0] && amount <= limits[1])) return null;
  const raw = toRaw(value, amount);
  if (!isInRange(value, raw)) return null;
  const isBare = plain === text && unit === fieldUnit;
  const doubt = (isBare ? shareDoubt(value, unit, shown) : null) ?? clampDoubt(value, unit, amount);
  return { raw, unit, doubt };
}

/** The least and the greatest raw target, written; null for a unit that has limits of its own. */
export function writtenRange(
  value: ValueSummary,
  unit: TargetUnit,
): readonly [low: string, high: string] | null {
  if (UNITS[unit].limits) return null;
  const [low, high] = targetRange(value);
  return [formatNumber(low, { scale: value.sd }), formatNumber(high, { scale: value.sd })];
}

function typedUnit(unit: TargetUnit, text: string): TargetUnit {
  if (PREFIX.test(text)) return "quantile";
  if (SD.test(text)) return "sd";
  return text.endsWith("%") && UNITS[unit].written.factor !== 100 ? "quantile" : unit;
}

function shareDoubt(value: ValueSummary, unit: TargetUnit, shown: number): TypedDoubt | null {
  const { written, toRaw } = UNITS[unit];
  const isPercent = unit === "quantile" || written.factor === 100;
  if (!isPercent || !(shown > 0 && shown < 1)) return null;
  return {
    kind: "share",
    percent: 100 * shown,
    raw: toRaw(value, (100 * shown) / (written.factor ?? 1)),
  };
}

function clampDoubt(value: ValueSummary, unit: TargetUnit, percent: number): TypedDoubt | null {
  if (unit !== "quantile") return null;
  const [least, greatest] = quantileLimits(value);
  if (percent < least) return { kind: "below", percent: least };
  return percent > greatest ? { kind: "above", percent: greatest } : null;
}

/** A raw target moved by keyboard steps in its unit, kept within the value's own range. */
export function stepTarget(
  value: ValueSummary,
  unit: TargetUnit,
  raw: number,
  steps: number,
): number {
  const { fromRaw, toRaw, stepOf, limits = [-Infinity, Infinity] } = UNITS[unit];
  const amount = fromRaw(value, raw) + steps * stepOf(value);
  const moved = toRaw(value, Math.min(limits[1], Math.max(limits[0], amount)));
  return Math.min(value.max, Math.max(value.min, Number.isFinite(moved) ? moved : value.min));
}

/** "2.39 × 10⁻⁵", as numbers are written, so that a part of it can be changed in place. */
const SCIENTIFIC = /\s*×\s*10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/;

function digits(power: string): string {
  return [...power].map((c) => (c === "⁻" ? "-" : "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c))).join("");
}
