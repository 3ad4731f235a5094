import type { ValueSummary } from "../core/rows/samples.ts";
import { isInRange, targetRange } from "../core/rows/target-range.ts";
import { quantileLimits, quantileTarget } from "../core/rows/units.ts";
import { type Checked, problem } from "./command-line.ts";
import { readAssignments } from "./value-names.ts";

/** What a palette asks of one value. */
export interface AskedTarget {
  /** In the user's units. */
  readonly target: number;
  /** True where it was asked as a baseline quantile and so moves with the sample. */
  readonly isQuantile: boolean;
  /** What should be known beside it: a quantile that no level has. */
  readonly note: string | null;
}

/**
 * Reads `humor=2.1,gpt2-helpful=q80`: raw targets, or baseline quantiles in percent (method §9), as q80 or 80%; for a cost, better
 * than that share of answers. Names as in `readNames`.
 */
export function parsePalette(
  text: string,
  values: readonly ValueSummary[],
): Checked<ReadonlyMap<string, AskedTarget>> {
  const known = values.map(({ id }) => id);
  const read = readAssignments(text, known);
  if (!read.ok) return read;
  const targets = new Map<string, AskedTarget>();
  for (const { name, wanted } of read.value) {
    if (targets.has(name)) return problem(`palette: ${name} is given twice`);
    const value = values.find(({ id }) => id === name);
    if (!value)
      return problem(`palette: there is no value "${name}"; there are: ${known.join(", ")}`);
    const target = targetOf(value, wanted);
    if (!target.ok) return target;
    targets.set(name, target.value);
  }
  return { ok: true, value: targets };
}

/** A raw target such as 2.1, or a quantile of the rewards such as q80. */
function targetOf(value: ValueSummary, wanted: string): Checked<AskedTarget> {
  const quantile = /^q(.*?)%?$|^(.*)%$/i.exec(wanted);
  const digits = (quantile ? (quantile[1] ?? quantile[2]) : wanted).trim();
  const amount = Number(digits);
  if (!Number.isFinite(amount) || digits === "")
    return problem(
      `palette: expected a number or a quantile such as q80 for ${value.id}, found "${wanted}"`,
    );
  if (!quantile) return rawTarget(value, amount, wanted);
  if (!(amount >= 0 && amount <= 100))
    return problem(
      `palette: expected a quantile between q0 and q100 for ${value.id}, found "${wanted}"`,
    );
  const target = quantileTarget(value, amount);
  const note = clampNote(value, amount);
  return { ok: true, value: { target, isQuantile: true, note } };
}

function rawTarget(value: ValueSummary, target: number, wanted: string): Checked<AskedTarget> {
  const wrong = outOfRange("palette", value, target, wanted);
  return wrong ? problem(wrong) : { ok: true, value: { target, isQuantile: false, note: null } };
}

function outOfRange(
  where: string,
  value: ValueSummary,
  target: number,
  written: string,
): string | null {
  if (isInRange(value, target)) return null;
  const range = targetRange(value).join(" to ");
  return `${where}: expected a target from ${range} for ${value.id}, found "${written}"`;
}

/** What is wrong with the targets of a case, once its values are known; null where nothing is. */
export function wrongTarget(
  place: number,
  { palette }: PaletteCase,
  values: readonly ValueSummary[],
): string | null {
  const wrong = palette.map((target, i) =>
    outOfRange(`cases: case ${place + 1}`, values[i], target, String(target)),
  );
  return wrong.find((each) => each !== null) ?? null;
}

function clampNote(value: ValueSummary, percent: number): string | null {
  const [least, greatest] = quantileLimits(value);
  const nearest = Math.min(greatest, Math.max(least, percent));
  if (nearest === percent) return null;
  const side = percent < least ? "below" : "above";
  const end = `q${Number(nearest.toFixed(1))}`;
  return `palette: equal answers count half, so ${value.id} has no level ${side} ${end}: q${percent} is taken as ${end}`;
}

/** One case of a file of cases: targets for some values, in that order. */
export interface PaletteCase {
  readonly values: readonly string[];
  readonly palette: readonly number[];
}

/** Checks a parsed file of cases: a JSON array of {"values": […], "palette": […]}. */
export function checkCases(
  parsed: unknown,
  known: readonly string[],
): Checked<readonly PaletteCase[]> {
  if (!Array.isArray(parsed))
    return problem('cases: expected an array of {"values": […], "palette": […]}');
  for (const [k, one] of parsed.entries()) {
    const where = `cases: case ${k + 1}`;
    const { values, palette } = (one ?? {}) as Partial<Record<keyof PaletteCase, unknown>>;
    if (!Array.isArray(values) || values.length === 0)
      return problem(`${where}: expected "values", a list of names`);
    const stranger = values.find((id) => !known.includes(id));
    if (stranger !== undefined)
      return problem(`${where}: there is no value "${stranger}"; there are: ${known.join(", ")}`);
    if (new Set(values).size !== values.length) return problem(`${where}: a value is named twice`);
    if (!Array.isArray(palette) || palette.length !== values.length)
      return problem(`${where}: expected "palette", a list of ${values.length} numbers`);
    const odd = palette.findIndex((c) => typeof c !== "number" || !Number.isFinite(c));
    if (odd >= 0)
      return problem(
        `${where}: expected a number for ${values[odd]}, found ${JSON.stringify(palette[odd])}`,
      );
  }
  return { ok: true, value: parsed as PaletteCase[] };
}
