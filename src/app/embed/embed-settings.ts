import type { ValueSummary } from "../../core/rows/samples.ts";
import { isInRange, targetRange } from "../../core/rows/target-range.ts";
import { quantileTarget } from "../../core/rows/units.ts";
import type { ValueSetting } from "../../share/document/document.ts";
import { type AskedPalette, quantileOf, shortened } from "../../share/embed/embed-messages.ts";

/** What a page around an embed can set of each value, by the value's id. */
export type EmbedSettings = Record<string, Pick<ValueSetting, "participation" | "target">>;

type Levels = Exclude<AskedPalette, string>;

/**
 * The settings that a page's levels ask for; `current` gives the target of a value that is only held or left out. A value
 * that the data does not have is a problem, in words.
 */
export function embedSettings(
  levels: Levels,
  values: readonly ValueSummary[],
  current: Readonly<Record<string, ValueSetting>>,
):
  | { readonly ok: true; readonly settings: EmbedSettings }
  | { readonly ok: false; readonly problem: string } {
  const settings: EmbedSettings = {};
  for (const [id, level] of Object.entries(levels)) {
    const value = values.find((v) => v.id === id);
    if (!value) {
      const ids = values.map((v) => v.id).join(", ");
      return {
        ok: false,
        problem: shortened(
          `palette: there is no value "${shortened(id)}"; there are: ${ids}`,
          1000,
        ),
      };
    }
    const target = targetOf(level, value, current[id]?.target);
    if (!isInRange(value, target)) {
      const range = targetRange(value).join(" to ");
      return {
        ok: false,
        problem: `palette: ${id}: expected a target from ${range}, found ${level}`,
      };
    }
    settings[id] = {
      participation: level === "hold" || level === "out" ? level : "target",
      target,
    };
  }
  return { ok: true, settings };
}

function targetOf(level: Levels[string], value: ValueSummary, current: number | undefined): number {
  const percent = quantileOf(level);
  if (percent !== null) return quantileTarget(value, percent);
  return typeof level === "number" ? level : (current ?? value.mean);
}
