import * as v from "valibot";
import type { Scenario, SharedDocument } from "./document.ts";
import { type DocumentField, trimmed, valueId } from "./shared-field.ts";
import { packSettings, readSettings, unpackSettings, writeSettings } from "./values-field.ts";

const MOST_SCENARIOS = 64;
const schema = v.object({
  id: valueId,
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  values: v.unknown(),
});

/** The kept palettes; each is checked by itself. */
export const scenariosField: DocumentField = {
  name: "scenarios",
  letter: "c",
  write: ({ scenarios = [] }) =>
    scenarios.length === 0
      ? undefined
      : scenarios.map(({ id, name, values }) => ({
          id,
          name,
          values: writeSettings(Object.keys(values), values),
        })),
  read(json = [], _, fail) {
    const scenarios = new Map<string, Scenario>();
    if (!Array.isArray(json)) fail(json);
    for (const entry of Array.isArray(json) ? json : []) {
      const one = v.safeParse(schema, entry);
      if (!one.success || scenarios.has(one.output.id) || scenarios.size === MOST_SCENARIOS) {
        fail(entry);
        continue;
      }
      const { settings } = readSettings(one.output.values, fail);
      scenarios.set(one.output.id, { ...one.output, values: settings });
    }
    return scenarios.size > 0 ? { scenarios: [...scenarios.values()] } : {};
  },
  pack({ scenarios = [], order }) {
    if (scenarios.length === 0) return undefined;
    return scenarios.map(({ id, name, values }, k) => {
      const packed = packSettings(inOrder(values, order), values, order);
      return trimmed([name, packed, id === usualId(k) ? undefined : id]);
    });
  },
  unpack(packed, { order = [] }) {
    if (!Array.isArray(packed)) return packed;
    return packed.map((entry, k) => {
      if (!Array.isArray(entry)) return entry;
      const [name, values, id = usualId(k)] = entry;
      return { id, name, values: unpackSettings(values, order) };
    });
  },
};

/** Ids as the application gives them. */
function usualId(place: number): string {
  return `s${place + 1}`;
}

/** Ids of the settings, those of the order first; settings have no order of their own. */
function inOrder(settings: Scenario["values"], order: SharedDocument["order"]): string[] {
  const listed = order.filter((id) => Object.hasOwn(settings, id));
  return [...listed, ...Object.keys(settings).filter((id) => !order.includes(id))];
}
