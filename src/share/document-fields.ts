import * as v from "valibot";
import type { PaletteDocument, ProfileSetting, Scenario, ValueSetting } from "./document.ts";

/** A field of a link or file that could not be used and fell back. */
export interface FieldProblem {
  readonly field: string;
  readonly value: string;
}

const MOST_VALUES = 64;
const MOST_SCENARIOS = 64;
const MOST_STRENGTH = 1000;
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
    sampledFrom: v.fallback(v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))), undefined),
  }),
]);
const value = v.object({
  id,
  participation: v.picklist(["target", "hold", "out"]),
  target: v.pipe(v.number(), v.finite()),
  unit: v.fallback(v.picklist(["raw", "quantile", "sd", "likelihood"]), "raw"),
});
const scenario = v.object({
  id,
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  values: v.pipe(v.array(v.unknown()), v.maxLength(MOST_VALUES)),
});
const profile = v.object({
  name: v.fallback(v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))), undefined),
  weights: v.pipe(
    v.array(v.tuple([id, v.pipe(v.number(), v.minValue(0), v.maxValue(1))])),
    v.minLength(1),
    v.maxLength(MOST_VALUES),
  ),
  strength: v.pipe(v.number(), v.gtValue(0), v.maxValue(MOST_STRENGTH)),
});
const whole = v.object({
  version: v.literal(1),
  source,
  values: v.pipe(v.array(v.unknown()), v.maxLength(MOST_VALUES)),
  order: v.fallback(v.array(id), []),
  pair: v.fallback(v.nullable(v.tuple([id, id])), null),
  scenarios: v.fallback(v.pipe(v.array(v.unknown()), v.maxLength(MOST_SCENARIOS)), []),
  reference: v.fallback(v.optional(id), undefined),
  mode: v.fallback(v.optional(v.picklist(["pooled", "per-prompt"])), undefined),
  profile: v.optional(v.unknown()),
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
  const settings = settingsOf(read.output.values, problems);
  const order = [
    ...new Set([...read.output.order.filter((name) => settings.has(name)), ...settings.keys()]),
  ];
  const { pair, reference, mode } = read.output;
  const scenarios = scenariosOf(read.output.scenarios, problems);
  const person = profileOf(read.output.profile, problems);
  return {
    document: {
      version: 1,
      source: read.output.source,
      values: Object.fromEntries(settings),
      order,
      pair: pair && pair.every((name) => settings.has(name)) ? pair : null,
      ...(scenarios.length > 0 ? { scenarios } : {}),
      ...(scenarios.some((s) => s.id === reference) ? { reference } : {}),
      ...(mode === "per-prompt" ? { mode } : {}),
      ...(person ? { profile: person } : {}),
    },
    problems,
  };
}

function settingsOf(
  entries: readonly unknown[],
  problems: FieldProblem[],
): Map<string, ValueSetting> {
  const settings = new Map<string, ValueSetting>();
  for (const entry of entries) {
    const one = v.safeParse(value, entry);
    if (one.success) {
      const { id: name, ...setting } = one.output;
      settings.set(name, setting);
    } else problems.push({ field: "values", value: short(entry) });
  }
  return settings;
}

function scenariosOf(entries: readonly unknown[], problems: FieldProblem[]): Scenario[] {
  const scenarios = new Map<string, Scenario>();
  for (const entry of entries) {
    const one = v.safeParse(scenario, entry);
    if (one.success && !scenarios.has(one.output.id)) {
      const values = Object.fromEntries(settingsOf(one.output.values, problems));
      scenarios.set(one.output.id, { ...one.output, values });
    } else problems.push({ field: "scenarios", value: short(entry) });
  }
  return [...scenarios.values()];
}

function profileOf(entry: unknown, problems: FieldProblem[]): ProfileSetting | null {
  if (entry === undefined) return null;
  const one = v.safeParse(profile, entry);
  if (!one.success) {
    problems.push({ field: "profile", value: short(entry) });
    return null;
  }
  const { name, weights, strength } = one.output;
  return { ...(name ? { name } : {}), weights: Object.fromEntries(weights), strength };
}

function short(entry: unknown): string {
  return JSON.stringify(entry)?.slice(0, 80) ?? "";
}
