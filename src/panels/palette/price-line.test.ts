import { expect, test } from "vitest";
import type { ValueSummary } from "../../core/rows/samples.ts";
import type { SolveReport, Status } from "../../core/solve/report.ts";
import { en } from "../../ui/text/en.ts";
import { priceLine } from "./price-line.ts";

const value = (over: Partial<ValueSummary> = {}): ValueSummary => ({
  id: "a",
  lowerIsBetter: false,
  mean: 0,
  sd: 1.77,
  min: -3,
  max: 3,
  curve: { levels: [0], shares: [0.5] },
  distinct: 100,
  ...over,
});

const answer = (lambda: number, status: Status = "aligned") => ({
  shown: { lambda: [lambda], status } as unknown as SolveReport,
});

test.each([
  ["a target costs per step", 2, value(), "target", "0.20 nats per +0.1"],
  ["a cost is priced downwards", 2, value({ lowerIsBetter: true }), "target", "0.20 nats per −0.1"],
  ["a wide value has a wide step", 0.02, value({ sd: 20 }), "target", "0.020 nats per +1"],
  ["slack is free", 0, value(), "target", "met for free"],
  ["a held value may cost", 2, value(), "hold", "held · 0.20 nats per +0.1"],
  ["or be free", 0, value(), "hold", "held · met for free"],
  ["left out has no price", 0, value(), "out", "left out"],
  ["a constant has none either", 0, value({ sd: 0 }), "target", "never varies"],
] as const)("%s", (_, lambda, summary, participation, line) => {
  expect(priceLine(answer(lambda), 0, summary, participation, en)).toBe(line);
});

test("on the edge no finite price is claimed", () => {
  expect(priceLine(answer(40, "boundary"), 0, value(), "target", en)).toBe("no price at the edge");
});
