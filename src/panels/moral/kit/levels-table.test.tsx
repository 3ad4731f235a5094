// @vitest-environment happy-dom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { ValueSummary } from "../../../core/rows/samples.ts";
import { panelPage } from "../../testing/panel-page.tsx";
import { LevelsTable } from "./levels-table.tsx";

afterEach(cleanup);

const care: ValueSummary = {
  id: "care",
  lowerIsBetter: false,
  mean: 0.5,
  sd: 0.2,
  min: 0,
  max: 1,
  curve: { levels: [0.5], shares: [0.5] },
  distinct: 100,
};

test.each([
  ["fewer than half of the answers", 400, 150, true],
  ["half of few answers", 100, 50, false],
  ["200 of many", 4000, 200, false],
] as const)("%s carry it: %d answers, %d effective", async (_, rows, ess, isThin) => {
  await panelPage(
    <LevelsTable
      values={[care]}
      weights={[1]}
      rows={rows}
      reached={{ levels: [0.6], lambda: [1], kl: 0.1, ess }}
    />,
  );
  const said = screen.getByRole("status").textContent ?? "";
  expect(/Few answers carry it/.test(said)).toBe(isThin);
});
