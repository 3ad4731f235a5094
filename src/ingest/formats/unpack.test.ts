import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { allOf, sourceOfBytes } from "../bytes/source.ts";
import { gunzipped, unzipped } from "./unpack.ts";

const filesOf = async (packed: Awaited<ReturnType<typeof unzipped>>) => {
  if (!packed.ok) return packed.problem;
  const contents = packed.files.map(async (file) => [
    file.name,
    new TextDecoder().decode(await allOf(file)),
  ]);
  return Object.fromEntries(await Promise.all(contents));
};
const unzip = async (files: Record<string, Uint8Array>) =>
  filesOf(await unzipped(sourceOfBytes(zipSync(files, { level: 1 }))));
const one = strToU8("1");

describe("a gzip", () => {
  test("gives one file, called as it was before", async () => {
    const packed = gzipSync(strToU8("a\n1\n"));
    expect(await filesOf(await gunzipped(sourceOfBytes(packed, "b.csv.GZ")))).toEqual({
      "b.csv": "a\n1\n",
    });
    expect(await filesOf(await gunzipped(sourceOfBytes(packed, "b.gzip")))).toEqual({
      "b.gzip": "a\n1\n",
    });
  });

  test("of several pieces is put together in their order", async () => {
    const text = Array.from({ length: 60_000 }, (_, k) => `${k * k * k}`).join("\n");
    const read = await filesOf(await gunzipped(sourceOfBytes(gzipSync(strToU8(text)), "a.gz")));
    expect(read).toEqual({ a: text });
  });

  test("of any size may shrink five hundredfold, a large one no further", async () => {
    const small = gzipSync(new Uint8Array(8 << 20));
    expect((await gunzipped(sourceOfBytes(small))).ok).toBe(true);
    const large = gzipSync(new Uint8Array(65 << 20));
    expect(await filesOf(await gunzipped(sourceOfBytes(large)))).toMatchObject({
      code: "too-large-file",
      severity: "error",
      expected: "500 times its packed size",
    });
  });

  test("that is damaged says so", async () => {
    const packed = gzipSync(strToU8("abc".repeat(1000)));
    packed.fill(255, 12);
    expect(await filesOf(await gunzipped(sourceOfBytes(packed)))).toMatchObject({
      code: "damaged-file",
      expected: "gzip",
    });
  });
});

describe("a zip", () => {
  test("gives its files in the order of their names and numbers", async () => {
    const files = { "p10.csv": one, "p2.csv": one, "p1.csv": one, "deep/a.csv": one };
    expect(Object.keys(await unzip(files))).toEqual(["deep/a.csv", "p1.csv", "p2.csv", "p10.csv"]);
  });

  test("passes over folders, hidden files and what a system adds", async () => {
    const files = {
      "a.csv": one,
      "b/": new Uint8Array(0),
      ".DS_Store": one,
      "c/.hidden": one,
      "__MACOSX/a.csv": one,
      "x__MACOSX/b.csv": one,
      "d.e/f.csv": one,
    };
    expect(Object.keys(await unzip(files))).toEqual(["a.csv", "d.e/f.csv", "x__MACOSX/b.csv"]);
  });

  test("of 4,096 files is read, one of more is not", async () => {
    const files = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, k) => [`${k}.csv`, one]));
    expect(Object.keys(await unzip(files(4096))).length).toBe(4096);
    expect(await unzip(files(4097))).toMatchObject({
      code: "too-large-file",
      expected: "4096 files",
      value: "4097 files",
    });
  });

  test("names the file in it that is a trap", async () => {
    const packed = zipSync({ "a.csv": one, "trap.csv": new Uint8Array(1000) });
    const view = new DataView(packed.buffer);
    const entry = packed.findLastIndex(
      (_, at) => at < packed.length - 4 && view.getUint32(at, true) === 0x02014b50,
    );
    view.setUint32(entry + 24, 65 << 20, true);
    expect(await filesOf(await unzipped(sourceOfBytes(packed)))).toEqual({
      code: "too-large-file",
      severity: "error",
      file: "trap.csv",
      expected: "500 times its packed size",
      count: (65 << 20) + 1,
    });
  });

  test("that is damaged says so", async () => {
    expect(
      await filesOf(await unzipped(sourceOfBytes(strToU8("PK\u0003\u0004xyz")))),
    ).toMatchObject({ code: "damaged-file", severity: "error", expected: "zip" });
  });
});
