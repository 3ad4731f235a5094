import { describe, expect, test } from "vitest";
import { columnsOf, draws, REWARD_KINDS } from "../testing/draws.ts";
import { rowWeights } from "./row-weights.ts";
import { buildSamples, fromSd, lambdaInSd, orientedScale, toSd } from "./samples.ts";
import { groupByPrompt } from "./tilt-weights.ts";
import { constrainedValues, positiveValues } from "./value-sets.ts";

const [plain, costs] = columnsOf(REWARD_KINDS["log-normal"], 60, 2, draws(4));
const weights = Float64Array.from({ length: 60 }, (_, j) => (j % 4 === 0 ? 0 : 1 + (j % 3)));
const build = (options: Parameters<typeof buildSamples>[1] = {}) =>
  buildSamples(
    [
      { id: "plain", rewards: plain },
      { id: "cost", rewards: costs, lowerIsBetter: true },
    ],
    options,
  );

describe("standardised rewards", () => {
  test.each([
    ["all rows alike", null],
    ["weighted", weights],
  ])("have mean 0 and sd 1 under their base weights, costs turned round: %s", (_, w) => {
    const samples = build({ weights: w });
    const q = (j: number) => samples.weights?.[j] ?? 1 / 60;
    samples.columns.forEach((column, i) => {
      const moment = (power: number) =>
        Array.from(column).reduce((s, z, j) => s + q(j) * z ** power, 0);
      expect(moment(1)).toBeCloseTo(0, 12);
      expect(moment(2)).toBeCloseTo(1, 12);
      column.forEach((z, j) => {
        expect(fromSd(samples.values[i], z)).toBeCloseTo([plain, costs][i][j], 9);
      });
    });
    expect(samples.columns[1][costs.indexOf(Math.min(...costs))]).toBeGreaterThan(0);
    expect(samples.values.map((v) => v.lowerIsBetter)).toEqual([false, true]);
  });

  test("weights are scaled to sum to 1, and summaries leave rows without weight out", () => {
    const samples = build({ weights: Float64Array.from(weights, (w) => 7 * w) });
    expect(samples.weights?.reduce((s, x) => s + x, 0)).toBeCloseTo(1, 12);
    const counted = plain.filter((_, j) => weights[j] > 0);
    expect(samples.values[0].min).toBe(Math.min(...counted));
    expect(samples.values[0].max).toBe(Math.max(...counted));
    const { levels } = samples.values[0].curve;
    expect(levels[0]).toBe(Math.min(...counted));
    expect(levels[levels.length - 1]).toBe(Math.max(...counted));
    expect(samples.values[0].distinct).toBe(new Set(counted).size);
  });

  test("a constant column is 0 everywhere and keeps its value", () => {
    const { columns, values } = buildSamples([{ id: "a", rewards: Float64Array.of(3, 3, 3) }]);
    expect([...columns[0]]).toEqual([0, 0, 0]);
    expect(values[0]).toMatchObject({ mean: 3, sd: 0, min: 3, max: 3, lowerIsBetter: false });
    expect(orientedScale(values[0])).toBe(1);
    expect(orientedScale({ ...values[0], lowerIsBetter: true })).toBe(-1);
    expect(toSd(values[0], 5)).toBe(2);
  });

  test("may be stored in half the room", () => {
    const narrow = build({ storage: "float32" });
    const wide = build();
    expect(narrow.columns[0]).toBeInstanceOf(Float32Array);
    expect(wide.columns[0]).toBeInstanceOf(Float64Array);
    expect(narrow.columns[0][5]).toBeCloseTo(wide.columns[0][5], 6);
  });

  test.each([
    ["no rows", () => buildSamples([])],
    ["no rows", () => buildSamples([{ id: "a", rewards: new Float64Array(0) }])],
    [
      "repeated value id",
      () => buildSamples(["a", "a"].map((id) => ({ id, rewards: Float64Array.of(1, 2) }))),
    ],
    [
      "column b of another length",
      () =>
        buildSamples([
          { id: "a", rewards: Float64Array.of(1, 2) },
          { id: "b", rewards: Float64Array.of(1) },
        ]),
    ],
    [
      "column a, row 1: Infinity",
      () => buildSamples([{ id: "a", rewards: Float64Array.of(1, Number.POSITIVE_INFINITY) }]),
    ],
    ["weights of another length", () => build({ weights: Float64Array.of(1) })],
    ["weights sum to 0", () => build({ weights: new Float64Array(60) })],
    ["weight -1", () => build({ weights: new Float64Array(60).fill(-1) })],
    [
      "weight Infinity",
      () => build({ weights: new Float64Array(60).fill(Number.POSITIVE_INFINITY) }),
    ],
    ["prompts of another length", () => build({ prompts: Int32Array.of(0) })],
    [
      "spreads too wide",
      () => buildSamples([{ id: "a", rewards: Float64Array.of(1e308, -1e308) }]),
    ],
    [
      "too little for double",
      () => buildSamples([{ id: "a", rewards: Float64Array.of(1e-320, 2e-320) }]),
    ],
  ])("what cannot be used is refused: %s", (message, make) => {
    expect(make).toThrow(message);
  });
});

describe("λ and levels between the user's units and sd", () => {
  const samples = build();

  test("a price per unit is positive for a cost too", () => {
    const [a, b] = lambdaInSd(samples.values, [2, 3]);
    expect(a).toBeCloseTo(2 * samples.values[0].sd, 12);
    expect(b).toBeCloseTo(3 * samples.values[1].sd, 12);
  });

  test("row weights tilt towards better answers: more of a value, less of a cost", () => {
    const { before, after, rewards, prompts } = rowWeights(samples, [1, 0]);
    expect([before, prompts]).toEqual([null, null]);
    expect(after.indexOf(Math.max(...after))).toBe(plain.indexOf(Math.max(...plain)));
    expect(rewards[1][7]).toBeCloseTo(costs[7], 9);
    const cheap = rowWeights(samples, [0, 1]).after;
    expect(cheap.indexOf(Math.max(...cheap))).toBe(costs.indexOf(Math.min(...costs)));
    const ratio = (w: Float64Array, a: number, b: number) => Math.log(w[a] / w[b]);
    expect(ratio(after, 3, 9)).toBeCloseTo(plain[3] - plain[9], 9);
    expect(ratio(cheap, 3, 9)).toBeCloseTo(costs[9] - costs[3], 9);
  });

  test("per prompt every prompt keeps its weight", () => {
    const prompts = Int32Array.from({ length: 60 }, (_, j) => j % 6);
    const grouped = build({ prompts });
    const { after } = rowWeights(grouped, [1, 1], { mode: "per-prompt" });
    for (let x = 0; x < 6; x++) {
      const mass = after.filter((_, j) => prompts[j] === x).reduce((s, w) => s + w, 0);
      expect(mass).toBeCloseTo(1 / 6, 12);
    }
    const pooled = rowWeights(grouped, [1, 1]).after;
    expect(pooled).not.toEqual(after);
  });
});

describe("groups of rows and of values", () => {
  test("rows are listed by prompt in their own order, with the prompt's weight", () => {
    const { order, start, mass } = groupByPrompt(Int32Array.of(2, 0, 2, 0), null);
    expect([...order]).toEqual([1, 3, 0, 2]);
    expect([...start]).toEqual([0, 2, 2, 4]);
    expect([...mass]).toEqual([0.5, 0, 0.5]);
    const q = Float64Array.of(0.1, 0.2, 0.3, 0.4);
    expect([...groupByPrompt(Int32Array.of(1, 0, 0, 1), q).mass]).toEqual([0.5, 0.5]);
    expect(() => groupByPrompt(Int32Array.of(0, -1), null)).toThrow("invalid prompts: -1");
  });

  test("binding is above 0, constrained is any target but −∞", () => {
    expect(positiveValues(Float64Array.of(0, 1e-300, -1, 2))).toEqual([1, 3]);
    expect(constrainedValues(Float64Array.of(Number.NEGATIVE_INFINITY, -1e308, 0))).toEqual([1, 2]);
  });
});
