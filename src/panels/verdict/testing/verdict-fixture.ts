import type { LiveAnswer } from "../../../core/answer.ts";
import type { Palette } from "../../../core/rows/palette.ts";
import type { ValueSummary } from "../../../core/rows/samples.ts";
import type { SolveReport } from "../../../core/solve/report.ts";
import { en } from "../../../ui/text/en.ts";
import { type VerdictInput, verdictOf } from "../verdict-model.ts";

/** A value of mean 0 between three spreads. */
export const value = (id: string, sd = 1, lowerIsBetter = false): ValueSummary => ({
  id,
  lowerIsBetter,
  mean: 0,
  sd,
  min: -3 * sd,
  max: 3 * sd,
  curve: { levels: [0], shares: [0.5] },
  distinct: 100,
});

/** A report of a palette within reach. */
const report = (over: Partial<SolveReport> = {}): SolveReport => ({
  status: "aligned",
  lambda: [2, 0.5, 0],
  levels: [1, 0.5, 0.1],
  kl: 0.82,
  ess: 760,
  maxWeight: 0.01,
  kkt: 1e-12,
  passes: 5,
  certificate: null,
  ...over,
});

/** The answer to a palette within reach. */
export const answer = (
  over: Partial<SolveReport> = {},
  rest: Partial<LiveAnswer> = {},
): LiveAnswer => ({
  report: report(over),
  shown: report(over),
  shownIs: "palette",
  conflict: [],
  certificate: null,
  inequality: null,
  scaleBack: null,
  dearest: { value: 0, step: 0.1, cost: 0.2 },
  sharedPrices: [],
  kept: null,
  baselineEss: 2312,
  reachableMaximum: [2, 2, 2],
  isCoarse: false,
  histograms: { bins: 1, before: new Float64Array(3), after: new Float64Array(3) },
  elapsed: 1,
  ...rest,
});

/** What it asks: two targets and one value held. */
export const palette: Palette = { targets: [1, 0.5, 0], held: [false, false, true] };

/** What a verdict is drawn from. */
export const input = (live: LiveAnswer, over: Partial<VerdictInput> = {}): VerdictInput => ({
  answer: live,
  palette,
  values: [value("a"), value("b"), value("c")],
  labels: ["Humor", "Helpfulness", "Fluency"],
  rows: 2312,
  ...over,
});

/** The answer to a palette that two values make unreachable. */
export const outOfReach = (over: Partial<LiveAnswer> = {}): LiveAnswer =>
  answer(
    { status: "infeasible" },
    {
      shown: report({ kl: 4.4, ess: 6.25 }),
      shownIs: "closest-safe-mix",
      conflict: [0, 1],
      inequality: {
        terms: [
          { index: 0, coefficient: "0.34" },
          { index: 1, coefficient: "-0.66" },
        ],
        bound: "-2.09",
        asked: "-2.05",
      },
      scaleBack: {
        edge: { rho: 0.938, targets: [0.938, 0.469, 0], kl: 6.2, ess: 2 },
        safe: { rho: 0.711, targets: [0.711, 0.3555, 0], kl: 1.63, ess: 200 },
      },
      ...over,
    },
  );

/** The verdict in English. */
export const say = (live: LiveAnswer, over: Partial<VerdictInput> = {}) =>
  verdictOf(input(live, over), en);
