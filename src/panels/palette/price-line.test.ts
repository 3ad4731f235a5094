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

const answer = (lambda: number, status: Status = "aligned", most = 3) => ({
  shown: { lambda: [lambda], levels: [0.5], status } as unknown as SolveReport,
  shownIs: "palette" as const,
  reachableMaximum: [most],
  sharedPrices: [] as number[],
  isCoarse: false,
});

test.each([
  ["a target costs per step", 2, value(), "target", "≥ 0.20 nats for +0.1"],
  ["a wide value has a wide step", 0.02, value({ sd: 20 }), "target", "≥ 0.020 nats for +1"],
  ["slack is free", 0, value(), "target", "met for free"],
  ["a held value may cost", 2, value(), "hold", "held · ≥ 0.20 nats for +0.1"],
  ["or be free", 0, value(), "hold", "held · met for free"],
  ["left out has no price", 0, value(), "out", "left out"],
  ["a constant has none either", 0, value({ sd: 0 }), "target", "never varies"],
] as const)("%s", (_, lambda, summary, participation, line) => {
  expect(priceLine(answer(lambda), 0, summary, participation, en)).toBe(line);
});

test("a cost is priced downwards", () => {
  const cost = value({ lowerIsBetter: true });
  expect(priceLine(answer(2, "aligned", -3), 0, cost, "target", en)).toBe("≥ 0.20 nats for −0.1");
  expect(priceLine(answer(2, "aligned", 0.45), 0, cost, "target", en)).toBe("−0.1 is out of reach");
});

test("what a step costs at least is rounded down", () => {
  expect(priceLine(answer(2.0999), 0, value(), "target", en)).toBe("≥ 0.20 nats for +0.1");
  expect(priceLine(answer(0.9999), 0, value(), "target", en)).toBe("≥ 0.09 nats for +0.1");
});

test("a step beyond what the other targets leave is out of reach, the last one there is not", () => {
  const [near, last] = [answer(2, "aligned", 0.5999), answer(2, "aligned", 0.6)];
  expect(priceLine(near, 0, value(), "target", en)).toBe("+0.1 is out of reach");
  expect(priceLine(last, 0, value(), "target", en)).toBe("≥ 0.20 nats for +0.1");
  for (const other of [{ isCoarse: true }, { shownIs: "closest-safe-mix" as const }])
    expect(priceLine({ ...near, ...other }, 0, value(), "target", en)).toContain("≥");
});

test("values that follow from one another have no price of their own", () => {
  const shared = { ...answer(0), sharedPrices: [0] };
  expect(priceLine(shared, 0, value(), "target", en)).toBe("price is shared");
});

test("on the edge no finite price is claimed", () => {
  expect(priceLine(answer(40, "boundary"), 0, value(), "target", en)).toBe("no price at the edge");
});
