import { describe, expect, test } from "vitest";
import { type ByteSource, sourceOfBlob, sourceOfBytes } from "./bytes/source.ts";
import { applyMapping } from "./mapping/mapping.ts";
import { proposeMapping } from "./mapping/propose-mapping.ts";
import { nameTogether } from "./name-together.ts";
import { readSource } from "./read-source.ts";

const text = (content: string, name = "scores.csv") =>
  sourceOfBytes(new TextEncoder().encode(content), name);
const codesOf = async (...sources: ByteSource[]) =>
  (await readSource(sources)).problems.map(({ code }) => code);

/** A file of 300 MB of one line, made of the same signs; counts the bytes that are asked for. */
function endless(signs: string) {
  let taken = 0;
  const source: ByteSource = {
    name: "endless.csv",
    size: 300e6,
    async slice(from, to) {
      taken += to - from;
      return new TextEncoder().encode(signs.repeat((to - from) / signs.length));
    },
  };
  return { source, taken: () => taken };
}

describe("files that are made to harm", () => {
  test("a row without an end is refused after a few megabytes", async () => {
    const { source, taken } = endless("x");
    expect(await codesOf(source)).toContain("ragged-row");
    expect(taken()).toBeLessThan(30e6);
  });

  test("a million columns are refused by their number alone", async () => {
    const { source, taken } = endless("a,");
    const read = await readSource([source]);
    expect(read).toMatchObject({ ok: false, problems: [{ code: "too-many-columns" }] });
    expect(JSON.stringify(read.problems).length).toBeLessThan(300);
    expect(taken()).toBeLessThan(5e6);
    const record = Object.fromEntries(Array.from({ length: 5000 }, (_, k) => [`c${k}`, k]));
    expect(await codesOf(text(JSON.stringify([record, record])))).toEqual(["too-many-columns"]);
  });

  test("thousands of columns of one name are read, their changes summed up", async () => {
    const row = (cell: number) => new Array(4000).fill(cell).join(",");
    const read = await readSource([
      text(`${new Array(4000).fill("a").join(",")}\n${row(1)}\n${row(2)}\n`),
    ]);
    expect(read.ok && read.table.columns.length).toBe(4000);
    expect(read.problems.length).toBeLessThan(10);
  });

  test("more values than can be weighed are not proposed, and refused by their number", async () => {
    const names = Array.from({ length: 40 }, (_, k) => `v${k}`);
    const read = await readSource([
      text(
        `${names.join(",")}\n${names.map((_, k) => k * k).join(",")}\n${names.map((_, k) => 1 - k).join(",")}\n`,
      ),
    ]);
    if (!read.ok) throw new Error("unread");
    const mapping = proposeMapping(read.table);
    expect(mapping.filter((m) => m.use === "value").length).toBe(32);
    expect(mapping[39]).toMatchObject({ use: "ignore", reason: "too-many" });
    const all = mapping.map((m) => ({ ...m, use: "value" as const }));
    expect(applyMapping(read.table, all)).toEqual({
      ok: false,
      problems: [{ code: "too-many-values", severity: "error", count: 40, expected: "32" }],
    });
  });

  test("a file that is gone, cut or a folder ends in a sentence, whenever that is found out", async () => {
    const gone = (readable: number) =>
      sourceOfBlob({
        size: 100,
        name: "gone.csv",
        slice: (from, to) => ({
          arrayBuffer: () =>
            to <= readable
              ? Promise.resolve(new ArrayBuffer(to - from))
              : Promise.reject(new DOMException("gone", "NotFoundError")),
        }),
      });
    expect(await readSource([gone(0)])).toEqual({
      ok: false,
      problems: [
        { code: "unreadable", severity: "error", file: "gone.csv", value: "NotFoundError" },
      ],
    });
    let reads = 0;
    const closed = gone(0);
    const parquet: ByteSource = {
      ...closed,
      slice: async (from, to) =>
        reads++ === 0 ? new TextEncoder().encode("PAR1") : closed.slice(from, to),
    };
    expect(await codesOf(parquet)).toEqual(["unreadable"]);
  });

  test("whatever a reader throws is a problem; only what is told of progress goes further", async () => {
    const broken = { ...text("a\n1\n2\n"), slice: () => Promise.reject(new TypeError("odd")) };
    expect(await codesOf(broken)).toEqual(["damaged-file"]);
    const tight = {
      ...broken,
      slice: () => Promise.reject(new RangeError("Array buffer allocation failed")),
    };
    expect(await codesOf(tight)).toEqual(["too-large-file"]);
    const stopped = new Error("stopped");
    await expect(
      readSource([text("a\n1\n2\n")], { progress: () => Promise.reject(stopped) }),
    ).rejects.toBe(stopped);
  });

  test("what stands for no table is called what it is", async () => {
    const pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n";
    expect(await codesOf(text(pointer))).toEqual(["lfs-pointer"]);
    expect(await codesOf(text("Dear all,\nplease find the scores below. Thanks!\n"))).not.toEqual(
      [],
    );
    expect(await codesOf(text("This is a note about the scores.\n", "note.txt"))).toEqual([
      "prose",
    ]);
    expect(await codesOf(sourceOfBytes(Uint8Array.of(0x80, 4, 0x95, 0, 0), "x.pkl"))).toEqual([
      "pickle",
    ]);
    expect(await codesOf(text("PARE\u0001\u0002\u0003"))).toEqual(["encrypted"]);
  });

  test("three hundred parts are called by the first and the last", async () => {
    const names = Array.from({ length: 300 }, (_, k) => `part-${k}.csv`);
    expect(nameTogether(names)).toBe("part-0.csv … part-299.csv (300)");
    expect(nameTogether(names.slice(0, 3))).toBe("part-0.csv, part-1.csv, part-2.csv");
    const parts = names.map((name, k) => text(`care\n${k}\n${k + 1}\n`, name));
    const read = await readSource(parts);
    expect(read.ok && [read.table.rows, read.readings]).toEqual([600, []]);
  });
});
