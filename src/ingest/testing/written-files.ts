import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import {
  CompressionType,
  float64,
  int32,
  setCompressionCodec,
  tableFromArrays,
  tableToIPC,
  utf8,
} from "@uwdata/flechette";
import { gzipSync, zipSync } from "fflate";
import { parquetWriteBuffer } from "hyparquet-writer";
import { dump } from "npyjs";
import Papa from "papaparse";
import { encodeLz4Frame, encodeZstdFrame } from "./arrow-codecs.ts";

/** A file that another program wrote, under a name that says nothing, and what is in it. */
export interface WrittenFile {
  readonly format: string;
  readonly writer: string;
  readonly bytes: Uint8Array;
  readonly columns: Readonly<Record<string, ArrayLike<number> | readonly string[]>>;
}

/** Rows of each file; more than a batch, a page or a preview of any of the formats. */
const ROWS = 2500;
const bytesOf = (text: string) => new TextEncoder().encode(text);
const nulls = (numbers: Float64Array) => Array.from(numbers, (x) => (Number.isNaN(x) ? null : x));

/** The table that every writer is given: doubles of all magnitudes, whole numbers, gaps, and texts that need quotes. */
function written(rows: number) {
  const each = <T>(make: (j: number) => T): T[] => Array.from({ length: rows }, (_, j) => make(j));
  const columns = {
    helpful: Float64Array.from(each((j) => Math.sin(j) * 10 ** ((j % 25) - 12))),
    grade: Float64Array.from(each((j) => j % 5)),
    gap: Float64Array.from(each((j) => (j % 11 === 3 ? Number.NaN : Math.cos(j)))),
    generated: each(
      (j) => `answer "${j}", ünïcode; a tab\there${j % 7 === 0 ? "\nand a line" : ""}`,
    ),
  };
  const { helpful, grade, gap, generated } = columns;
  const records = each((j) => ({
    helpful: helpful[j],
    grade: grade[j],
    gap: Number.isNaN(gap[j]) ? null : gap[j],
    generated: generated[j],
  }));
  return { rows, columns, numbers: { helpful, grade, gap }, records };
}

type Written = ReturnType<typeof written>;

/** Files of every format that is read. */
export async function writtenFiles(rows = ROWS): Promise<WrittenFile[]> {
  const table = written(rows);
  const byHand = [textFiles, parquetFiles, arrowFiles, npyFiles].flatMap((write) => write(table));
  return [...(await byDuckDb(table)), ...byHand];
}

async function byDuckDb({ columns, records }: Written): Promise<WrittenFile[]> {
  const folder = mkdtempSync(join(tmpdir(), "value-palette-"));
  const database = await DuckDBInstance.create(":memory:");
  const connection = await database.connect();
  const out: WrittenFile[] = [];
  try {
    await connection.run(
      "CREATE TABLE t (helpful DOUBLE, grade INTEGER, gap DOUBLE, generated VARCHAR)",
    );
    const appender = await connection.createAppender("t");
    for (const { helpful, grade, gap, generated } of records) {
      appender.appendDouble(helpful);
      appender.appendInteger(grade);
      if (gap === null) appender.appendNull();
      else appender.appendDouble(gap);
      appender.appendVarchar(generated);
      appender.endRow();
    }
    appender.closeSync();
    const written: [string, string][] = [
      ...["uncompressed", "snappy", "gzip", "zstd", "brotli", "lz4_raw"].map(
        (codec): [string, string] => [
          `parquet, ${codec}`,
          `FORMAT parquet, CODEC '${codec}', ROW_GROUP_SIZE 2048`,
        ],
      ),
      ["CSV", "FORMAT csv, HEADER"],
      ["TSV", "FORMAT csv, HEADER, DELIMITER '\t'"],
      ["JSON", "FORMAT json, ARRAY true"],
      ["JSON Lines", "FORMAT json"],
    ];
    for (const [format, options] of written) {
      const file = join(folder, "file");
      await connection.run(`COPY t TO '${file}' (${options})`);
      out.push({
        format,
        writer: "DuckDB",
        bytes: new Uint8Array(readFileSync(file)),
        columns,
      });
    }
  } finally {
    connection.closeSync();
    rmSync(folder, { recursive: true, force: true });
  }
  return out;
}

function textFiles({ columns, records }: Written): WrittenFile[] {
  const csv = (delimiter: string, options = {}) =>
    bytesOf(Papa.unparse(records, { delimiter, newline: "\r\n", ...options }));
  const comma = bytesOf(
    Papa.unparse(
      records.map((r) => ({ ...r, gap: r.gap === null ? "" : String(r.gap).replace(".", ",") })),
      { delimiter: ";", quotes: true },
    ),
  );
  const json = JSON.stringify(records);
  const lines = records.map((r) => JSON.stringify(r)).join("\n");
  const utf16 = new Uint8Array(
    Uint16Array.from([...`\uFEFF${json}`].map((c) => c.charCodeAt(0))).buffer,
  );
  const files: [string, string, Uint8Array][] = [
    ["CSV", "papaparse", csv(",")],
    ["CSV", "papaparse, byte-order mark", bytesOf(`\uFEFF${new TextDecoder().decode(csv(","))}`)],
    ["CSV, decimal comma", "papaparse", comma],
    ["TSV", "papaparse", csv("\t")],
    ["TSV", "papaparse, all quoted", csv("\t", { quotes: true })],
    ["JSON", "JSON.stringify, records", bytesOf(json)],
    ["JSON", "JSON.stringify, UTF-16", utf16],
    [
      "JSON",
      "JSON.stringify, columns",
      bytesOf(
        JSON.stringify({
          helpful: [...columns.helpful],
          grade: [...columns.grade],
          gap: nulls(columns.gap),
          generated: columns.generated,
        }),
      ),
    ],
    ["JSON Lines", "JSON.stringify", bytesOf(lines)],
    ["JSON Lines", "JSON.stringify, Windows line ends", bytesOf(lines.replaceAll("\n", "\r\n"))],
    ["CSV, gzip", "fflate", gzipSync(csv(","))],
    ["JSON, gzip", "fflate", gzipSync(bytesOf(json))],
    ["JSON Lines, gzip", "fflate", gzipSync(bytesOf(lines), { level: 9 })],
    ["CSV, zip", "fflate", zipSync({ "data/part.csv": csv(",") })],
    [
      "JSON, zip",
      "fflate",
      zipSync({ "a.json": bytesOf(json), "__MACOSX/._a.json": bytesOf("x") }),
    ],
  ];
  return files.map(([format, writer, bytes]) => ({ format, writer, bytes, columns }));
}

function parquetFiles({ columns }: Written): WrittenFile[] {
  const columnData = [
    { name: "helpful", data: columns.helpful, type: "DOUBLE" as const },
    { name: "grade", data: Int32Array.from(columns.grade), type: "INT32" as const },
    { name: "gap", data: nulls(columns.gap), type: "DOUBLE" as const, nullable: true },
    { name: "generated", data: columns.generated, type: "STRING" as const },
  ];
  const whole = new Uint8Array(parquetWriteBuffer({ columnData }));
  return [
    { format: "parquet", writer: "hyparquet-writer", bytes: whole, columns },
    { format: "parquet, zip", writer: "fflate", bytes: zipSync({ p: whole }), columns },
  ];
}

function arrowFiles({ columns }: Written): WrittenFile[] {
  const table = tableFromArrays(
    {
      helpful: columns.helpful,
      grade: Int32Array.from(columns.grade),
      gap: nulls(columns.gap),
      generated: columns.generated,
    },
    { types: { helpful: float64(), grade: int32(), gap: float64(), generated: utf8() } },
  );
  const { LZ4_FRAME, ZSTD } = CompressionType;
  setCompressionCodec(LZ4_FRAME, { encode: encodeLz4Frame, decode: (bytes) => bytes });
  setCompressionCodec(ZSTD, { encode: encodeZstdFrame, decode: (bytes) => bytes });
  const as = (format: "file" | "stream", codec?: typeof LZ4_FRAME | typeof ZSTD) => {
    const bytes = tableToIPC(table, { format, codec });
    if (!bytes) throw new Error("invalid table");
    return bytes;
  };
  const files: [string, Uint8Array][] = [
    ["arrow, file", as("file")],
    ["arrow, stream", as("stream")],
    ["arrow, file, LZ4", as("file", LZ4_FRAME)],
    ["arrow, stream, zstd", as("stream", ZSTD)],
    ["arrow, gzip", gzipSync(as("file"))],
  ];
  return files.map(([format, bytes]) => ({
    format,
    writer: "flechette",
    bytes,
    columns,
  }));
}

function npyFiles({ rows, numbers }: Written): WrittenFile[] {
  const named = { "file 1": numbers.helpful, "file 2": numbers.grade, "file 3": numbers.gap };
  const flat = new Float64Array(3 * rows);
  Object.values(numbers).forEach((column, k) => {
    column.forEach((x, j) => {
      flat[j * 3 + k] = x;
    });
  });
  const byColumns = new Float64Array(3 * rows);
  Object.values(numbers).forEach((column, k) => {
    byColumns.set(column, k * rows);
  });
  const npy = (data: Float64Array, shape: number[]) => new Uint8Array(dump(data, shape));
  const fortran = npy(byColumns, [rows, 3]);
  const at = new TextDecoder("windows-1252").decode(fortran.subarray(0, 128)).indexOf("False");
  fortran.set(bytesOf("True "), at);
  const arrays = Object.fromEntries(
    Object.entries(numbers).map(([name, data]) => [`${name}.npy`, npy(data, [rows])]),
  );
  const files: [string, Uint8Array, WrittenFile["columns"]][] = [
    ["npy, n × m", npy(flat, [rows, 3]), named],
    ["npy, m × n", npy(byColumns, [3, rows]), named],
    ["npy, by columns", fortran, named],
    ["npz, compressed", zipSync(arrays), numbers],
    ["npz, stored", zipSync(arrays, { level: 0 }), numbers],
    ["npz, one matrix", zipSync({ "file.npy": npy(flat, [rows, 3]) }), named],
  ];
  return files.map(([format, bytes, expected]) => ({
    format,
    writer: format.startsWith("npz") ? "npyjs, fflate" : "npyjs",
    bytes,
    columns: expected,
  }));
}
