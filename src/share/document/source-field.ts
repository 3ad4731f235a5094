import * as v from "valibot";
import { type DataSource, FIRST_SOURCE } from "./document.ts";
import { type DocumentField, trimmed, valueId } from "./shared-field.ts";
import { MOST_VALUES } from "./values-field.ts";

const schema = v.variant("kind", [
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
    sampledFrom: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    lowerIsBetter: v.optional(v.pipe(v.array(valueId), v.maxLength(MOST_VALUES))),
  }),
]);

/** Where the rows come from; what cannot be read is the sample of a first visit. */
export const sourceField: DocumentField = {
  name: "source",
  letter: "s",
  write: ({ source }) => source,
  read(json, _, fail) {
    const source = v.safeParse(schema, json);
    if (source.success) return { source: source.output };
    fail(json);
    return { source: FIRST_SOURCE };
  },
  pack({ source }) {
    if (source.kind === "file") {
      const { name, fingerprint, sampledFrom, lowerIsBetter } = source;
      return trimmed([name, fingerprint, sampledFrom, lowerIsBetter]);
    }
    if (isFirstDraw(source)) return source.name === FIRST_SOURCE.name ? undefined : [source.name];
    return [source.name, source.rows, source.seed];
  },
  unpack(packed) {
    if (packed === undefined) return FIRST_SOURCE;
    if (!Array.isArray(packed)) return packed;
    const [name, second, third, fourth] = packed;
    if (typeof second === "string")
      return {
        kind: "file",
        name,
        fingerprint: second,
        sampledFrom: third ?? undefined,
        lowerIsBetter: fourth,
      };
    return { ...FIRST_SOURCE, name, ...(packed.length > 1 ? { rows: second, seed: third } : {}) };
  },
};

function isFirstDraw({ rows, seed }: Extract<DataSource, { kind: "sample" }>): boolean {
  return rows === FIRST_SOURCE.rows && seed === FIRST_SOURCE.seed;
}
