// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { ColumnMapping } from "../../ingest/mapping/mapping.ts";
import type { ColumnPreview } from "../../ingest/mapping/preview.ts";
import type { Reading } from "../../ingest/table/reading.ts";
import { ColumnRow } from "./column-row.tsx";
import { type DataActions, DataActionsContext } from "./data-actions.ts";
import { ReadingLines } from "./reading-lines.tsx";

afterEach(cleanup);

const LONG: Reading = {
  kind: "long",
  names: ["metric", "score", "trace_id"],
  count: 16,
  taken: "trace_id",
  others: [{ pick: "run", names: ["run"], count: 4 }, { pick: "off" }],
};

test("a guess about the rows is a sentence with a button for each other way, which keeps earlier choices", () => {
  const readAgain = vi.fn();
  const preview = { readings: [LONG] };
  const state = { choices: { isTurned: true, picks: { pairs: "off" } }, preview };
  render(
    <DataActionsContext value={{ readAgain } as unknown as DataActions}>
      <ReadingLines state={state as unknown as Parameters<typeof ReadingLines>[0]["state"]} />
    </DataActionsContext>,
  );
  expect(
    screen.getByText(/^A long table: .* one row for each trace_id \(16 rows\)\.$/),
  ).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "One row for each run instead (4 rows)" }));
  expect(readAgain).toHaveBeenLastCalledWith({
    isTurned: true,
    picks: { pairs: "off", long: "run" },
  });
  fireEvent.click(screen.getByRole("button", { name: "Leave it as it stands" }));
  expect(readAgain).toHaveBeenLastCalledWith(
    expect.objectContaining({ picks: { pairs: "off", long: "off" } }),
  );
});

const WORDS: ColumnPreview = {
  name: "verdict",
  kind: "text",
  summary: null,
  sparkline: [],
  examples: ["PASS", "FAIL"],
  words: [
    { word: "PASS", count: 6 },
    { word: "FAIL", count: 1 },
  ],
  wordScores: { PASS: 1, FAIL: 0 },
};

function row(column: ColumnPreview, mapping: Partial<ColumnMapping>) {
  const onChange = vi.fn();
  const whole = {
    column: column.name,
    id: column.name,
    use: "ignore",
    lowerIsBetter: false,
  } as const;
  render(
    <table>
      <tbody>
        <ColumnRow column={column} mapping={{ ...whole, ...mapping }} onChange={onChange} />
      </tbody>
    </table>,
  );
  return onChange;
}

test("words that are read as numbers are shown with them, and each number can be changed or be a gap", () => {
  const words = { PASS: 1, FAIL: 0 };
  const onChange = row(WORDS, { use: "value", words, reason: "word-map" });
  expect(screen.getByText("Words read as numbers; change them here")).toBeTruthy();
  const field = screen.getByRole("textbox", { name: "Number for “FAIL” in verdict" });
  fireEvent.change(field, { target: { value: "-2" } });
  fireEvent.blur(field);
  expect(onChange.mock.lastCall?.[0]).toMatchObject({ words: { PASS: 1, FAIL: -2 } });
  fireEvent.change(field, { target: { value: "" } });
  fireEvent.blur(field);
  expect(onChange.mock.lastCall?.[0]).toMatchObject({ words: { PASS: 1, FAIL: null } });
});

test("a column of few words can be used as a value, each word with a number to begin with", () => {
  const onChange = row(WORDS, { reason: "words" });
  fireEvent.change(screen.getByRole("combobox", { name: "Use of column verdict" }), {
    target: { value: "value" },
  });
  const changed = onChange.mock.lastCall?.[0];
  expect(changed).toMatchObject({ use: "value", words: { PASS: 1, FAIL: 0 } });
  expect(changed).not.toHaveProperty("reason");
});

test("a value says why it is read as a cost, until its direction is chosen, and what it is called elsewhere", () => {
  const numbers: ColumnPreview = {
    ...WORDS,
    name: "perplexity",
    kind: "number",
    summary: { mean: 1, sd: 1, min: 0, max: 2, missing: 0, bad: 0 },
    words: null,
    wordScores: null,
  };
  const onChange = row(numbers, { use: "value", lowerIsBetter: true, reason: "lower" });
  expect(screen.getByText("Read as lower is better, by its name")).toBeTruthy();
  expect(screen.getByText("shown as “Fluency”")).toBeTruthy();
  fireEvent.click(screen.getByRole("checkbox", { name: "Lower is better for perplexity" }));
  expect(onChange.mock.lastCall?.[0]).toMatchObject({ lowerIsBetter: false });
  expect(onChange.mock.lastCall?.[0]).not.toHaveProperty("reason");
});
