import type { ValueSummary } from "../../core/rows/samples.ts";
import { isInRange, targetRange } from "../../core/rows/target-range.ts";
import { type TargetUnit, UNIT_NAMES, UNITS } from "../../core/rows/units.ts";
import { formatNumber, formatSigned, parseNumber } from "../../ui/format.ts";

const PREFIXES = UNIT_NAMES.flatMap((unit) => UNITS[unit].written.prefix ?? []);
/** What any unit writes before its number, in either case. */
const PREFIX = new RegExp(`^(?:${PREFIXES.join("|")})`, "i");

/** A raw target as it stands in its field: "2.17", "q70", "+0.57", "+20" percent more likely. */
export function writeTarget(value: ValueSummary, unit: TargetUnit, raw: number): string {
  const { written, fromRaw } = UNITS[unit];
  const shown = (written.factor ?? 1) * fromRaw(value, raw);
  const format = written.isSigned ? formatSigned : formatNumber;
  const options = written.digits ? { digits: written.digits(shown) } : { scale: value.sd };
  return `${written.prefix ?? ""}${format(shown, options)}`;
}

/** The raw target that was typed in a unit, or null where it cannot be read or lies too far off. */
export function readTarget(value: ValueSummary, unit: TargetUnit, typed: string): number | null {
  const { written, limits, toRaw } = UNITS[unit];
  const plain = typed.trim().replace(PREFIX, "").replace(/%$/, "");
  const shown = parseNumber(plain.replace(SCIENTIFIC, (_, power: string) => `e${digits(power)}`));
  if (shown === null) return null;
  const amount = shown / (written.factor ?? 1);
  if (limits && !(amount >= limits[0] && amount <= limits[1])) return null;
  const raw = toRaw(value, amount);
  return isInRange(value, raw) ? raw : null;
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
