import * as v from "valibot";
import type { PaletteDocument, ValueSetting } from "./document.ts";

/** A field of a link or file that could not be used and fell back. */
export interface FieldProblem {
  readonly field: string;
  readonly value: string;
}

const MOST_VALUES = 64;
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const source = v.variant("kind", [
  v.object({
    kind: v.literal("sample"),
    name: v.picklist(["llama-2-7b-chat", "opt-1.3b"]),
    rows: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(10_000_000)),
    seed: v.pipe(v.number(), v.integer()),
  }),
  v.object({
    kind: v.literal("file"),
    name: v.pipe(v.string(), v.maxLength(300)),
    fingerprint: v.pipe(v.string(), v.maxLength(64)),
  }),
]);
const value = v.object({
  id,
  participation: v.picklist(["target", "hold", "out"]),
  target: v.pipe(v.number(), v.finite()),
  unit: v.fallback(v.picklist(["raw", "quantile", "sd", "likelihood"]), "raw"),
});
const whole = v.object({
  version: v.literal(1),
  source,
  values: v.pipe(v.array(v.unknown()), v.maxLength(MOST_VALUES)),
  order: v.fallback(v.array(id), []),
  pair: v.fallback(v.nullable(v.tuple([id, id])), null),
});

/**
 * Checks parsed JSON field by field: a value that cannot be read is left out and named, the source must be readable.
 * Null when it is not a document at all. `__proto__` and the like are ordinary names, never prototypes.
 */
export function documentFromJson(
  json: unknown,
): { document: PaletteDocument; problems: FieldProblem[] } | null {
  const read = v.safeParse(whole, json);
  if (!read.success) return null;
  const problems: FieldProblem[] = [];
  const settings = new Map<string, ValueSetting>();
  for (const entry of read.output.values) {
    const one = v.safeParse(value, entry);
    if (one.success) {
      const { id: name, ...setting } = one.output;
      settings.set(name, setting);
    } else problems.push({ field: "values", value: JSON.stringify(entry)?.slice(0, 80) ?? "" });
  }
  const order = [
    ...new Set([...read.output.order.filter((name) => settings.has(name)), ...settings.keys()]),
  ];
  const { pair } = read.output;
  return {
    document: {
      version: 1,
      source: read.output.source,
      values: Object.fromEntries(settings),
      order,
      pair: pair && pair.every((name) => settings.has(name)) ? pair : null,
    },
    problems,
  };
}
