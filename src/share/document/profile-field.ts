import * as v from "valibot";
import { type DocumentField, trimmed, valueId } from "./shared-field.ts";
import { MOST_VALUES } from "./values-field.ts";

const MOST_STRENGTH = 1000;
const schema = v.object({
  name: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
  weights: v.pipe(
    v.array(v.tuple([valueId, v.pipe(v.number(), v.minValue(0), v.maxValue(1))])),
    v.minLength(1),
    v.maxLength(MOST_VALUES),
  ),
  strength: v.pipe(v.number(), v.gtValue(0), v.maxValue(MOST_STRENGTH)),
});

/** The person of the Moral profile page; a profile is used whole or not at all. */
export const profileField: DocumentField = {
  name: "profile",
  letter: "f",
  write: ({ profile }) => profile && { ...profile, weights: Object.entries(profile.weights) },
  read(json, _, fail) {
    if (json === undefined) return {};
    const one = v.safeParse(schema, json);
    if (!one.success) {
      fail(json);
      return {};
    }
    return { profile: { ...one.output, weights: Object.fromEntries(one.output.weights) } };
  },
  pack({ profile }) {
    if (!profile) return undefined;
    const { name, weights, strength } = profile;
    return trimmed([strength, Object.keys(weights), Object.values(weights), name]);
  },
  unpack(packed) {
    if (!Array.isArray(packed)) return packed;
    const [strength, ids, weights, name] = packed;
    if (!Array.isArray(ids) || !Array.isArray(weights)) return packed;
    return { name, strength, weights: ids.map((id, k) => [id, weights[k]]) };
  },
};
