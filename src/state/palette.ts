import type { Palette } from "../core/answer.ts";
import { applyPreset, HHH_VALUES, presetsFor } from "../core/presets.ts";
import type { ValueSummary } from "../core/samples.ts";
import type { DataSource, PaletteDocument, ValueSetting } from "../share/document.ts";

/** Level at which a value takes part: its target, today's mean when held, null when left out. */
export function askedLevel(setting: ValueSetting | undefined, value: ValueSummary): number | null {
  if (!setting || setting.participation === "out") return null;
  return setting.participation === "hold" ? value.mean : setting.target;
}

/** The palette that a document asks of these values. */
export function paletteOf(
  document: Pick<PaletteDocument, "values" | "mode">,
  values: readonly ValueSummary[],
): Palette {
  return {
    targets: values.map((v) => askedLevel(document.values[v.id], v)),
    held: values.map((v) => document.values[v.id]?.participation === "hold"),
    ...(document.mode === "per-prompt" ? { mode: document.mode } : {}),
  };
}

/** True when two palettes ask the same. */
export function samePalette(a: Palette | null, b: Palette | null): boolean {
  if (!a || !b) return a === b;
  return (
    a.targets.length === b.targets.length &&
    (a.mode ?? "pooled") === (b.mode ?? "pooled") &&
    a.targets.every((t, i) => t === b.targets[i] && a.held[i] === b.held[i])
  );
}

/** The document that data starts with: HHH 70 % where its three are there, else all at 70 %; the first pair that tells most. */
export function defaultDocument(
  source: DataSource,
  values: readonly ValueSummary[],
): PaletteDocument {
  const presets = presetsFor(values);
  const preset = presets.find((p) => p.quantile === 70) ?? presets[0];
  const settings = applyPreset(preset, values);
  const ids = values.map((v) => v.id);
  const isHhh = HHH_VALUES.every((id) => ids.includes(id));
  return {
    version: 1,
    source,
    values: Object.fromEntries(ids.map((id) => [id, { ...settings[id], unit: "raw" as const }])),
    order: ids,
    pair: isHhh ? [HHH_VALUES[0], HHH_VALUES[2]] : ids.length > 1 ? [ids[0], ids[1]] : null,
  };
}

/** A document fitted to the values that are there: settings of the rest are dropped (and named), new values get defaults. */
export function reconcile(
  document: PaletteDocument,
  values: readonly ValueSummary[],
): { document: PaletteDocument; dropped: string[] } {
  const fallback = defaultDocument(document.source, values);
  const ids = values.map((v) => v.id);
  const known = ids.filter((id) => Object.hasOwn(document.values, id));
  const settings = ids.map((id): [string, ValueSetting] => [
    id,
    Object.hasOwn(document.values, id)
      ? document.values[id]
      : {
          ...fallback.values[id],
          participation: known.length > 0 ? "out" : fallback.values[id].participation,
        },
  ]);
  const order = document.order.filter((id) => ids.includes(id));
  const scenarios = document.scenarios?.map((scenario) => ({
    ...scenario,
    values: Object.fromEntries(Object.entries(scenario.values).filter(([id]) => ids.includes(id))),
  }));
  const isPairThere =
    document.pair?.every((id) => ids.includes(id)) && document.pair[0] !== document.pair[1];
  return {
    document: {
      ...document,
      ...(scenarios ? { scenarios } : {}),
      values: Object.fromEntries(settings),
      order: [...order, ...ids.filter((id) => !order.includes(id))],
      pair: isPairThere ? document.pair : fallback.pair,
    },
    dropped: Object.keys(document.values).filter((id) => !ids.includes(id)),
  };
}
