import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parquetMetadata, parquetRead } from "hyparquet";
import { inferSchema, initParser } from "udsv";
import { sourceOfBytes } from "../../src/ingest/bytes/source.ts";
import { readSource } from "../../src/ingest/read-source.ts";
import type { BenchContext } from "./bench-context.ts";
import { type Dropped, droppedFiles } from "./browser/dropped-files.ts";
import { median } from "./browser/watched-drag.ts";

const RUNS = 5;
/** Rows of the files that are read in this process, and of the two that are dropped in the browser. */
const COMPARED_ROWS = 300_000;
const PARQUET_ROWS = 1_000_000;
const CSV_ROWS = 1_150_000;
const SHARE = 0.7;

/** Reading of large files: beside the bare libraries in this process, and by drag-and-drop in the built app. */
export async function bench({ chromePath, serveApp }: BenchContext): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "value-palette-"));
  const { url, close } = await serveApp();
  try {
    await compare(folder);
    const parquet = join(folder, "million.parquet");
    const csv = join(folder, "answers.csv");
    await write(parquet, PARQUET_ROWS, "FORMAT parquet", NUMBERS);
    await write(csv, CSV_ROWS, "FORMAT csv, HEADER", `${TEXTS}, ${NUMBERS}`);
    report(await droppedFiles(chromePath, url, [parquet, csv]));
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const NUMBERS = Array.from({ length: 6 }, (_, k) => `random() * ${k + 1} - 0.5 AS v${k + 1}`).join(
  ", ",
);
const TEXTS =
  "'question ' || (i % 5000) AS prompt, 'answer ' || i || ' ' || md5(i::VARCHAR) AS generated";

async function write(file: string, rows: number, options: string, columns: string): Promise<void> {
  const database = await DuckDBInstance.create(":memory:");
  const connection = await database.connect();
  await connection.run("SELECT setseed(0.5)");
  await connection.run(
    `COPY (SELECT ${columns} FROM range(${rows}) AS t(i)) TO '${file}' (${options})`,
  );
  connection.closeSync();
}

async function compare(folder: string): Promise<void> {
  const files: [string, string, string, (bytes: Uint8Array) => Promise<number>][] = [
    ["CSV, numbers", "FORMAT csv, HEADER", NUMBERS, byUdsv],
    ["CSV, texts and numbers", "FORMAT csv, HEADER", `${TEXTS}, ${NUMBERS}`, byUdsv],
    ["Parquet, snappy", "FORMAT parquet", NUMBERS, byHyparquet],
    ["Parquet, zstd", "FORMAT parquet, CODEC 'zstd'", `${TEXTS}, ${NUMBERS}`, byHyparquet],
  ];
  console.log(
    "\n| file | MB | rows | the library alone, ms | here, ms | speed, share of the library’s | least |",
  );
  console.log("|---|---|---|---|---|---|---|");
  for (const [name, options, columns, byLibrary] of files) {
    const file = join(folder, "compared");
    await write(file, COMPARED_ROWS, options, columns);
    const bytes = new Uint8Array(readFileSync(file));
    const alone: number[] = [];
    const ours: number[] = [];
    for (let k = 0; k <= RUNS; k++) {
      const [a, b] = [await timed(() => byLibrary(bytes)), await timed(() => here(bytes))];
      if (k > 0) {
        alone.push(a);
        ours.push(b);
      }
    }
    const shares = alone.map((a, k) => a / ours[k]);
    const cells = [
      name,
      (bytes.length / 1e6).toFixed(0),
      COMPARED_ROWS,
      median(alone).toFixed(0),
      median(ours).toFixed(0),
      median(shares).toFixed(2),
      `≥ ${SHARE}`,
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
}

async function timed(read: () => Promise<number>): Promise<number> {
  const started = performance.now();
  const rows = await read();
  const took = performance.now() - started;
  if (rows !== COMPARED_ROWS) throw new Error(`invalid reading: ${rows} rows`);
  return took;
}

async function here(bytes: Uint8Array): Promise<number> {
  const read = await readSource([sourceOfBytes(bytes)]);
  return read.ok ? read.table.rows : 0;
}

/** Text to typed columns, as the library's own documentation does it. */
async function byUdsv(bytes: Uint8Array): Promise<number> {
  const text = new TextDecoder().decode(bytes);
  const columns = initParser(inferSchema(text)).typedCols(text);
  return columns[0].length;
}

/** Every chunk decoded, none of it kept. */
async function byHyparquet(bytes: Uint8Array): Promise<number> {
  const { compressors } = await import("hyparquet-compressors");
  const file = bytes.buffer.slice(
    bytes.byteOffset,
    bytes.byteOffset + bytes.byteLength,
  ) as ArrayBuffer;
  const metadata = parquetMetadata(file);
  let rows = 0;
  await parquetRead({
    file,
    metadata,
    compressors,
    onChunk: ({ columnName, columnData }) => {
      if (columnName === "v1") rows += columnData.length;
    },
  });
  return rows;
}

function report(files: readonly Dropped[]): void {
  console.log(
    "\n| dropped in Chromium | MB | rows | to the preview, s | rows per second | to the palette’s verdict, s | peak memory of the tab, MB (before) | longest main-thread task, ms | cancel answered in, ms |",
  );
  console.log("|---|---|---|---|---|---|---|---|---|");
  for (const one of files) {
    const cells = [
      one.name,
      (statSync(one.file).size / 1e6).toFixed(0),
      one.rows.toLocaleString("en"),
      (one.readMs / 1000).toFixed(2),
      Math.round((1000 * one.rows) / one.readMs).toLocaleString("en"),
      (one.answeredMs / 1000).toFixed(2),
      `${(one.peakBytes / 1e6).toFixed(0)} (${(one.bytesBefore / 1e6).toFixed(0)})`,
      one.longest === 0 ? "< 50" : one.longest.toFixed(0),
      one.cancelMs.toFixed(0),
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
  console.log("\nbudget: no task over 100 ms, cancel within 200 ms");
}
