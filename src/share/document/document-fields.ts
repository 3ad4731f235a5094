import * as v from "valibot";
import { FIRST_PANEL, type SharedDocument } from "./document.ts";
import { profileField } from "./profile-field.ts";
import { scenariosField } from "./scenarios-field.ts";
import { type DocumentField, valueId } from "./shared-field.ts";
import { sourceField } from "./source-field.ts";
import { valuesField } from "./values-field.ts";

const panelName = v.pipe(v.string(), v.regex(/^[a-z]{1,40}$/i));
/** A sign for each place in the order. */
const PLACES = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";

const pairField: DocumentField = {
  name: "pair",
  letter: "p",
  write: ({ pair }) => pair ?? undefined,
  read(json, { order = [] }, fail) {
    const pair = v.safeParse(v.tuple([valueId, valueId]), json);
    const isThere = pair.success && pair.output.every((id) => isListed(id, order));
    if (!isThere && json !== undefined && json !== null) fail(json);
    return { pair: isThere ? pair.output : null };
  },
  pack({ pair, order }) {
    if (!pair?.every((id) => order.includes(id))) return pair ?? undefined;
    return pair.map((id) => PLACES[order.indexOf(id)]).join("");
  },
  unpack: (packed, { order = [] }) =>
    typeof packed === "string" ? [...packed].map((place) => order[PLACES.indexOf(place)]) : packed,
};

const referenceField: DocumentField = {
  name: "reference",
  letter: "r",
  write: ({ reference }) => reference,
  read(json, { scenarios = [] }, fail) {
    if (scenarios.some(({ id }) => id === json)) return { reference: json as string };
    if (json !== undefined) fail(json);
    return {};
  },
};

/**
 * Everything that links and files hold, in the order in which it is read. One line here is a field in both, with its check;
 * letters are never given away twice.
 */
export const DOCUMENT_FIELDS: readonly DocumentField[] = [
  sourceField,
  valuesField,
  pairField,
  scenariosField,
  referenceField,
  profileField,
  plainField("m", "mode", v.picklist(["pooled", "per-prompt"]), "pooled"),
  plainField("d", "preset", valueId),
  plainField("a", "panel", panelName, FIRST_PANEL),
  plainField("o", "others", v.picklist(["free"])),
  plainField("g", "page", v.picklist(["moral"])),
  plainField("t", "tab", panelName),
  plainField("q", "question", v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
  plainField("n", "solver", v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
];

/** A field that stands in a link as it does in the document; left out where it says what its absence says. */
function plainField<K extends keyof SharedDocument>(
  letter: string,
  name: K & DocumentField["name"],
  schema: v.GenericSchema<SharedDocument[K]>,
  absent?: SharedDocument[K],
): DocumentField {
  return {
    name,
    letter,
    write: (document) => (document[name] === absent ? undefined : document[name]),
    read(json, _, fail) {
      if (json === undefined || json === absent) return {};
      const one = v.safeParse(schema, json);
      if (one.success) return { [name]: one.output };
      fail(json);
      return {};
    },
  };
}

/** A document that lists no values takes them from the data, which is not known here. */
function isListed(id: string, order: readonly string[]): boolean {
  return order.length === 0 || order.includes(id);
}
