import type { ValueSummary } from "../../core/rows/samples.ts";
import { fromUnit, hasLikelihoodUnit, toUnit } from "../../core/rows/units.ts";
import type { Unit } from "../../share/document/document.ts";
import { formatNumber, formatSigned, parseNumber } from "../../ui/format.ts";

/** The units in which a value's target can be shown and typed. */
export function unitsOf(value: ValueSummary): Unit[] {
  return hasLikelihoodUnit(value)
    ? ["raw", "quantile", "sd", "likelihood"]
    : ["raw", "quantile", "sd"];
}

/** A raw target as it stands in its field: "2.17", "q70", "+0.57", "+20" percent more likely. */
export function writeTarget(value: ValueSummary, unit: Unit, raw: number): string {
  const amount = toUnit(value, raw, unit);
  if (unit === "quantile") return `q${formatNumber(amount, { digits: isWhole(amount) ? 0 : 1 })}`;
  if (unit === "sd") return formatSigned(amount, { digits: 2 });
  if (unit === "likelihood") return formatSigned(100 * amount, { digits: 0 });
  return formatNumber(amount, { scale: value.sd });
}

/** The raw target that was typed in a unit, or null where it cannot be read. */
export function readTarget(value: ValueSummary, unit: Unit, typed: string): number | null {
  const plain = typed.trim().replace(/^q/i, "").replace(/%$/, "");
  const amount = parseNumber(plain.replace(SCIENTIFIC, (_, power: string) => `e${digits(power)}`));
  if (amount === null) return null;
  if (unit === "quantile" && !(amount >= 0 && amount <= 100)) return null;
  const raw = fromUnit(value, unit === "likelihood" ? amount / 100 : amount, unit);
  return Number.isFinite(raw) ? raw : null;
}

/** A raw target moved by keyboard steps in its unit, kept within the value's own range. */
export function stepTarget(value: ValueSummary, unit: Unit, raw: number, steps: number): number {
  const amount = toUnit(value, raw, unit) + steps * stepSize(value, unit);
  const moved = fromUnit(
    value,
    unit === "quantile" ? Math.min(100, Math.max(0, amount)) : amount,
    unit,
  );
  return Math.min(value.max, Math.max(value.min, Number.isFinite(moved) ? moved : value.min));
}

/** One keyboard step: about a fiftieth of a spread, one quantile point, a twentieth sd, five percent. */
function stepSize(value: ValueSummary, unit: Unit): number {
  if (unit === "quantile") return 1;
  if (unit === "sd") return 0.05;
  if (unit === "likelihood") return 0.05;
  const size = value.sd > 0 ? 10 ** Math.round(Math.log10(value.sd / 40)) : 1;
  return value.lowerIsBetter ? -size : size;
}

/** "2.39 × 10⁻⁵", as numbers are written, so that a part of it can be changed in place. */
const SCIENTIFIC = /\s*×\s*10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/;

function digits(power: string): string {
  return [...power].map((c) => (c === "⁻" ? "-" : "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c))).join("");
}

function isWhole(x: number): boolean {
  return Math.abs(x - Math.round(x)) < 0.05;
}
