import * as v from "valibot";
import { type TargetUnit, UNIT_NAMES, UNITS } from "../../core/rows/units.ts";
import type { Participation, SharedDocument, ValueSetting } from "./document.ts";
import { type DocumentField, trimmed, valueId } from "./shared-field.ts";

type Settings = SharedDocument["values"];

/** Most values that a palette holds. */
export const MOST_VALUES = 64;

const PARTICIPATIONS: readonly Participation[] = ["target", "hold", "out"];
/** What a letter in a link says. */
const SAID: ReadonlyMap<string, { participation: Participation; unit: TargetUnit }> = new Map(
  UNIT_NAMES.flatMap((unit) =>
    PARTICIPATIONS.map((participation) => [
      UNITS[unit].letters[participation],
      { participation, unit },
    ]),
  ),
);
/** Stands for a value that is only named. */
const NAMED = "-";

const setting = v.object({
  id: valueId,
  participation: v.picklist(PARTICIPATIONS),
  target: v.pipe(v.number(), v.finite()),
  unit: v.fallback(v.picklist(UNIT_NAMES), "raw"),
});

/** The settings in the order of priority; a value that is only named is set by the preset. */
export const valuesField: DocumentField = {
  name: "values",
  letter: "v",
  write: ({ order, values }) => (order.length > 0 ? writeSettings(order, values) : undefined),
  read(json = [], _, fail) {
    const { order, settings } = readSettings(json, fail);
    return { values: settings, order };
  },
  pack({ order, values }) {
    return order.length > 0 ? packSettings(order, values, []) : undefined;
  },
  unpack: (packed) => (packed === undefined ? undefined : unpackSettings(packed, [])),
};

/** Settings as a list of records, or of bare ids where only the name is known. */
export function writeSettings(order: readonly string[], settings: Settings): unknown[] {
  return order.map((id) => (Object.hasOwn(settings, id) ? { id, ...settings[id] } : id));
}

/**
 * Checks such a list entry by entry; a bad one keeps its place by its name alone. `__proto__` and the like are ordinary names,
 * never prototypes.
 */
export function readSettings(
  json: unknown,
  fail: (value: unknown) => void,
): { readonly order: string[]; readonly settings: Settings } {
  const settings = new Map<string, ValueSetting | null>();
  if (!Array.isArray(json)) fail(json);
  for (const entry of Array.isArray(json) ? json : []) {
    const read = readSetting(entry);
    if (!read || settings.has(read.id) || settings.size === MOST_VALUES) {
      fail(entry);
      continue;
    }
    settings.set(read.id, read.setting);
    const isWhole = read.setting ? read.setting.unit === entry.unit : typeof entry === "string";
    if (!isWhole) fail(entry);
  }
  return {
    order: [...settings.keys()],
    settings: Object.fromEntries(
      [...settings].filter((entry): entry is [string, ValueSetting] => entry[1] !== null),
    ),
  };
}

/** The settings of one entry, null where they cannot be used; null altogether where not even the id can. */
function readSetting(entry: unknown): { id: string; setting: ValueSetting | null } | null {
  const one = v.safeParse(setting, entry);
  if (one.success) {
    const { id, ...rest } = one.output;
    return { id, setting: rest };
  }
  const name = v.safeParse(v.union([valueId, v.object({ id: valueId })]), entry);
  if (!name.success) return null;
  return { id: typeof name.output === "string" ? name.output : name.output.id, setting: null };
}

/** As letters and targets; the ids only where they are not `known` in this order. */
export function packSettings(
  order: readonly string[],
  settings: Settings,
  known: readonly string[],
): unknown[] {
  const codes = order.map((id) => {
    if (!Object.hasOwn(settings, id)) return NAMED;
    const { participation, unit } = settings[id];
    return UNITS[unit].letters[participation];
  });
  const targets = order.flatMap((id) => (Object.hasOwn(settings, id) ? settings[id].target : []));
  const isKnown = order.length === known.length && order.every((id, k) => id === known[k]);
  return trimmed([codes.join(""), targets, isKnown ? undefined : order]);
}

/** A list for `readSettings`, from what `packSettings` gave; anything else as it is. */
export function unpackSettings(packed: unknown, known: readonly string[]): unknown {
  if (!Array.isArray(packed)) return packed;
  const [codes, targets, order = known] = packed;
  if (typeof codes !== "string" || !Array.isArray(targets) || !Array.isArray(order)) return packed;
  let next = 0;
  return [...codes].map((code, k) => {
    if (code === NAMED) return order[k];
    return { id: order[k], target: targets[next++], ...SAID.get(code) };
  });
}
