import { pickRows } from "../table/raw-table.ts";
import { OFF, ON } from "../table/reading.ts";
import { filledCells, isFilled, isNumeric, type Step } from "./step.ts";

const KIND = /^(type|event|event_type|event_name|kind|record_type|eventtype)$/i;
const MOST_KINDS = 30;
const MOST_OFFERED = 4;

/** A log whose records are of several kinds: the kind with most numbers in its records is read, the others can be chosen. */
export const events: Step = (raw, picks) => {
  const column = raw.columns.find(({ name }) => KIND.test(name));
  if (!column || column.cells instanceof Float64Array) return null;
  const { cells } = column;
  const kinds = new Set(filledCells(column, cells.length).map(String));
  const rest = cells.filter((cell) => !isFilled(cell)).length;
  if (kinds.size === 0 || kinds.size > MOST_KINDS || kinds.size + Math.min(1, rest) < 2)
    return null;
  const counted = [...kinds].map((kind) => {
    const places = Int32Array.from(
      cells.flatMap((cell, j) => (isFilled(cell) && String(cell) === kind ? j : [])),
    );
    return { kind, places, numbers: numbersOf(places) };
  });
  counted.sort((a, b) => b.numbers.size - a.numbers.size || b.places.length - a.places.length);
  const [richest, ...otherKinds] = counted;
  // Records that all have the same numbers differ in their kind only: that is no log of events.
  const isOther = otherKinds.some(({ numbers }) =>
    [...numbers].every((n) => !richest.numbers.has(n)),
  );
  if (richest.numbers.size === 0 || !(isOther || (rest > 0 && otherKinds.length === 0)))
    return null;
  const taken =
    picks.events === OFF ? null : (counted.find(({ kind }) => kind === picks.events) ?? counted[0]);
  const others = counted
    .filter((one) => one !== taken && one.numbers.size > 0)
    .slice(0, MOST_OFFERED)
    .map(({ kind, places }) => ({ pick: kind, names: [kind], count: places.length }));
  const count = taken?.places.length;
  const reading = {
    kind: "events" as const,
    names: [taken?.kind ?? column.name],
    ...(count === undefined ? {} : { count }),
    taken: taken?.kind ?? OFF,
    others: [...others, { pick: taken ? OFF : ON }],
  };
  if (!taken) return { raw, reading };
  const picked = pickRows(raw, taken.places);
  const columns = picked.columns.filter((c) => c.cells.some(isFilled));
  return { raw: { ...picked, columns }, reading };

  /** Columns with numbers in the records at these places, but for ids and times. */
  function numbersOf(places: Int32Array): ReadonlySet<string> {
    const isScored = (own: ArrayLike<unknown>) =>
      places.some((j) => isNumeric(own[j]) || typeof own[j] === "boolean");
    return new Set(
      raw.columns.flatMap(({ name, cells: own }) =>
        !/(^|_)(id|time|timestamp|at|index)$/i.test(name) && isScored(own) ? name : [],
      ),
    );
  }
};
