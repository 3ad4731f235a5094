import { type MixCloud, mixCloud } from "./compare/cloud.ts";
import { parseFormula } from "./compare/expression.ts";
import {
  compareMix,
  formulaScores,
  type MixComparison,
  type MixKind,
  mixScores,
} from "./compare/non-linear.ts";
import { sequentialRounds } from "./compare/sequential.ts";
import { tradeOffMatrix } from "./compare/trade-off.ts";
import { winRates } from "./compare/win-rate.ts";
import {
  type AnswerWeights,
  answerWeights,
  type ComparedPalette,
  comparePalettes,
  type ValueSpread,
  valueSpreads,
} from "./comparison.ts";
import { regionPicture } from "./region/region.ts";
import type { RegionPicture } from "./region/region-picture.ts";
import { type StrengthScale, strengthScale } from "./repair/ray.ts";
import type { RayLimit } from "./repair/ray-limit.ts";
import { type Repair, repairPalette } from "./repair/repairs.ts";
import type { Checkpoint } from "./rows/checkpoint.ts";
import type { TiltOracle } from "./rows/oracle.ts";
import type { Palette } from "./rows/palette.ts";
import { type RowWeights, rowWeights } from "./rows/row-weights.ts";
import { orientedScale, type Samples } from "./rows/samples.ts";
import { tiltedWeights } from "./rows/tilted-weights.ts";
import { isReached } from "./solve/report.ts";
import type { SolveMemory } from "./solve/solve-memory.ts";
import { lambdaInUnits, levelsInUnits, targetsInSd } from "./solve/solve-palette.ts";
import { type HeldOutLevels, heldOutLevels } from "./trust/held-out.ts";
import { type TrustReport, trustReport } from "./trust/trust-report.ts";

/** What an analysis works with: the rows by their oracle, and a checkpoint that reports progress and may call it off. */
export interface AnalysisContext {
  readonly samples: Samples;
  readonly oracle: TiltOracle;
  readonly memory: SolveMemory;
  readonly checkpoint: Checkpoint;
}

/** Prices and trade-offs of a palette, user's units; null where the palette is out of reach. */
export interface TradeOffs {
  /** How much each row's value is raised. */
  readonly raise: readonly number[];
  /** Entry [i][k]: what value k alone gives up for the drift to stay; null where nothing can be traded. */
  readonly change: readonly (readonly (number | null)[])[];
  /** Probability that an answer after beats one before. */
  readonly winRate: readonly number[];
}

/** Sequential rounds beside the simultaneous solution, user's units. */
export interface SequentialCourse {
  readonly rounds: readonly {
    readonly lambda: readonly number[];
    readonly levels: readonly number[];
  }[];
  readonly together: { readonly lambda: readonly number[]; readonly levels: readonly number[] };
}

/** Random mixes, and the palette's own λ and levels among them. */
export interface CloudReport extends MixCloud {
  readonly palette: {
    readonly lambda: readonly number[];
    readonly levels: readonly number[];
  } | null;
}

/** A non-linear mix by name beside the linear one that matches it. */
export interface NamedComparison extends MixComparison {
  readonly kind: MixKind | "formula";
}

const ROUNDS = 8;
const RAISE_SD = 0.1;
const PAIR_BUDGETS = [0.5, 1, 2, 4];
const PAIR_ANGLES = 7;
/** A product of sigmoids lies between 0 and 1, so it takes more of it. */
const MIX_STRENGTHS: Record<MixKind | "formula", readonly number[]> = {
  min: [1, 2, 4],
  "soft-min": [1, 2, 4],
  "product-of-sigmoids": [4, 8, 16],
  formula: [1, 2, 4],
};
const MIX_KINDS: readonly MixKind[] = ["min", "soft-min", "product-of-sigmoids"];
const CLOUD_STRENGTH = 6;

/** The analyses beyond the live answer, by name; each takes plain data and gives plain data in the user's units. */
export const analyses = {
  /** All repairs of a palette out of reach (method §5). */
  repairs: (
    { oracle, samples, memory, checkpoint }: AnalysisContext,
    request: {
      readonly palette: Palette;
      readonly order: readonly number[];
      /** What the safe versions keep to. Default as in `repairPalette`. */
      readonly limit?: RayLimit;
    },
  ): Promise<Repair[]> =>
    repairPalette(oracle, samples, request.palette, memory, { ...request, checkpoint }),

  /** Exact trade-offs at constant drift and win rates (method §4, §7). */
  async tradeOffs(
    { samples, memory }: AnalysisContext,
    request: {
      readonly palette: Palette;
      /** By how much each value is raised, user's units, > 0. Default a tenth of its sd. */
      readonly raise?: readonly number[];
    },
  ): Promise<TradeOffs | null> {
    const targets = targetsInSd(samples, request.palette.targets);
    const here = await memory.solve(targets);
    const steps = samples.values.map((v, i) =>
      v.sd > 0 && request.raise ? request.raise[i] / v.sd : RAISE_SD,
    );
    const matrix = await tradeOffMatrix(targets, Float64Array.from(steps), memory);
    if (!matrix) return null;
    const scale = samples.values.map(orientedScale);
    const m = scale.length;
    return {
      raise: scale.map((s, i) => steps[i] * s),
      change: scale.map((_, i) =>
        scale.map((s, k) => {
          const change = matrix.change[i * m + k];
          return Number.isNaN(change) ? null : change * s;
        }),
      ),
      winRate: winRates(
        samples,
        tiltedWeights(samples, here.lambda, memory.view),
        memory.view?.mode,
      ),
    };
  },

  /** Sequential alignment, round by round (paper Thm 5). */
  async sequential(
    { oracle, samples, memory }: AnalysisContext,
    request: { readonly palette: Palette; readonly order: readonly number[] },
  ): Promise<SequentialCourse | null> {
    const targets = targetsInSd(samples, request.palette.targets);
    const together = await memory.solve(targets);
    if (!isReached(together.status)) return null;
    const rounds = await sequentialRounds(oracle, targets, ROUNDS, {
      order: request.order,
      view: memory.view,
    });
    const inUnits = (lambda: Float64Array, levels: Float64Array) => ({
      lambda: lambdaInUnits(samples, lambda),
      levels: levelsInUnits(samples, levels),
    });
    return {
      rounds: rounds.map((r) => inUnits(r.lambda, r.levels)),
      together: inUnits(together.lambda, together.moments.mean),
    };
  },

  /** The ray of a palette, marked in nats and answers. */
  strength: (
    { oracle, samples, memory }: AnalysisContext,
    request: { readonly palette: Palette },
  ): Promise<StrengthScale> =>
    strengthScale(oracle, targetsInSd(samples, request.palette.targets), memory),

  /** The region of one pair with few contours, for the matrix of all pairs (method §6). */
  pair: (
    { oracle, samples, memory }: AnalysisContext,
    request: { readonly palette: Palette; readonly pair: readonly [number, number] },
  ): Promise<RegionPicture> =>
    regionPicture(oracle, samples, request.palette, request.pair, memory, {
      budgets: PAIR_BUDGETS,
      angles: PAIR_ANGLES,
    }),

  /** Random linear mixes of some values (paper Figs. 1 and 2). */
  async cloud(
    { oracle, samples, memory, checkpoint }: AnalysisContext,
    request: {
      readonly palette: Palette;
      readonly among: readonly number[];
      readonly draws: number;
    },
  ): Promise<CloudReport> {
    const { among, draws } = request;
    const cloud = await mixCloud(oracle, samples, {
      among,
      draws,
      strength: CLOUD_STRENGTH,
      view: memory.view,
      checkpoint,
    });
    const solution = await memory.solve(targetsInSd(samples, request.palette.targets));
    return {
      ...cloud,
      palette: isReached(solution.status)
        ? {
            lambda: lambdaInUnits(samples, solution.lambda),
            levels: levelsInUnits(samples, solution.moments.mean),
          }
        : null,
    };
  },

  /** Non-linear mixes and the linear ones that match them (paper Thm 3), in the palette's mode. */
  async mixes(
    { samples, memory, checkpoint }: AnalysisContext,
    request: {
      /** Only its mode counts. */
      readonly palette: Palette;
      readonly among: readonly number[];
      /** A formula over value ids that is compared too, or empty; one that has no value for some answer is left out. */
      readonly formula: string;
    },
  ): Promise<NamedComparison[]> {
    const out: NamedComparison[] = [];
    const parsed = parseFormula(
      request.formula,
      samples.values.map((v) => v.id),
    );
    const userScores = parsed.ok ? formulaScores(samples, parsed.formula) : null;
    const kinds = userScores ? (["formula", ...MIX_KINDS] as const) : MIX_KINDS;
    for (const [k, kind] of kinds.entries()) {
      const scores = kind === "formula" ? userScores : mixScores(samples, kind, request.among);
      const strengths = MIX_STRENGTHS[kind];
      for (const [s, strength] of strengths.entries()) {
        await checkpoint((k + s / strengths.length) / kinds.length);
        if (scores) out.push({ kind, ...(await compareMix(samples, scores, strength, memory)) });
      }
    }
    return out;
  },

  /** Intervals with their check, held-out levels and the decoding forecast of a palette (method §8). */
  trust: (
    { samples, memory, checkpoint }: AnalysisContext,
    request: {
      readonly palette: Palette;
      /** True where a target was asked as a baseline quantile. Default none. */
      readonly isQuantile?: readonly boolean[];
    },
  ): Promise<TrustReport> =>
    trustReport(samples, targetsInSd(samples, request.palette.targets), memory, {
      isQuantile: request.isQuantile,
      checkpoint,
    }),

  /** Levels on answers that the mix has not seen, for the sentence beside the verdict; null out of reach. */
  heldOut(
    { samples, memory, checkpoint }: AnalysisContext,
    request: { readonly palette: Palette },
  ): Promise<HeldOutLevels | null> {
    const targets = targetsInSd(samples, request.palette.targets);
    return heldOutLevels(samples, targets, { view: memory.view, checkpoint });
  },

  /** The palette and others that were kept, side by side. */
  compare: (
    { oracle, samples, memory }: AnalysisContext,
    request: { readonly palette: Palette; readonly kept: readonly Palette[] },
  ): Promise<ComparedPalette[]> =>
    comparePalettes(oracle, samples, [request.palette, ...request.kept], memory),

  /** Quantiles and win rates of every value (method §7). */
  spread: (
    { oracle, samples, memory }: AnalysisContext,
    request: { readonly palette: Palette; readonly shares: readonly number[] },
  ): Promise<ValueSpread[]> =>
    valueSpreads(oracle, samples, request.palette, request.shares, memory),

  /** The weights of all answers, from the most lifted to the most lowered. */
  answers: (
    { oracle, samples, memory }: AnalysisContext,
    request: { readonly palette: Palette },
  ): Promise<AnswerWeights> => answerWeights(oracle, samples, request.palette, memory),

  /** Weights and rewards of all answers at the λ of a report, in the order of the rows. */
  rowWeights: async (
    { samples, memory }: AnalysisContext,
    request: {
      /** Only its mode counts. */
      readonly palette: Palette;
      /** Nats per unit of improvement. */
      readonly lambda: readonly number[];
    },
  ): Promise<RowWeights> => rowWeights(samples, request.lambda, memory.view),
} as const;

/** Name of an analysis. */
export type AnalysisName = keyof typeof analyses;
/** What an analysis is asked. */
export type AnalysisRequest<N extends AnalysisName> = Parameters<(typeof analyses)[N]>[1];
/** What it gives. */
export type AnalysisResult<N extends AnalysisName> = Awaited<ReturnType<(typeof analyses)[N]>>;
