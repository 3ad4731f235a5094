import { expect, test } from "vitest";
import { exported } from "../exports/testing/exported.ts";
import { quantileOf, readFrameMessage } from "./embed-messages.ts";
import { embedReport } from "./embed-report.ts";

const rewards = (shift: number) => Float64Array.from({ length: 200 }, (_, j) => (j * shift) % 97);

/** The report of a palette over a value, a cost and one that is left out. */
async function reported(asked: readonly (number | "hold" | null)[], mode?: "per-prompt") {
  const columns = [
    { id: "helpful", rewards: rewards(31) },
    { id: "cost", rewards: rewards(17), lowerIsBetter: true },
    { id: "free", rewards: rewards(7) },
  ];
  const { facts } = await exported(columns, asked);
  const values = facts.values.map(({ summary }) => summary);
  const settings = facts.values
    .slice(0, 2)
    .map(({ summary, participation, unit }) => [
      summary.id,
      { participation, target: summary.mean, unit },
    ]);
  const targets = facts.values.map((value) => value.asked);
  return {
    facts,
    report: embedReport({
      document: { values: Object.fromEntries(settings) },
      values,
      rows: 200,
      palette: { targets, held: [], ...(mode ? { mode } : {}) },
      answer: facts.answer,
      verdict: "reachable",
    }),
  };
}

test("a report tells of every value what was asked, what is reached and its price", async () => {
  const { facts, report } = await reported([60, "hold", null]);
  expect(report).toMatchObject({
    status: "aligned",
    verdict: "reachable",
    rows: 200,
    mode: "pooled",
    of: "palette",
    conflict: [],
    certificate: null,
  });
  expect(report.kl).toBe(facts.answer.shown.kl);
  expect(report.ess).toBe(facts.answer.shown.ess);
  expect(report.maxWeight).toBe(facts.answer.shown.maxWeight);
  expect(
    report.values.map(({ id, lowerIsBetter, participation }) => [id, lowerIsBetter, participation]),
  ).toEqual([
    ["helpful", false, "target"],
    ["cost", true, "hold"],
    ["free", false, "out"],
  ]);
  report.values.forEach((value, i) => {
    const { summary, asked, level, price } = facts.values[i];
    expect(value).toMatchObject({ target: asked, baseline: summary.mean, level, lambda: price });
    expect(value.reachableMaximum).toBe(facts.answer.reachableMaximum[i]);
  });
});

test("a palette out of reach names the values in conflict and its proof; the mode is the palette's", async () => {
  const { facts, report } = await reported([99.9, 99.9, 99.9], "per-prompt");
  expect(report).toMatchObject({
    status: "infeasible",
    mode: "per-prompt",
    of: "closest-safe-mix",
  });
  expect(report.certificate).toEqual(facts.answer.certificate);
  expect(report.conflict).toEqual(facts.answer.conflict.map((i) => facts.values[i].summary.id));
  expect(report.conflict.length).toBeGreaterThan(0);
});

test.each<[Parameters<typeof quantileOf>[0], number | null]>([
  ["q80", 80],
  ["q0", 0],
  ["q99.5", 99.5],
  ["q100", 100],
  ["q100.5", null],
  ["q-1" as "q0", null],
  ["q80x" as "q0", null],
  ["xq80" as "q0", null],
  ["q" as "q0", null],
  ["hold", null],
  ["out", null],
  [80, null],
])("the quantile of %j is %j", (level, percent) => {
  expect(quantileOf(level)).toBe(percent);
});

test.each([
  null,
  undefined,
  3,
  "height",
  [],
  { protocol: "value-palette/1" },
  { protocol: "value-palette/1", type: 3 },
])("%j is no message of a frame", (data) => {
  expect(readFrameMessage(data)).toBeNull();
});
