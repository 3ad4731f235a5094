import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sourceOfBytes } from "./bytes/source.ts";
import { checkTable } from "./mapping/check-table.ts";
import { applyMapping } from "./mapping/mapping.ts";
import { proposeMapping } from "./mapping/propose-mapping.ts";
import { readSource } from "./read-source.ts";
import type { Problem, ReadResult } from "./table/table.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const readBytes = (input: Uint8Array) => readSource([sourceOfBytes(input)]);
const read = (text: string) => readBytes(bytes(text));

/** Everything that is wrong with a text, in the order it is found. */
async function problemsOf(text: string): Promise<Problem[]> {
  const result = await read(text);
  return result.ok ? [...result.problems, ...checkTable(result.table)] : [...result.problems];
}

function numbersOf(result: ReadResult, name: string): number[] {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const column = result.table.columns.find((c) => c.name === name);
  if (column?.kind !== "number") throw new Error(`${name} is ${column?.kind}`);
  return [...column.numbers];
}

describe("files that are understood", () => {
  test.each([
    ["JSON records", '[{"a":1,"t":"x"},{"a":2.5,"t":"y"}]'],
    ["JSON columns", '{"a":[1,2.5],"t":["x","y"]}'],
    ["JSON lines", '{"a":1,"t":"x"}\n{"a":2.5,"t":"y"}\n'],
    ["CSV", "a,t\n1,x\n2.5,y\n"],
    ["CSV with a byte-order mark", "\uFEFFa,t\n1,x\n2.5,y"],
    ["semicolons and a decimal comma", "a;t\n1;x\n2,5;y\n"],
    ["tabs and quoted numbers", 'a\tt\n"1"\tx\n"2.5"\ty\n'],
    ["Windows line ends and blank lines", "a,t\r\n\r\n1,x\r\n2.5,y\r\n\r\n"],
  ])("%s", async (_, text) => {
    expect(numbersOf(await read(text), "a")).toEqual([1, 2.5]);
  });

  test("text in UTF-16 and in Windows-1252", async () => {
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...[..."a\n1\n2"].flatMap((c) => [c.charCodeAt(0), 0]),
    ]);
    expect(numbersOf(await readBytes(utf16), "a")).toEqual([1, 2]);
    const latin = Uint8Array.from([..."caf\xe9,b\n1,2\n3,4"].map((c) => c.charCodeAt(0)));
    expect(numbersOf(await readBytes(latin), "café")).toEqual([1, 3]);
  });

  test("missing cells are NaN and no problem of their own", async () => {
    const result = await read("a,b\n1,2\nNaN,3\nN/A,4\n,5\n2,6");
    expect(numbersOf(result, "a")).toEqual([1, Number.NaN, Number.NaN, Number.NaN, 2]);
    expect(result.problems).toEqual([]);
  });
});

describe("files that are not", () => {
  test.each<[string, string, Problem["code"]]>([
    ["empty", "", "empty-file"],
    ["only blanks", " \n\n ", "empty-file"],
    ["an empty array", "[]", "empty-file"],
    ["binary", "a\u0000b\u0000", "binary-file"],
    ["a zip cut short", "PK\u0003\u0004xyz", "damaged-file"],
    ["broken JSON", '[{"a":1},{"a":', "not-json"],
    ["JSON that is no table", '{"model":{"a":1}}', "not-records"],
    ["only text", "a,b\nx,y\nz,w", "no-numeric-columns"],
    ["one row", "a,b\n1,2", "too-few-rows"],
    ["a wrong type", "a\n1\n2\nthree\n4\n5\n6", "not-a-number"],
    ["infinity", "a\n1\n2\ninf\n4\n5", "not-finite"],
    ["a huge number", "a\n1\n2\n1e308\n4\n5", "too-large-number"],
    ["ragged rows", "a,b\n1,2\n3\n4,5,6\n7,8", "ragged-row"],
    ["a constant column", "a,b\n1,2\n1,3\n1,4", "constant-column"],
    ["two columns of one name", "a,a\n1,2\n3,4", "duplicate-column"],
    ["no header", "1,2\n3,4\n5,6", "no-header"],
  ])("%s", async (_, text, code) => {
    expect((await problemsOf(text)).map((p) => p.code)).toContain(code);
  });

  test("a problem says row, column, what was expected and what was there", async () => {
    expect(await problemsOf("id,helpful\n1,0.5\n2,0.1\n3,oops\n4,1\n5,1.2\n")).toEqual([
      {
        file: "file",
        code: "not-a-number",
        severity: "warning",
        row: 4,
        column: "helpful",
        expected: "a finite number",
        value: "oops",
      },
    ]);
    expect((await problemsOf("a,b\n1,2\n3\n4,5"))[0]).toMatchObject({
      row: 3,
      expected: "2",
      value: "1",
    });
  });

  test("any bytes end as data or as problems", () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.string({ maxLength: 300 }).map(bytes),
          fc.json().map(bytes),
        ),
        async (input) => {
          const result = await readBytes(input);
          if (!result.ok) expect(result.problems.length).toBeGreaterThan(0);
          else {
            const applied = applyMapping(result.table, proposeMapping(result.table));
            if (applied.ok)
              for (const c of applied.data.columns)
                expect(c.rewards.every((x) => Number.isFinite(x))).toBe(true);
            else expect(applied.problems.length).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 500 },
    ));
});

describe("what the columns are", () => {
  const table = async (text: string) => {
    const result = await read(text);
    if (!result.ok) throw new Error("unreadable");
    return result.table;
  };
  const uses = async (text: string) =>
    Object.fromEntries(proposeMapping(await table(text)).map((m) => [m.column, m.use]));

  test("bookkeeping is never a value, text is prompt and response by name", async () => {
    expect(
      await uses(
        "id,step,prompt,generated,helpful,length,advantage,n_tokens,rank_id\n1,1,p,q,0.5,9,0.1,3,7\n2,1,r,s,0.7,8,0.2,4,8",
      ),
    ).toEqual({
      id: "ignore",
      step: "ignore",
      prompt: "prompt",
      generated: "response",
      helpful: "value",
      length: "ignore",
      advantage: "ignore",
      n_tokens: "ignore",
      rank_id: "ignore",
    });
  });

  test("rows with a gap in a used column are left out and counted, not those with a gap elsewhere", async () => {
    const t = await table("a,b,prompt\n1,5,x\n2,,x\n3,7,y\n,8,y");
    const all = applyMapping(t, proposeMapping(t));
    expect(all).toMatchObject({
      ok: true,
      data: {
        rows: 2,
        dropped: 2,
        problems: [
          { code: "rows-dropped", count: 2, expected: "4" },
          { code: "few-rows", count: 2 },
        ],
      },
    });
    const onlyB = applyMapping(
      t,
      proposeMapping(t).map((m) => (m.column === "a" ? { ...m, use: "ignore" as const } : m)),
    );
    expect(onlyB).toMatchObject({ ok: true, data: { rows: 3, dropped: 1 } });
    if (onlyB.ok) expect([...(onlyB.data.prompts ?? [])]).toEqual([0, 1, 1]);
  });

  test("two values may not share a name, and one is needed", async () => {
    const t = await table("a,b\n1,5\n2,6");
    const same = proposeMapping(t).map((m) => ({ ...m, id: "same" }));
    expect(applyMapping(t, same)).toMatchObject({
      ok: false,
      problems: [{ code: "duplicate-name" }],
    });
    const none = proposeMapping(t).map((m) => ({ ...m, use: "ignore" as const }));
    expect(applyMapping(t, none)).toMatchObject({
      ok: false,
      problems: [{ code: "no-values-chosen" }],
    });
  });

  test("the fingerprint knows the values, their order, directions and weights", async () => {
    const print = async (text: string) => {
      const t = await table(text);
      const applied = applyMapping(t, proposeMapping(t));
      return applied.ok ? applied.data.fingerprint : "";
    };
    expect(await print("a\n1\n2\n3")).toMatch(/^[0-9a-f]{16}$/);
    expect(await print("a\n1\n2\n3")).toBe(await print("b\n1\n2\n3\n"));
    expect(await print("a\n1\n2\n3")).not.toBe(await print("a\n1\n3\n2"));
    const t = await table("a,w\n1,5\n2,6");
    const prints = [{}, { lowerIsBetter: true }].flatMap((turned) =>
      (["ignore", "weight"] as const).map((use) => {
        const [a, w] = proposeMapping(t);
        const applied = applyMapping(t, [
          { ...a, ...turned },
          { ...w, use },
        ]);
        return applied.ok ? applied.data.fingerprint : "";
      }),
    );
    expect(new Set(prints).size).toBe(4);
  });
});
