import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { type ExportedWeights, weightsCsv } from "./row-weights.ts";
import { weightsParquet } from "./row-weights-parquet.ts";
import { exportedHhh } from "./testing/exported.ts";

const ROWS = 40_000;
const wave = (scale: number) => Float64Array.from({ length: ROWS }, (_, j) => Math.sin(j) * scale);
const weights: ExportedWeights = {
  before: Float64Array.from({ length: ROWS }, (_, j) => (j % 5) / (2 * ROWS)),
  after: wave(1).map((x) => x * x * 1e-12),
  prompts: Int32Array.from({ length: ROWS }, (_, j) => j % 99),
  rewards: [
    { id: "humor, dry", values: wave(1e5) },
    { id: "=a1", values: wave(0.1) },
  ],
};
const COLUMNS = [
  "row",
  "prompt",
  "weight_before",
  "weight_after",
  "ratio",
  "reward_humor, dry",
  "reward_=a1",
];

function expectRow(found: Readonly<Record<string, unknown>>, j: number) {
  const before = weights.before?.[j] ?? 0;
  const after = weights.after[j];
  const expected = [
    j + 1,
    weights.prompts?.[j],
    before,
    after,
    before > 0 ? after / before : 0,
    ...weights.rewards.map(({ values }) => values[j]),
  ];
  expect(COLUMNS.map((name) => Number(found[name]) + 0)).toEqual(
    expected.map((x) => Number(x) + 0),
  );
}

describe("the weights of all answers", () => {
  test("sum to 1 and reproduce the report's levels from the file alone", async () => {
    const made = await exportedHhh(70);
    const text = [...weightsCsv(made.weights)].map(({ piece }) => piece).join("");
    const { data, meta } = Papa.parse<Record<string, number>>(text, {
      header: true,
      dynamicTyping: true,
      skipEmptyLines: true,
    });
    expect(meta.fields?.slice(0, 4)).toEqual(["row", "weight_before", "weight_after", "ratio"]);
    expect(data).toHaveLength(2312);
    const sum = (of: (row: Record<string, number>) => number) =>
      data.reduce((s, r) => s + of(r), 0);
    expect(sum((r) => r.weight_after)).toBeCloseTo(1, 12);
    made.facts.values.forEach(({ summary, level }) => {
      expect(sum((r) => r.weight_after * r[`reward_${summary.id}`])).toBeCloseTo(level, 10);
    });
  });

  test("as separated text come in small pieces with every digit", () => {
    const pieces = [...weightsCsv(weights)].map(({ piece }) => piece);
    expect(Math.max(...pieces.map((piece) => piece.split("\n").length))).toBeLessThan(1000);
    const { data, meta } = Papa.parse<Record<string, string>>(pieces.join(""), {
      header: true,
      skipEmptyLines: true,
    });
    expect(meta.fields).toEqual(COLUMNS);
    expect(data).toHaveLength(ROWS);
    for (const j of [0, 1, 511, 512, ROWS - 1]) expectRow(data[j], j);
  });

  test("as Parquet are read by hyparquet and by DuckDB, every digit and what was said about them", async () => {
    const written = [...weightsParquet(weights, { link: "https://host.example/#p", λ: "é" })];
    const pieces = written.map(({ piece }) => piece);
    expect(written.map(({ rows }) => rows)).toEqual([8192, 16_384, 24_576, 32_768, ROWS, ROWS]);
    const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer());
    const read = await parquetReadObjects({ file: bytes.buffer });
    expect(read).toHaveLength(ROWS);
    for (const j of [0, 8191, 8192, ROWS - 1]) expectRow(read[j], j);
    const { key_value_metadata, row_groups } = parquetMetadata(bytes.buffer);
    expect(key_value_metadata).toEqual([
      { key: "link", value: "https://host.example/#p" },
      { key: "λ", value: "é" },
    ]);
    expect(row_groups.length).toBe(pieces.length - 1);

    const folder = mkdtempSync(join(tmpdir(), "value-palette-"));
    const file = join(folder, "weights.parquet");
    writeFileSync(file, bytes);
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    try {
      const reader = await connection.runAndReadAll(`select * from '${file}' order by row`);
      const rows = reader.getRowObjects();
      expect(rows).toHaveLength(ROWS);
      for (const j of [0, 8192, ROWS - 1]) expectRow(rows[j], j);
    } finally {
      connection.closeSync();
      rmSync(folder, { recursive: true });
    }
  });
});
