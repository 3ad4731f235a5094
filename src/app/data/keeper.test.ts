import { describe, expect, test } from "vitest";
import { packTexts } from "../../core/rows/packed-texts.ts";
import { browserMemory, fileRows } from "../testing/started-page.ts";
import { dataKeeper, type Keeper } from "./kept-data.ts";
import type { NewData } from "./new-data.ts";

describe("what is written", () => {
  const texts = (word: string, length = 300) =>
    Array.from({ length }, (_, j) => `${word} ${j} ${"x".repeat(9000)}`);

  test("comes back whole: rows, directions, weights, prompts and texts", async () => {
    const plain = fileRows(["a", "b"], "f1");
    if (plain.rows.kind !== "columns") throw new Error("invalid rows");
    const columns = plain.rows.columns.map((c, k) => ({ ...c, lowerIsBetter: k === 1 }));
    const weights = Float64Array.from({ length: 300 }, (_, j) => j);
    const prompts = Int32Array.from({ length: 300 }, (_, j) => j >> 1);
    const data: NewData = {
      ...plain,
      rows: { ...plain.rows, columns, weights, prompts },
      dropped: 7,
      texts: { prompts: packTexts(texts("asked")), responses: packTexts(texts("answered")) },
    };
    const { places, notes } = browserMemory();
    const [parts] = places;
    const keeper = dataKeeper(places, notes);
    expect(await keeper.keep(data)).toBeNull();
    expect(parts.held.size).toBeGreaterThan(8);
    const { texts: found, ...rest } = await foundBy(keeper, "f1");
    const { texts: written, ...others } = data;
    expect(rest).toEqual(others);
    for (const kind of ["prompts", "responses"] as const)
      for (const part of ["bytes", "ends"] as const)
        expect(sameBytes(found?.[kind]?.[part], written?.[kind]?.[part])).toBe(true);
    await expect(foundBy(keeper, "f2")).rejects.toThrow("gone");
  });

  test.each<[string, string, unknown]>([
    ["a column of words", "column 1", ["1", "2"]],
    ["a column of the wrong kind of numbers", "column 1", new Int32Array(300)],
    ["weights that are missing", "weights 0", undefined],
    ["prompts of the wrong kind", "prompts 0", new Float64Array(300)],
    ["ends that are no list", "responseEnds 0", { length: 300 }],
    ["ends that go back", "responseEnds 0", Float64Array.from({ length: 300 }, (_, j) => 300 - j)],
    [
      "ends beyond the bytes",
      "responseEnds 0",
      Float64Array.from({ length: 300 }, (_, j) => j + 1),
    ],
    ["bytes that are words", "responseBytes 0", "hello"],
  ])("counts for nothing with %s", async (_, name, part) => {
    const plain = fileRows(["a", "b"], "f1");
    const data: NewData = {
      ...plain,
      rows: {
        ...plain.rows,
        weights: new Float64Array(300).fill(1),
        prompts: new Int32Array(300),
      } as NewData["rows"],
      texts: { prompts: null, responses: packTexts(texts("", 300).map((_, j) => `t${j}`)) },
    };
    const { places, notes } = browserMemory();
    const [parts] = places;
    const keeper = dataKeeper(places, notes);
    await keeper.keep(data);
    expect(await foundBy(keeper, "f1")).toMatchObject({ dropped: 0, source: data.source });
    expect(parts.held.has(name)).toBe(true);
    parts.held.set(name, part);
    await expect(foundBy(keeper, "f1")).rejects.toThrow("gone");
  });

  test("counts for nothing when a part is missing or cut short, and is forgotten", async () => {
    for (const part of [new Float64Array(3), undefined]) {
      const { places, notes } = browserMemory();
      const keeper = dataKeeper(places, notes);
      await keeper.keep(fileRows(["a", "b"], "f1"));
      places[0].held.set("column 1", part);
      await expect(foundBy(keeper, "f1")).rejects.toThrow("gone");
      expect([keeper.known(), places[0].held.size]).toEqual([[], 0]);
    }
  });

  test("by a later version is left alone, and so is its place", async () => {
    const { places, notes } = browserMemory();
    const keeper = dataKeeper(places, notes);
    await keeper.keep(fileRows(["a", "b"], "f1"));
    places[0].held.set("facts", { version: 2 });
    await expect(foundBy(keeper, "f1")).rejects.toThrow("newer");
    expect(places[0].held.get("facts")).toEqual({ version: 2 });
    expect(await keeper.keep(fileRows(["a"], "f2"))).toBeNull();
    expect(await keeper.keep(fileRows(["a"], "f3"))).toBeNull();
    expect(places[0].held.get("facts")).toEqual({ version: 2 });
    const only = dataKeeper(places.slice(0, 1), browserMemory().notes);
    await only.mendNote();
    expect(await only.keep(fileRows(["a"], "f4"))).toBe("newer");
  });

  test("and not handed out is not forgotten", async () => {
    const { places, notes } = browserMemory();
    await dataKeeper(places, notes).keep(fileRows(["a"], "f1"));
    const silent = dataKeeper([{ ...places[0], read: async () => "blocked" }], notes);
    await expect(foundBy(silent, "f1")).rejects.toThrow("blocked");
    expect(silent.known()).toHaveLength(1);
    expect(await foundBy(dataKeeper(places, notes), "f1")).toMatchObject({ dropped: 0 });
  });

  test.each(["", "{", "[1]", '{"name":"x"}'])(
    "has its note written anew where that is %j, and can be forgotten",
    async (note) => {
      const { places, notes } = browserMemory();
      await dataKeeper(places, notes).keep(fileRows(["a"], "f1"));
      const [key] = [...notes.held.keys()];
      if (note === "") notes.held.clear();
      else notes.held.set(key, note);
      const keeper = dataKeeper(places, notes);
      await keeper.mendNote();
      expect(keeper.known()).toMatchObject([{ name: "mine.csv", fingerprint: "f1" }]);
      expect(await keeper.forget(keeper.known()[0])).toBe(true);
      expect([places[0].held.size, notes.held.size]).toEqual([0, 0]);
    },
  );

  test("is not kept without a note of it, for then it could not be forgotten", async () => {
    const { places, notes } = browserMemory();
    const setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    expect(await dataKeeper(places, { ...notes, setItem }).keep(fileRows(["a"], "f1"))).toBe(
      "full",
    );
    expect(places[0].held.size).toBe(0);
  });

  test("gives no note to a file that was forgotten meanwhile", async () => {
    const { places, notes } = browserMemory();
    const keeper = dataKeeper(places, notes);
    await keeper.keep(fileRows(["a"], "f1"));
    const writing = keeper.keep(fileRows(["a"], "f1"));
    await keeper.forget(keeper.known()[0]);
    await writing;
    expect(keeper.known()).toEqual([]);
  });

  test("is read from the note that the first version of the page wrote", async () => {
    const { places, notes } = browserMemory();
    await dataKeeper(places, notes).keep(fileRows(["a"], "f1"));
    const [key, text] = [...notes.held][0];
    const { place: _, content: __, ...first } = JSON.parse(text)[0];
    notes.held.set(key, JSON.stringify(first));
    expect(await foundBy(dataKeeper(places, notes), "f1")).toMatchObject({ dropped: 0 });
  });

  test("more than there is room for: the oldest makes way", async () => {
    const { places, notes } = browserMemory();
    const keeper = dataKeeper(places, notes);
    for (const print of ["f1", "f2", "f3"]) await keeper.keep(fileRows(["a"], print));
    expect(keeper.known().map(({ fingerprint }) => fingerprint)).toEqual(["f3", "f2"]);
    await keeper.keep(fileRows(["a"], "f2"));
    expect(keeper.known().map(({ fingerprint }) => fingerprint)).toEqual(["f2", "f3"]);
  });
});

async function foundBy(keeper: Keeper, fingerprint: string): Promise<NewData> {
  const found = await keeper.find({ fingerprint, name: "mine.csv" });
  if (!found.ok) throw new Error(found.reason);
  return found.data;
}

/** Millions of bytes, which the runner would compare and print one by one. */
function sameBytes(a?: ArrayBufferView, b?: ArrayBufferView): boolean {
  const bytes = (view: ArrayBufferView) =>
    Buffer.from(view.buffer, view.byteOffset, view.byteLength);
  return a !== undefined && b !== undefined && bytes(a).equals(bytes(b));
}
