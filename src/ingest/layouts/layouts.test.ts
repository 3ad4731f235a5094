import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { sourceOfBytes } from "../bytes/source.ts";
import { proposeMapping } from "../mapping/propose-mapping.ts";
import { type ReadChoices, readSource } from "../read-source.ts";
import type { ReadTable, TableColumn } from "../table/table.ts";
import { LOG_FILES } from "../testing/log-files.ts";
import { RATED_FILES } from "../testing/rated-files.ts";

const LAYOUT_FILES = [...RATED_FILES, ...LOG_FILES];

async function read(files: readonly Uint8Array[], choices: ReadChoices = {}): Promise<ReadTable> {
  const result = await readSource(
    files.map((bytes) => sourceOfBytes(bytes)),
    choices,
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}

const numbersOf = (column: TableColumn | undefined) =>
  column?.kind === "number" ? [...column.numbers] : null;
const textsOf = (column: TableColumn | undefined) =>
  column?.kind === "text" ? [...column.texts] : null;

describe("known layouts become values, prompts and answers", () => {
  test.each(LAYOUT_FILES.map((file) => [file.layout ?? "plain", file.what, file] as const))(
    "%s: %s",
    async (_, __, file) => {
      const got = await read([file.bytes]);
      expect(got.layout).toBe(file.layout);
      const mapping = proposeMapping(got.table, got.hints);
      const columnOf = (id: string | undefined) => got.table.columns.find((c) => c.name === id);
      const used = mapping.filter((m) => m.use === "value").map((m) => m.column);
      for (const [id, numbers] of Object.entries(file.values)) {
        expect(used).toContain(id);
        expect(numbersOf(columnOf(id)), id).toEqual(numbers);
      }
      if (file.layout !== null && file.layout !== "armorm")
        expect(used.sort()).toEqual(Object.keys(file.values).sort());
      const of = (use: string) => columnOf(mapping.find((m) => m.use === use)?.column);
      expect(textsOf(of("prompt"))).toEqual(file.prompts ?? null);
      if (file.answers) expect(textsOf(of("response"))).toEqual(file.answers);
      const costs = mapping.filter((m) => m.lowerIsBetter).map((m) => m.column);
      expect(costs).toEqual(file.costs ?? []);
      const asked = [...got.hints].filter(([, h]) => h.isDirectionOpen).map(([id]) => id);
      expect(asked).toEqual(file.asked ?? []);
    },
  );

  test("every layout has a file", () => {
    expect(new Set(LAYOUT_FILES.map((f) => f.layout)).size).toBe(15);
  });

  test("each can be read as a plain table instead", async () => {
    for (const { bytes, layout } of LAYOUT_FILES)
      if (layout !== null) expect((await read([bytes], { isPlain: true })).layout).toBeNull();
  });
});

describe("what is no set of answers is refused with the reason", () => {
  test.each([
    ["means only", "means-only", "Step,run - reward__MIN,run - reward__MAX\n1,2,3\n2,3,4\n"],
    ["levels of the paper", "means-only", "Statistic,humor,harmless\navg,0.1,0.2\n80%,0.4,0.6\n"],
  ])("%s", async (_, code, text) => {
    expect(await readSource([sourceOfBytes(strToU8(text))])).toMatchObject({
      ok: false,
      problems: [{ code }],
    });
  });
});

describe("matrices", () => {
  const matrix = (n: number, m: number) =>
    strToU8(
      JSON.stringify(
        Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, k) => i * 100 + k)),
      ),
    );

  test.each([
    [40, 3, 40, false],
    [3, 40, 40, false],
    [8, 6, 8, true],
    [6, 8, 6, true],
    [50, 60, 60, true],
  ])("%d × %d has %d answers; whether that is open: %s", async (n, m, rows, isOpen) => {
    const got = await read([matrix(n, m)]);
    expect(got.table.rows).toBe(rows);
    expect(got.shape).toMatchObject({ sizes: [n, m], isOpen });
    const turned = await read([matrix(n, m)], { isTurned: true });
    expect(turned.table.rows).toBe(n + m - rows);
    expect(numbersOf(turned.table.columns[1])?.[2]).toBe(rows === n ? 102 : 201);
  });
});

describe("several files", () => {
  const left = strToU8("id,kind\nx,1\ny,2\nz,3\n");
  const right = strToU8("id,safe\nz,30\nx,10\nw,40\n");

  test("with a common key are joined by it, or read one below the other on request", async () => {
    const apart = await read([left, right], { picks: { files: "below" } });
    expect(apart.table.rows).toBe(6);
    expect(apart.keys).toEqual(["id"]);
    expect((await read([left, right], { joinBy: "id" })).table.rows).toBe(2);
    const { table } = await read([left, right]);
    expect(textsOf(table.columns[0])).toEqual(["x", "z"]);
    expect(table.columns.map((c) => c.name)).toEqual(["id", "kind", "safe"]);
    expect(table.columns.slice(1).map(numbersOf)).toEqual([
      [1, 3],
      [10, 30],
    ]);
  });

  test("that share no key say so", async () => {
    const other = strToU8("id,safe\np,30\nq,10\n");
    expect(
      await readSource([sourceOfBytes(left), sourceOfBytes(other)], { joinBy: "id" }),
    ).toMatchObject({ ok: false, problems: [{ code: "no-match", column: "id" }] });
  });
});
