import type { Palette } from "../core/rows/palette.ts";
import { applyPreset, HHH_VALUES, type Preset, presetsFor } from "../core/rows/presets.ts";
import type { ValueSummary } from "../core/rows/samples.ts";
import { targetRange } from "../core/rows/target-range.ts";
import { UNITS } from "../core/rows/units.ts";
import type {
  DataSource,
  PaletteDocument,
  SharedDocument,
  ValueSetting,
} from "../share/document/document.ts";

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

/** A document that asks nothing, for the time before its data is there. */
export function emptyDocument(source: DataSource): PaletteDocument {
  return { version: 1, source, values: {}, order: [], pair: null };
}

/** The document that data starts with: HHH 70 % where its three are there, else all at 70 %; the first pair that tells most. */
export function defaultDocument(
  source: DataSource,
  values: readonly ValueSummary[],
): PaletteDocument {
  const ids = values.map((v) => v.id);
  const isHhh = HHH_VALUES.every((id) => ids.includes(id));
  return {
    version: 1,
    source,
    values: presetSettings(firstPreset(values), values),
    order: ids,
    pair: isHhh ? [HHH_VALUES[0], HHH_VALUES[2]] : ids.length > 1 ? [ids[0], ids[1]] : null,
  };
}

/** The preset that data starts with. */
export function firstPreset(values: readonly ValueSummary[]): Preset {
  const presets = presetsFor(values);
  return presets.find((p) => p.quantile === 70) ?? presets[0];
}

/** The settings that a preset gives, in raw units. */
export function presetSettings(
  preset: Preset,
  values: readonly ValueSummary[],
): Record<string, ValueSetting> {
  const entries = Object.entries(applyPreset(preset, values));
  return Object.fromEntries(entries.map(([id, setting]) => [id, { ...setting, unit: "raw" }]));
}

/**
 * A document fitted to the values that are there: what it only names is set by its preset, settings of values that are not
 * there are dropped (and named), values that it does not know are left out, or get the defaults where it knows none. Targets
 * in a unit that a value does not offer are shown as raw rewards, and targets too far off are held (and named).
 */
export function reconcile(
  shared: SharedDocument,
  values: readonly ValueSummary[],
): { document: PaletteDocument; dropped: string[]; inRaw: string[]; held: string[] } {
  const { preset: presetId } = shared;
  const document = ownDocument(shared);
  const fallback = defaultDocument(document.source, values);
  const preset = presetsFor(values).find(({ id }) => id === presetId) ?? firstPreset(values);
  const presetValues = presetSettings(preset, values);
  const ids = values.map((v) => v.id);
  const units = unitsFitted(values);
  const named = new Set([...document.order, ...Object.keys(document.values)]);
  const isKnown = ids.some((id) => named.has(id));
  const settings = ids.map((id): [string, ValueSetting] => {
    if (Object.hasOwn(document.values, id)) return [id, units.fit(id, document.values[id])];
    return [
      id,
      isKnown && !named.has(id) ? { ...presetValues[id], participation: "out" } : presetValues[id],
    ];
  });
  const order = document.order.filter((id) => ids.includes(id));
  const scenarios = document.scenarios?.map((scenario) => ({
    ...scenario,
    values: Object.fromEntries(
      Object.entries(scenario.values)
        .filter(([id]) => ids.includes(id))
        .map(([id, setting]) => [id, units.fit(id, setting)]),
    ),
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
    dropped: [...named].filter((id) => !ids.includes(id)),
    inRaw: [...units.refused],
    held: [...units.held],
  };
}

/** What a link or file says beside the document: where one was looking, and what worked it out. */
const BESIDE: Readonly<Record<Exclude<keyof SharedDocument, keyof PaletteDocument>, true>> = {
  preset: true,
  panel: true,
  others: true,
  page: true,
  tab: true,
  question: true,
  solver: true,
};

function ownDocument(shared: SharedDocument): PaletteDocument {
  const fields = Object.entries(shared).filter(([name]) => !Object.hasOwn(BESIDE, name));
  return Object.fromEntries(fields) as unknown as PaletteDocument;
}

/** Gives settings units that their values offer and targets in their range, and holds the ids of those that this changed. */
function unitsFitted(values: readonly ValueSummary[]) {
  const refused = new Set<string>();
  const held = new Set<string>();
  const fit = (id: string, setting: ValueSetting): ValueSetting => {
    const value = values.find((v) => v.id === id);
    if (!value) return setting;
    const [low, high] = targetRange(value);
    const target = Math.min(high, Math.max(low, setting.target));
    if (target !== setting.target) held.add(id);
    const inRange = target === setting.target ? setting : { ...setting, target };
    if (UNITS[setting.unit].isOffered(value)) return inRange;
    refused.add(id);
    return { ...inRange, unit: "raw" };
  };
  return { fit, refused, held };
}
