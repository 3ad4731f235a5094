import { describe, expect, test } from "vitest";
import { seededRandom } from "../core/numerics/random.ts";
import { type ByteSource, sourceOfBytes } from "./bytes/source.ts";
import { checkTable } from "./mapping/check-table.ts";
import { applyMapping } from "./mapping/mapping.ts";
import { previewOf } from "./mapping/preview.ts";
import { readSource } from "./read-source.ts";
import type { ReadTable } from "./table/table.ts";
import { LOG_FILES } from "./testing/log-files.ts";
import { hostileFiles, MUTATIONS } from "./testing/mutations.ts";
import { RATED_FILES } from "./testing/rated-files.ts";
import { writtenFiles } from "./testing/written-files.ts";

const INPUTS = 10_000;
/** How often the bytes of a file may be read, from the first look to the last column. */
const MOST_READS = 3;
/** Rows of the files before they are spoiled: so few that ten thousand of them take seconds. */
const ROWS = 40;

/** The whole way of a file from its bytes to samples; returns how it ended. */
async function end(bytes: Uint8Array): Promise<"data" | "problem"> {
  let taken = 0;
  const source = sourceOfBytes(bytes, "spoiled");
  const counted: ByteSource = {
    ...source,
    slice: async (from, to) => {
      const part = await source.slice(from, to);
      taken += part.length;
      return part;
    },
  };
  const read = await readSource([counted]);
  let ended: "data" | "problem" = "problem";
  if (read.ok) ended = mappedEnd(read);
  else {
    expect(read.problems.length).toBeGreaterThan(0);
    for (const problem of read.problems) expect(problem.code).toMatch(/^[a-z-]+$/);
  }
  expect(taken).toBeLessThanOrEqual(MOST_READS * bytes.length);
  return ended;
}

/** Samples of a table under its proposed mapping, all of whose numbers must be finite, or problems. */
function mappedEnd(read: ReadTable): "data" | "problem" {
  const problems = [...read.problems, ...checkTable(read.table)];
  const mapped = applyMapping(read.table, previewOf(read, problems).mapping);
  if (!mapped.ok) {
    expect(mapped.problems.length).toBeGreaterThan(0);
    return "problem";
  }
  for (const { rewards } of mapped.data.columns) {
    const odd = Float64Array.from(rewards).find((reward) => !Number.isFinite(reward));
    if (odd !== undefined) throw new Error(`not finite: ${odd}`);
  }
  return "data";
}

describe("whatever is dropped ends as data or as a clear problem", () => {
  test("ten thousand spoiled files", async () => {
    const files = [...(await writtenFiles(ROWS)), ...RATED_FILES, ...LOG_FILES];
    const originals = files.map((file) => file.bytes);
    const random = seededRandom(20);
    const ends = { data: 0, problem: 0 };
    for (let k = 0; k < INPUTS; k++) {
      const original = originals[k % originals.length];
      const mutate = MUTATIONS[Math.floor(k / originals.length) % MUTATIONS.length];
      const spoiled = mutate(original, random);
      try {
        ends[await end(spoiled)]++;
      } catch (error) {
        throw new Error(`input ${k}, mutation ${MUTATIONS.indexOf(mutate)}: ${error}`, {
          cause: error,
        });
      }
    }
    expect(ends.data).toBeGreaterThan(0);
    expect(ends.problem).toBeGreaterThan(0);
  });

  test.each(hostileFiles())("%s", async (_, bytes) => {
    await end(bytes);
  });
});
