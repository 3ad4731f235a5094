import fc from "fast-check";
import { UNIT_NAMES } from "../../core/rows/units.ts";
import type { SharedDocument, ValueSetting } from "../document/document.ts";

const target = fc
  .oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: -5000, max: 5000 }).map((n) => n / 1000),
    fc.double({ min: -5, max: 5, noNaN: true }),
  )
  .filter((x) => !Object.is(x, -0));
const settings: fc.Arbitrary<ValueSetting> = fc.record({
  participation: fc.constantFrom("target", "hold", "out"),
  target,
  unit: fc.constantFrom(...UNIT_NAMES),
});
const ids = fc.uniqueArray(
  fc.oneof(
    fc.string({ minLength: 1, maxLength: 20, unit: "binary" }),
    fc.constantFrom("__proto__", "constructor", "toString", "humor", "gpt2-helpful"),
  ),
  { minLength: 1, maxLength: 12 },
);
const sources: fc.Arbitrary<SharedDocument["source"]> = fc.oneof(
  fc.record({
    kind: fc.constant("sample" as const),
    name: fc.constantFrom("llama-2-7b-chat" as const, "opt-1.3b" as const),
    rows: fc.oneof(fc.constant(2312), fc.integer({ min: 2, max: 10_000_000 })),
    seed: fc.oneof(fc.constant(5), fc.integer()),
  }),
  fc.record(
    {
      kind: fc.constant("file" as const),
      name: fc.string({ maxLength: 40, unit: "binary" }),
      fingerprint: fc.string({ maxLength: 16 }),
      sampledFrom: fc.integer({ min: 1, max: 1e9 }),
      lowerIsBetter: ids,
    },
    { requiredKeys: ["kind", "name", "fingerprint"] },
  ),
);

const profile = fc.record(
  {
    name: fc.string({ minLength: 1, maxLength: 12 }),
    weights: fc
      .uniqueArray(
        fc.tuple(
          fc.string({ minLength: 1, maxLength: 12 }),
          fc.double({ min: 0, max: 1, noNaN: true }),
        ),
        { minLength: 1, maxLength: 8, selector: ([id]) => id },
      )
      .map((pairs) => Object.fromEntries(pairs.map(([id, weight]) => [id, weight + 0]))),
    strength: fc.double({ min: 1e-3, max: 1000, noNaN: true }),
  },
  { requiredKeys: ["weights", "strength"] },
);

/** A part of a document, or the nothing that its absence says. */
function perhaps<K extends keyof SharedDocument>(
  key: K,
  arbitrary: fc.Arbitrary<SharedDocument[K]>,
): fc.Arbitrary<Pick<SharedDocument, K> | Record<string, never>> {
  return fc.option(
    arbitrary.map((value) => ({ [key]: value }) as Pick<SharedDocument, K>),
    {
      nil: {},
    },
  );
}

/** What may be there or not. A field that is added to documents has to be added here. */
const OPTIONAL: {
  readonly [K in Exclude<
    keyof SharedDocument,
    "version" | "source" | "values" | "order" | "pair" | "scenarios" | "reference"
  >]-?: ReturnType<typeof perhaps<K>>;
} = {
  profile: perhaps("profile", profile),
  mode: perhaps("mode", fc.constant("per-prompt" as const)),
  preset: perhaps("preset", fc.string({ minLength: 1, maxLength: 12 })),
  panel: perhaps("panel", fc.constantFrom("tradeOffs", "trust", "answers")),
  page: perhaps("page", fc.constant("moral" as const)),
  tab: perhaps("tab", fc.constantFrom("training", "kitchen")),
  question: perhaps("question", fc.integer({ min: 2, max: 9999 })),
  others: perhaps("others", fc.constant("free" as const)),
  solver: perhaps("solver", fc.integer({ min: 2, max: 99 })),
};

/** Documents of every shape, in the form in which they are read: what says nothing is absent. */
export const documents: fc.Arbitrary<SharedDocument> = fc
  .record({ ids, source: sources, optional: fc.tuple(...Object.values(OPTIONAL)) })
  .chain(({ ids: order, source, optional }) => {
    const scenario = fc.record({
      id: fc.string({ minLength: 1, maxLength: 6 }),
      name: fc.string({ minLength: 1, maxLength: 12, unit: "binary" }),
      values: fc.uniqueArray(fc.oneof(fc.constantFrom(...order), fc.string({ minLength: 1 })), {
        maxLength: 12,
      }),
    });
    return fc
      .record({
        settings: fc.array(fc.option(settings, { freq: 8 }), { minLength: 12, maxLength: 12 }),
        others: fc.array(settings, { minLength: 12, maxLength: 12 }),
        scenarios: fc.uniqueArray(scenario, { maxLength: 5, selector: ({ id }) => id }),
        hasPair: fc.boolean(),
        hasReference: fc.boolean(),
        hasUsualIds: fc.boolean(),
      })
      .map(({ settings, others, scenarios, hasPair, hasReference, hasUsualIds }) => {
        const kept = scenarios.map(({ id, name, values }, k) => ({
          id: hasUsualIds ? `s${k + 1}` : id,
          name,
          values: Object.fromEntries(values.map((value, i) => [value, others[i]])),
        }));
        return {
          version: 1,
          source,
          values: Object.fromEntries(
            order.flatMap((id, k): [string, ValueSetting][] => {
              const setting = settings[k];
              return setting ? [[id, setting]] : [];
            }),
          ),
          order,
          pair: hasPair && order.length > 1 ? [order[0], order[order.length - 1]] : null,
          ...(kept.length > 0 ? { scenarios: kept } : {}),
          ...(kept.length > 0 && hasReference ? { reference: kept[0].id } : {}),
          ...Object.assign({}, ...optional),
        };
      });
  });
