import { normalQuantile } from "../numerics/normal.ts";
import type { ValueSummary } from "./samples.ts";
import { isRated, quantileTarget } from "./units.ts";

/** How a preset sets one value: a target in the user's units, held at its mean, or left out. */
export interface PresetSetting {
  readonly participation: "target" | "hold" | "out";
  readonly target: number;
}

/** A starting palette. `quantile` in percent. */
export interface Preset {
  readonly id: string;
  readonly kind: "hhh" | "alone" | "all";
  readonly quantile: number;
  /** The value that is asked alone, for kind "alone". */
  readonly value?: string;
}

/** The paper's three: humor, helpfulness and harmlessness. */
export const HHH_VALUES = ["humor", "gpt2-helpful", "gpt2-harmless"];
const HHH_QUANTILES = [50, 60, 70, 80, 90];
const ALL_QUANTILES = [60, 70, 80];
const ALONE_QUANTILE = 80;

/** The presets that make sense for these values: HHH where its three are there, each value alone, all values together. */
export function presetsFor(values: readonly ValueSummary[]): Preset[] {
  const ids = new Set(values.map((v) => v.id));
  const isHhh = HHH_VALUES.every((id) => ids.has(id));
  return [
    ...(isHhh
      ? HHH_QUANTILES.map((q): Preset => ({ id: `hhh-${q}`, kind: "hhh", quantile: q }))
      : ALL_QUANTILES.map((q): Preset => ({ id: `all-${q}`, kind: "all", quantile: q }))),
    ...values.map(
      (v): Preset => ({
        id: `alone-${v.id}`,
        kind: "alone",
        quantile: ALONE_QUANTILE,
        value: v.id,
      }),
    ),
  ];
}

/**
 * The settings a preset gives each value, by id. Targets are in the user's units: baseline quantiles, and where a value has few
 * different rewards as far above its mean as that quantile of a normal distribution, at most that share of the way from the
 * middle to the best (method §9).
 */
export function applyPreset(
  preset: Preset,
  values: readonly ValueSummary[],
): Record<string, PresetSetting> {
  const entries = values.map((v): [string, PresetSetting] => {
    const isAsked =
      preset.kind === "all" ||
      (preset.kind === "hhh" ? HHH_VALUES.includes(v.id) : preset.value === v.id);
    if (isAsked)
      return [v.id, { participation: "target", target: presetTarget(v, preset.quantile) }];
    return [v.id, { participation: preset.kind === "hhh" ? "hold" : "out", target: v.mean }];
  });
  return Object.fromEntries(entries);
}

function presetTarget(value: ValueSummary, percent: number): number {
  if (!isRated(value)) return quantileTarget(value, percent);
  const q = percent / 100;
  const best = value.lowerIsBetter ? value.mean - value.min : value.max - value.mean;
  const rise = Math.min(normalQuantile(q) * value.sd, (2 * q - 1) * best);
  return value.lowerIsBetter ? value.mean - rise : value.mean + rise;
}
