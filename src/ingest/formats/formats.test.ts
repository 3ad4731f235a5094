import { describe, expect, test } from "vitest";
import { sourceOfBytes } from "../bytes/source.ts";
import { readSource } from "../read-source.ts";
import type { TableColumn } from "../table/table.ts";
import { writtenFiles } from "../testing/written-files.ts";

const files = await writtenFiles();
const bits = (numbers: ArrayLike<number>) =>
  Array.from(new BigUint64Array(Float64Array.from(numbers).buffer));

function contentOf(column: TableColumn | undefined): unknown[] {
  if (!column) return [];
  return column.kind === "number" ? bits(column.numbers) : [...column.texts];
}

describe("files of other writers, bit for bit", () => {
  test.each(files.map((file) => [file.format, file.writer, file] as const))(
    "%s (%s)",
    async (_, __, { bytes, columns }) => {
      const read = await readSource([sourceOfBytes(bytes)]);
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      const { table } = read;
      for (const [name, expected] of Object.entries(columns)) {
        const content = contentOf(table.columns.find((c) => c.name === name));
        expect(content.length, name).toBe(expected.length);
        const wanted =
          typeof expected[0] === "string"
            ? [...(expected as string[])]
            : bits(expected as Float64Array);
        expect(content, name).toEqual(wanted);
      }
      expect(table.columns.length).toBe(Object.keys(columns).length);
    },
  );

  test("at least three files of each format", () => {
    const counts = new Map<string, number>();
    for (const { format } of files) {
      const [name] = format.split(",");
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    for (const name of ["CSV", "TSV", "JSON", "JSON Lines", "parquet", "arrow", "npy", "npz"])
      expect(counts.get(name), name).toBeGreaterThanOrEqual(3);
  });
});

describe("several files", () => {
  test("parts of one table are appended, and a column that one lacks is missing there", async () => {
    const parts = ["a,t\n1,x\n2,y\n", '[{"a":3},{"a":4,"b":5}]'].map((text, k) =>
      sourceOfBytes(new TextEncoder().encode(text), `part ${k}`),
    );
    const read = await readSource(parts);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.table.rows).toBe(4);
    const [a, t, b] = read.table.columns;
    expect(a.kind === "number" && [...a.numbers]).toEqual([1, 2, 3, 4]);
    expect(t.kind === "text" && t.texts).toEqual(["x", "y", "", ""]);
    expect(b.kind === "number" && [...b.numbers]).toEqual([Number.NaN, Number.NaN, Number.NaN, 5]);
  });

  test("a problem says in which file it lies", async () => {
    const read = await readSource([
      sourceOfBytes(new TextEncoder().encode("a\n1\n2"), "good.csv"),
      sourceOfBytes(new TextEncoder().encode('[{"a":'), "cut.json"),
    ]);
    expect(read).toMatchObject({ ok: false, problems: [{ code: "not-json", file: "cut.json" }] });
  });
});

describe("files that are recognised and not read", () => {
  test.each([
    ["xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]],
    ["Zstandard", [0x28, 0xb5, 0x2f, 0xfd, 0]],
    ["PNG", [0x89, 0x50, 0x4e, 0x47]],
    ["old spreadsheet", [0xd0, 0xcf, 0x11, 0xe0]],
  ])("%s", async (value, magic) => {
    const read = await readSource([sourceOfBytes(Uint8Array.from(magic))]);
    expect(read).toMatchObject({ ok: false, problems: [{ code: "binary-file", value }] });
  });
});
