import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { allOf } from "../ingest/bytes/source.ts";
import { KEPT_KINDS } from "../ingest/testing/kind-files.ts";
import { WRITTEN_KINDS } from "../ingest/testing/written-kinds.ts";
import { valueNames } from "./prepare.ts";
import { readFileTable } from "./read-table.ts";

const folder = mkdtempSync(join(tmpdir(), "kinds-"));
const single = [...KEPT_KINDS, ...WRITTEN_KINDS].filter(({ sources }) => sources.length === 1);

test.each(single.map((kind) => [kind.what, kind] as const))(
  "the command line reads %s as the page does, and says what it guessed",
  async (_, { sources: [source], picks, rows, values, readings = [] }) => {
    const path = join(folder, basename(source.name));
    writeFileSync(path, await allOf(source));
    const read = await readFileTable(path, picks);
    if (!read.ok) throw new Error(read.problem);
    expect(read.value.read.table.rows).toBe(rows);
    expect(valueNames(read.value.read).proposed).toEqual(
      values.map((name) => name.replace("↓", "")),
    );
    // Rows with gaps are counted when a palette asks for their values.
    const told = readings.filter((kind) => kind !== "groups");
    expect(read.value.notes.length).toBeGreaterThanOrEqual(told.length);
    expect(read.value.notes.join(" ")).not.toMatch(/undefined|NaN|\[object/);
  },
);
