import { describe, expect, test } from "vitest";
import { proposal } from "./mapping/propose-mapping.ts";
import { readSource } from "./read-source.ts";
import { KEPT_KINDS } from "./testing/kind-files.ts";
import type { KindOfFile } from "./testing/kind-of-file.ts";
import { WRITTEN_KINDS } from "./testing/written-kinds.ts";

const KINDS = [...KEPT_KINDS, ...WRITTEN_KINDS];

async function shown({ sources, picks = {} }: Pick<KindOfFile, "sources" | "picks">) {
  const read = await readSource(sources, { picks });
  if (!read.ok) return read.problems.map(({ code }) => code);
  const { mapping, readings } = proposal(read, picks);
  const used = (use: string) => mapping.find((m) => m.use === use)?.column;
  return {
    rows: read.table.rows,
    values: mapping.flatMap((m) =>
      m.use === "value" ? `${m.column}${m.lowerIsBetter ? "↓" : ""}` : [],
    ),
    prompt: used("prompt"),
    response: used("response"),
    readings: [...new Set([...read.readings, ...readings].map(({ kind }) => kind))],
    problems: [...new Set(read.problems.map(({ code }) => code))],
  };
}

describe("kinds of files that people have", () => {
  test.each(KINDS.map((kind) => [kind.what, kind] as const))("%s", async (_, kind) => {
    const { rows, values, prompt, response, readings = [], problems = [] } = kind;
    const read = await shown(kind);
    const expected = { rows, values, prompt, response, readings, problems };
    expect(read).toEqual({
      ...expected,
      problems: problems.filter((p) => p !== "constant-column"),
    });
  });

  test.each(KINDS.map((kind) => [kind.what, kind] as const))(
    "every guess about %s can be overruled",
    async (_, { sources, picks = {} }) => {
      const read = await readSource(sources, { picks });
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      const { readings } = proposal(read, picks);
      for (const { kind, others, taken } of [...read.readings, ...readings])
        for (const { pick } of others) {
          const again = await readSource(sources, { picks: { ...picks, [kind]: pick } });
          if (!again.ok) throw new Error(JSON.stringify(again.problems));
          const all = [...again.readings, ...proposal(again, { ...picks, [kind]: pick }).readings];
          const now = all.find((reading) => reading.kind === kind);
          expect([kind, now?.taken]).not.toEqual([kind, taken]);
        }
    },
  );
});
