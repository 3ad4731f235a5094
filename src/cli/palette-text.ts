import { quantile } from "../core/numerics/quantile.ts";
import { isInRange, targetRange } from "../core/rows/target-range.ts";
import { type Checked, problem } from "./command-line.ts";

/** Targets by value id, in the user's units. */
export type TargetsById = ReadonlyMap<string, number>;

/**
 * Reads `humor=2.1,gpt2-helpful=q80`: raw targets, or baseline quantiles in percent by linear interpolation.
 * `rewardsOf` gives the finite rewards of a value, or null where there is no such value.
 */
export function parsePalette(
  text: string,
  rewardsOf: (id: string) => Float64Array | null,
  known: readonly string[],
): Checked<TargetsById> {
  const targets = new Map<string, number>();
  for (const part of text.split(",")) {
    const equals = part.lastIndexOf("=");
    const id = part.slice(0, equals).trim();
    const wanted = part.slice(equals + 1).trim();
    if (equals < 1 || wanted === "")
      return problem(`palette: expected value=target, found "${part.trim()}"`);
    if (targets.has(id)) return problem(`palette: ${id} is given twice`);
    const rewards = rewardsOf(id);
    if (!rewards)
      return problem(`palette: there is no value "${id}"; there are: ${known.join(", ")}`);
    const target = targetOf(id, wanted, rewards);
    if (!target.ok) return target;
    targets.set(id, target.value);
  }
  return { ok: true, value: targets };
}

/** A raw target such as 2.1, or a quantile of the rewards such as q80. */
function targetOf(id: string, wanted: string, rewards: Float64Array): Checked<number> {
  const isQuantile = /^q/i.test(wanted);
  const amount = Number(isQuantile ? wanted.slice(1) : wanted);
  if (!Number.isFinite(amount) || (isQuantile && wanted.length === 1))
    return problem(
      `palette: expected a number or a quantile such as q80 for ${id}, found "${wanted}"`,
    );
  if (isQuantile && !(amount >= 0 && amount <= 100))
    return problem(`palette: expected a quantile between q0 and q100 for ${id}, found "${wanted}"`);
  const range = { min: quantile(rewards, null, 0), max: quantile(rewards, null, 1) };
  if (!isQuantile && !isInRange(range, amount))
    return problem(
      `palette: expected a target from ${targetRange(range).join(" to ")} for ${id}, found "${wanted}"`,
    );
  return { ok: true, value: isQuantile ? quantile(rewards, null, amount / 100) : amount };
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
