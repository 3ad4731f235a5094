import { strToU8, zipSync } from "fflate";
import { dump } from "npyjs";
import { describe, expect, test } from "vitest";
import { sourceOfBytes } from "./bytes/source.ts";
import { readSource } from "./read-source.ts";

const csv = strToU8("a,b\n1,2\n3,4\n");
const npy = (shape: number[]) =>
  new Uint8Array(
    dump(
      Float64Array.from({ length: shape.reduce((x, y) => x * y, 1) }, (_, k) => k),
      shape,
    ),
  );
const read = (files: Record<string, Uint8Array>) =>
  readSource([sourceOfBytes(zipSync(files), "all.zip")]);
const namesOf = (result: Awaited<ReturnType<typeof readSource>>) =>
  result.ok
    ? result.table.columns.map(({ name }) => name)
    : result.problems.map(({ code }) => code);

describe("an archive", () => {
  test("of parts is one table, of a format each", async () => {
    const result = await read({ "a.csv": csv, "b.json": strToU8('[{"a":5,"c":6}]') });
    expect(namesOf(result)).toEqual(["a", "b", "c"]);
    expect(result.ok && [result.table.rows, result.format]).toEqual([3, "CSV"]);
  });

  test("of a spreadsheet is told as such", async () => {
    const files = { "[Content_Types].xml": strToU8("<x/>"), "xl/sheet.xml": strToU8("<x/>") };
    expect(await read(files)).toMatchObject({
      ok: false,
      problems: [{ code: "damaged-file", expected: "a spreadsheet", file: "all.zip" }],
    });
    expect(await read({ "[Content_Types].xml": strToU8("<x/>") })).toMatchObject({
      problems: [{ code: "binary-file", value: "document" }],
    });
  });

  test("of nothing but what is passed over is empty", async () => {
    expect(namesOf(await read({ ".hidden": csv }))).toEqual(["empty-file"]);
  });

  test("of records is a table of them, whatever else is there", async () => {
    const record = (a: number) => strToU8(JSON.stringify({ a, b: 2 * a }));
    const result = await read({
      "log/samples/2.json": record(2),
      "log/samples/10.json": record(10),
      "log/header.json": strToU8("{}"),
    });
    expect(result.ok && [result.format, result.table.rows]).toEqual(["JSON", 2]);
    const [a] = result.ok ? result.table.columns : [];
    expect(a.kind === "number" && [...a.numbers]).toEqual([2, 10]);
    expect(await read({ "samples/1.json": strToU8("{oops") })).toMatchObject({
      ok: false,
      problems: [{ code: "not-json", file: "samples/1.json", value: "{oops" }],
    });
  });

  test("names the file in which a problem lies, the first that cannot be read ends it", async () => {
    expect(
      await read({ "a.csv": csv, "b.json": strToU8('{"a":'), "c.csv": strToU8("") }),
    ).toMatchObject({
      ok: false,
      problems: [{ code: "not-json", file: "b.json" }],
    });
  });

  test("of arrays of one length is a table of them, of other lengths the larger one", async () => {
    expect(namesOf(await read({ "x.npy": npy([5]), "y.npy": npy([5]) }))).toEqual(["x", "y"]);
    const parts = await read({ "x.npy": npy([5]), "y.npy": npy([6]) });
    expect(parts.ok && [parts.table.rows, parts.format]).toEqual([6, "NumPy"]);
    const twice = await read({ "1/x.npy": npy([5]), "2/x.npy": npy([5]) });
    expect(twice.ok && twice.table.rows).toBe(10);
    const mixed = await read({ "x.npy": npy([2]), "y.csv": csv });
    expect(mixed.ok && mixed.table.rows).toBe(2);
  });

  test("may be packed three times over, no more", async () => {
    const packed = (times: number): Uint8Array =>
      times === 0 ? csv : zipSync({ "a.zip": packed(times - 1) });
    expect(namesOf(await readSource([sourceOfBytes(packed(3))]))).toEqual(["a", "b"]);
    expect(await readSource([sourceOfBytes(packed(4))])).toMatchObject({
      ok: false,
      problems: [{ code: "binary-file", value: "many times packed" }],
    });
  });
});

describe("a NumPy array", () => {
  const single = (bytes: Uint8Array) => readSource([sourceOfBytes(bytes, "dir/x.npy")]);
  const spoiled = (from: string, to: string) => {
    const bytes = npy([4]);
    const text = new TextDecoder("windows-1252").decode(bytes);
    bytes.set(strToU8(to), text.indexOf(from));
    return bytes;
  };

  test("is called as its file is", async () => {
    expect(namesOf(await single(npy([4])))).toEqual(["x"]);
    expect(namesOf(await single(npy([40, 2])))).toEqual(["x 1", "x 2"]);
  });

  test("of the other order of bytes, of four levels or of nothing says so", async () => {
    expect(await single(spoiled("'<f8'", "'>f8'"))).toMatchObject({
      problems: [{ code: "unsupported-file", value: "big-endian NumPy" }],
    });
    expect(await single(npy([1, 2, 1, 2]))).toMatchObject({
      problems: [{ code: "unsupported-file", value: "NumPy, shape (1, 2, 1, 2)" }],
    });
    expect(await single(npy([0]))).toMatchObject({ problems: [{ code: "empty-file" }] });
    expect(await single(npy([4]).subarray(0, 40))).toMatchObject({
      problems: [{ code: "damaged-file", expected: "NumPy" }],
    });
  });
});
