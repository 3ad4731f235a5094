import { describe, expect, test } from "vitest";
import { textAt } from "../../core/rows/packed-texts.ts";
import type { ColumnHint } from "../table/column-hint.ts";
import type { Table, TableColumn } from "../table/table.ts";
import { isBookkeeping } from "./column-names.ts";
import { varies } from "./column-reasons.ts";
import { applyMapping, type ColumnMapping, type ColumnUse, summariseColumn } from "./mapping.ts";
import { proposeMapping } from "./propose-mapping.ts";

const numbers = (name: string, ...cells: number[]): TableColumn => ({
  name,
  kind: "number",
  numbers: Float64Array.from(cells),
  missing: cells.filter(Number.isNaN).length,
  bad: 0,
});
const texts = (name: string, ...cells: string[]): TableColumn => ({
  name,
  kind: "text",
  texts: cells,
});
const tableOf = (...columns: TableColumn[]): Table => {
  const [first] = columns;
  return { rows: (first.kind === "text" ? first.texts : first.numbers).length, columns };
};
const as = (column: string, use: ColumnUse, more: Partial<ColumnMapping> = {}): ColumnMapping => ({
  column,
  use,
  id: column,
  lowerIsBetter: false,
  ...more,
});

function mapped(table: Table, ...mapping: ColumnMapping[]) {
  const result = applyMapping(table, mapping);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.data;
}

const refused = (table: Table, ...mapping: ColumnMapping[]) => {
  const result = applyMapping(table, mapping);
  return result.ok ? [] : result.problems;
};

describe("rows that become samples", () => {
  const NaN_ = Number.NaN;

  test("are those of a weight of zero or more; a negative one leaves its row out", () => {
    const { weights, rows, dropped, columns, problems } = mapped(
      tableOf(numbers("a", 1, 2, 3, 4, 5), numbers("w", 1, -1, 0, 2, NaN_)),
      as("a", "value"),
      as("w", "weight"),
    );
    expect(weights && [...weights]).toEqual([1, 0, 2]);
    expect([...columns[0].rewards]).toEqual([1, 3, 4]);
    expect([rows, dropped]).toEqual([3, 2]);
    expect(problems[0]).toEqual({
      code: "rows-dropped",
      severity: "warning",
      count: 2,
      expected: "5",
    });
  });

  test("of weights 1 and −1 are one too few", () => {
    expect(
      refused(
        tableOf(numbers("a", 1, 2), numbers("w", 1, -1)),
        as("a", "value"),
        as("w", "weight"),
      ),
    ).toEqual([{ code: "too-few-rows", severity: "error", count: 1, expected: "2" }]);
  });

  test("need a weight above zero", () => {
    const table = tableOf(numbers("a", 1, 2, 3), numbers("w", 0, 0, 0));
    expect(refused(table, as("a", "value"), as("w", "weight"))).toEqual([
      { code: "bad-weight", severity: "error", column: "w" },
    ]);
    expect(mapped(table, as("a", "value"), as("w", "ignore")).weights).toBeNull();
  });

  test("have finite rewards in every value, whatever stands in other columns", () => {
    const table = tableOf(
      numbers("a", 1, NaN_, 3, Number.POSITIVE_INFINITY, 5),
      numbers("b", 1, 2, NaN_, 4, 6),
      numbers("c", NaN_, NaN_, NaN_, NaN_, NaN_),
    );
    const both = mapped(table, as("a", "value"), as("b", "value"), as("c", "ignore"));
    expect(both.columns.map(({ rewards }) => [...rewards])).toEqual([
      [1, 5],
      [1, 6],
    ]);
    expect(both.dropped).toBe(3);
    expect(mapped(table, as("b", "value")).dropped).toBe(1);
  });

  test("are at least two", () => {
    expect(mapped(tableOf(numbers("a", 1, 2)), as("a", "value")).rows).toBe(2);
    expect(refused(tableOf(numbers("a", 1, NaN_)), as("a", "value"))).toMatchObject([
      { code: "too-few-rows", count: 1 },
    ]);
  });

  test("without any left out bring no word of it", () => {
    const { problems } = mapped(tableOf(numbers("a", 1, 2)), as("a", "value"));
    expect(problems.map(({ code }) => code)).toEqual(["few-rows"]);
  });

  test("keep names and directions as they were chosen; a column of words is no value, nor one that is not there", () => {
    const table = tableOf(numbers("a", 1, 2), texts("t", "x", "y"));
    const { columns } = mapped(
      table,
      as("a", "value", { id: "cost", lowerIsBetter: true }),
      as("t", "value"),
      as("gone", "value"),
    );
    expect(columns).toEqual([{ id: "cost", lowerIsBetter: true, rewards: Float64Array.of(1, 2) }]);
    expect(refused(table, as("t", "value"))).toEqual([
      { code: "no-values-chosen", severity: "error" },
    ]);
  });

  test("whose values share a name are refused", () => {
    const table = tableOf(numbers("a", 1, 2), numbers("b", 1, 2), numbers("c", 1, 2));
    expect(
      refused(
        table,
        as("a", "value"),
        as("b", "value", { id: "x" }),
        as("c", "value", { id: "x" }),
      ),
    ).toEqual([{ code: "duplicate-name", severity: "error", value: "x" }]);
  });

  test("number their prompts in order of appearance and keep their texts, of the rows that are used", () => {
    const table = tableOf(
      numbers("a", 1, NaN_, 3, 4, 5),
      texts("q", "second", "lost", "first", "second", "third"),
      texts("r", "A", "B", "C", "D", "E"),
    );
    const data = mapped(table, as("a", "value"), as("q", "prompt"), as("r", "response"));
    expect(data.prompts && [...data.prompts]).toEqual([0, 1, 0, 2]);
    const { prompts, responses } = data.texts;
    if (!prompts || !responses) throw new Error("no texts");
    expect([0, 1, 2, 3].map((j) => textAt(prompts, j))).toEqual([
      "second",
      "first",
      "second",
      "third",
    ]);
    expect([0, 1, 2, 3].map((j) => textAt(responses, j))).toEqual(["A", "C", "D", "E"]);
  });

  test("may have numbers for prompts, and neither prompts nor answers", () => {
    const table = tableOf(numbers("a", 1, 2, 3), numbers("q", 9, 4, 9));
    expect([...(mapped(table, as("a", "value"), as("q", "prompt")).prompts ?? [])]).toEqual([
      0, 1, 0,
    ]);
    expect(mapped(table, as("a", "value"))).toMatchObject({
      prompts: null,
      texts: { prompts: null, responses: null },
    });
  });
});

describe("what a column is proposed for", () => {
  const uses = (table: Table, hints?: ReadonlyMap<string, ColumnHint>) =>
    proposeMapping(table, hints).map(({ use }) => use);

  test.each([
    "id",
    "ID",
    "doc_id",
    "Unnamed: 0",
    "epoch",
    "train_step",
    "n_tokens",
    "tokens",
    "answer_length",
    "time",
    "advantage",
    "worker_id",
    "workerid",
  ])("%s is bookkeeping", (name) => {
    expect(isBookkeeping(name)).toBe(true);
  });

  test.each([
    "idea",
    "helpful",
    "video",
    "stepwise",
    "rankings",
    "timeliness",
    "valid",
    "validity",
    "humid",
  ])("%s is none", (name) => {
    expect(isBookkeeping(name)).toBe(false);
  });

  test.each<[string, string, ColumnUse[]]>([
    ["prompt", "response", ["prompt", "response"]],
    ["Question", "Answer", ["prompt", "response"]],
    ["instruction", "generated_text", ["prompt", "response"]],
    ["query", "model_output", ["prompt", "response"]],
    ["Frage", "Antwort", ["prompt", "response"]],
    ["q", "a", ["prompt", "response"]],
    ["input", "completion", ["prompt", "response"]],
    ["inputs", "notes", ["ignore", "ignore"]],
    ["prompt_response", "x", ["prompt", "ignore"]],
  ])("%s and %s", (first, second, expected) => {
    expect(uses(tableOf(texts(first, "x", "y"), texts(second, "u", "v")))).toEqual(expected);
  });

  test("numbers that vary are values; constant ones and bookkeeping are not", () => {
    const table = tableOf(
      numbers("a", 1, 2),
      numbers("b", 1, 1),
      numbers("step", 1, 2),
      numbers("prompt", 1, 2),
    );
    expect(uses(table)).toEqual(["value", "ignore", "ignore", "value"]);
  });

  test("a hint comes first, but no value is made of what does not vary or is no number", () => {
    const table = tableOf(
      numbers("step", 1, 2),
      numbers("flat", 3, 3),
      texts("words", "x", "y"),
      numbers("cost", 1, 2),
      texts("prompt", "x", "y"),
      texts("asked", "x", "y"),
      texts("response", "x", "y"),
    );
    const hints = new Map<string, ColumnHint>([
      ["step", { use: "value" }],
      ["flat", { use: "value" }],
      ["words", { use: "value" }],
      ["cost", { lowerIsBetter: true }],
      ["asked", { use: "prompt" }],
    ]);
    expect(uses(table, hints)).toEqual([
      "value",
      "ignore",
      "ignore",
      "value",
      "ignore",
      "prompt",
      "response",
    ]);
    expect(proposeMapping(table, hints).map((m) => m.lowerIsBetter)).toEqual([
      false,
      false,
      false,
      true,
      false,
      false,
      false,
    ]);
    const answered = new Map<string, ColumnHint>([["asked", { use: "response" }]]);
    expect(uses(table, answered).slice(4)).toEqual(["prompt", "response", "ignore"]);
  });
});

describe("figures of a column", () => {
  test("are those of its finite cells", () => {
    const column = { ...numbers("a", 2, Number.NaN, 6, 4, Number.POSITIVE_INFINITY), bad: 1 };
    const summary = summariseColumn(column);
    expect(summary).toMatchObject({ min: 2, max: 6, missing: 1, bad: 1 });
    expect(summary?.mean).toBeCloseTo(4, 12);
    expect(summary?.sd).toBeCloseTo(Math.sqrt(8 / 3), 12);
    expect(summariseColumn(texts("t", "x"))).toBeNull();
  });

  test.each<[boolean, number[]]>([
    [false, []],
    [false, [1]],
    [false, [1, 1]],
    [true, [1, 2]],
    [false, [Number.NaN, 1]],
    [false, [Number.POSITIVE_INFINITY, 1]],
    [true, [Number.NaN, 0, Number.NaN, 0.5]],
  ])("vary: %s for %j", (expected, cells) => {
    expect(varies(Float64Array.from(cells))).toBe(expected);
  });
});
