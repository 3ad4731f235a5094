import { dump } from "npyjs";
import { describe, expect, test } from "vitest";
import { textArray } from "../testing/text-array.ts";
import { decodeNpy, type NpyOptions } from "./numpy.ts";

const counted = (...shape: number[]) => {
  const size = shape.reduce((product, length) => product * length, 1);
  return new Uint8Array(
    dump(
      Float64Array.from({ length: size }, (_, k) => k),
      shape,
    ),
  );
};

function read(bytes: Uint8Array, options?: NpyOptions) {
  const decoded = decodeNpy(bytes, "x", options);
  if (!decoded.ok) return decoded.problems.map(({ code, value }) => ({ code, value }));
  const { raw, sampledFrom } = decoded;
  return {
    rows: raw.rows,
    columns: Object.fromEntries(raw.columns.map(({ name, cells }) => [name, [...cells]])),
    sampledFrom,
  };
}

describe("a NumPy array", () => {
  test("of texts is a column of them, whatever their signs", () => {
    expect(read(textArray("care", "Witz", "😀é"))).toMatchObject({
      rows: 3,
      columns: { x: ["care", "Witz", "😀é"] },
    });
  });

  test("keeps the rows of a sample without making the others", () => {
    const sample = { rows: 3, seed: 1 };
    const kept = read(counted(50, 2), { sample });
    if (Array.isArray(kept)) throw new Error("refused");
    expect([kept.rows, kept.sampledFrom]).toEqual([3, 50]);
    const [first, second] = Object.values(kept.columns);
    expect(second).toEqual(first.map((x) => Number(x) + 1));
    const blocks = read(counted(10, 4, 2), { sample });
    if (Array.isArray(blocks)) throw new Error("refused");
    expect(blocks.columns.prompt).toEqual(
      blocks.columns["x 1"].map((x) => `prompt ${Math.floor(Number(x) / 8) + 1}`),
    );
  });

  test("of more numbers than a page holds is refused in words, unless a sample is drawn", () => {
    const bytes = new Uint8Array(128 + 65e6);
    const head = "{'descr': '|u1', 'fortran_order': False, 'shape': (65000000, 1), }".padEnd(117);
    bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, 118, 0]);
    bytes.set(new TextEncoder().encode(`${head}\n`), 10);
    expect(read(bytes)).toEqual([{ code: "too-large-file", value: "65 million numbers" }]);
    expect(read(bytes, { sample: { rows: 5, seed: 1 } })).toMatchObject({
      rows: 5,
      sampledFrom: 65_000_000,
    });
  });

  test("of Python objects is a pickle", () => {
    const bytes = counted(2);
    const text = new TextDecoder("windows-1252").decode(bytes);
    bytes.set(new TextEncoder().encode("'|O'  "), text.indexOf("'<f8'"));
    expect(read(bytes)).toEqual([{ code: "pickle", value: "x.npy" }]);
  });
});
