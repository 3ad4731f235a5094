import { strToU8 } from "fflate";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, test } from "vitest";
import { sourceOfBytes } from "../bytes/source.ts";
import { readSource } from "../read-source.ts";
import { type RowSample, RowSampler, sampledPlaces } from "./row-sample.ts";

const ROWS = 20_000;
const counting = Array.from({ length: ROWS }, (_, j) => j);
const csv = strToU8(`a,t\n${counting.map((j) => `${j},row ${j}`).join("\n")}\n`);
const parquet = new Uint8Array(
  parquetWriteBuffer({
    columnData: [
      { name: "a", data: counting, type: "DOUBLE" },
      { name: "t", data: counting.map((j) => `row ${j}`) },
    ],
    rowGroupSize: [3000],
  }),
);
const json = strToU8(JSON.stringify(counting.map((j) => ({ a: j, t: `row ${j}` }))));

async function drawn(files: readonly Uint8Array[], rows: number, seed: number) {
  const read = await readSource(
    files.map((bytes) => sourceOfBytes(bytes)),
    { sample: { rows, seed } },
  );
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const [a, t] = read.table.columns;
  if (a.kind !== "number" || t.kind !== "text") throw new Error("columns");
  return { numbers: [...a.numbers], texts: [...t.texts], from: read.sampledFrom };
}

describe("a random sample of a file", () => {
  test.each([
    ["CSV", csv],
    ["Parquet", parquet],
    ["JSON", json],
  ])("%s: rows stay whole and in order, by a seed, over the whole file", async (_, bytes) => {
    const one = await drawn([bytes], 500, 7);
    expect(one.numbers.length).toBe(500);
    expect(one.from).toBe(ROWS);
    expect(one.texts).toEqual(one.numbers.map((j) => `row ${j}`));
    expect(one.numbers).toEqual([...one.numbers].sort((a, b) => a - b));
    expect(new Set(one.numbers).size).toBe(500);
    expect(await drawn([bytes], 500, 7)).toEqual(one);
    expect((await drawn([bytes], 500, 8)).numbers).not.toEqual(one.numbers);
    const mean = one.numbers.reduce((s, x) => s + x / 500, 0);
    expect(Math.abs(mean - ROWS / 2)).toBeLessThan((4 * ROWS) / Math.sqrt(12 * 500));
  });

  test("of several files is uniform over all their rows", async () => {
    const short = strToU8("a,t\n0,row 0\n1,row 1\n");
    const { numbers, from } = await drawn([csv, short, parquet], 1000, 3);
    expect(numbers.length).toBe(1000);
    expect(from).toBe(2 * ROWS + 2);
    const firstHalf = numbers.findIndex((x, j) => j > 0 && x < numbers[j - 1]);
    expect(Math.abs(firstHalf - 500)).toBeLessThan(4 * Math.sqrt(250));
  });

  test("of fewer rows than asked is the whole, and no sample", async () => {
    const { numbers, from } = await drawn([csv], ROWS, 1);
    expect(numbers).toEqual(counting);
    expect(from).toBeNull();
  });
});

describe("every row is as likely as any other", () => {
  const chiSquare = (counts: readonly number[], expected: number) =>
    counts.reduce((sum, c) => sum + (c - expected) ** 2 / expected, 0);

  test("in both ways of drawing", () => {
    const seeds = Array.from({ length: 4000 }, (_, seed) => seed);
    const placed = countsOf(seeds.map((seed) => [...(sampledPlaces(50, { rows: 5, seed }) ?? [])]));
    const streamed = countsOf(seeds.map((seed) => streamedRows(50, { rows: 5, seed })));
    expect(chiSquare(placed, 400)).toBeLessThan(95);
    expect(chiSquare(streamed, 400)).toBeLessThan(95);
    expect(streamed.reduce((a, b) => a + b)).toBe(20_000);
  });
});

/** How often each of fifty rows was drawn. */
function countsOf(samples: readonly (readonly number[])[]): number[] {
  const counts = new Array<number>(50).fill(0);
  for (const j of samples.flat()) counts[j]++;
  return counts;
}

/** Rows that a sampler keeps of a stream of `count` rows. */
function streamedRows(count: number, sample: RowSample): number[] {
  const sampler = new RowSampler(sample);
  let rows: number[] = [];
  for (let j = 0; j < count; j++) {
    if (sampler.takes()) rows.push(j);
    const stay = sampler.thin(j === count - 1);
    if (stay) rows = Array.from(stay, (k) => rows[k]);
  }
  return rows;
}
