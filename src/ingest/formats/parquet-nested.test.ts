import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { expect, test } from "vitest";
import { sourceOfBytes } from "../bytes/source.ts";
import { readSource } from "../read-source.ts";

/** A Parquet file of what a query gives, as another program writes it. */
async function written(query: string): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "nested-"));
  const file = join(folder, "file.parquet");
  const database = await DuckDBInstance.create(":memory:");
  const connection = await database.connect();
  try {
    await connection.run(`COPY (${query}) TO '${file}' (FORMAT parquet)`);
    return new Uint8Array(readFileSync(file));
  } finally {
    connection.closeSync();
    database.closeSync();
    rmSync(folder, { recursive: true });
  }
}

async function shown(query: string) {
  const read = await readSource([sourceOfBytes(await written(query), "answers.parquet")]);
  if (!read.ok) return read.problems;
  return Object.fromEntries(
    read.table.columns.map((c) => [c.name, [...(c.kind === "number" ? c.numbers : c.texts)]]),
  );
}

test("chats, records, lists of answers and of whole numbers in Parquet become rows and columns", async () => {
  const chat =
    "[{'role': 'user', 'content': 'q' || i}, {'role': 'assistant', 'content': 'a' || i}]";
  expect(
    await shown(
      `SELECT ${chat} AS messages, {'care': i * 1.5, 'wit': i::BIGINT} AS scores, [i::BIGINT, 2 * i] AS v FROM range(1, 4) t(i)`,
    ),
  ).toEqual({
    prompt: ["q1", "q2", "q3"],
    response: ["a1", "a2", "a3"],
    "scores.care": [1.5, 3, 4.5],
    "scores.wit": [1, 2, 3],
    "v 1": [1, 2, 3],
    "v 2": [2, 4, 6],
  });
  expect(
    await shown(
      "SELECT 'q' || i AS prompt, ['a' || i, 'b' || i] AS responses, [i * 0.5, 1.0] AS rewards FROM range(1, 3) t(i)",
    ),
  ).toEqual({
    prompt: ["q1", "q1", "q2", "q2"],
    responses: ["a1", "b1", "a2", "b2"],
    rewards: [0.5, 1, 1, 1],
  });
});
