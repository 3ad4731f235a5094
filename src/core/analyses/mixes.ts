import { parseFormula } from "../compare/expression.ts";
import {
  compareMix,
  formulaScores,
  type MixComparison,
  type MixKind,
  mixScores,
} from "../compare/non-linear.ts";
import type { Palette } from "../rows/palette.ts";
import type { AnalysisContext } from "./analysis-context.ts";

/** A non-linear mix by name beside the linear one that matches it. */
export interface NamedComparison extends MixComparison {
  readonly kind: MixKind | "formula";
}

/** A product of sigmoids lies between 0 and 1, so it takes more of it. */
const STRENGTHS: Record<MixKind | "formula", readonly number[]> = {
  min: [1, 2, 4],
  "soft-min": [1, 2, 4],
  "product-of-sigmoids": [4, 8, 16],
  formula: [1, 2, 4],
};
const KINDS: readonly MixKind[] = ["min", "soft-min", "product-of-sigmoids"];

/** Non-linear mixes and the linear ones that match them (paper Thm 3), in the palette's mode. */
export async function mixes(
  { samples, solveCache, checkpoint }: AnalysisContext,
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
  const kinds = userScores ? (["formula", ...KINDS] as const) : KINDS;
  for (const [k, kind] of kinds.entries()) {
    const scores = kind === "formula" ? userScores : mixScores(samples, kind, request.among);
    const strengths = STRENGTHS[kind];
    for (const [s, strength] of strengths.entries()) {
      await checkpoint((k + s / strengths.length) / kinds.length);
      if (scores) out.push({ kind, ...(await compareMix(samples, scores, strength, solveCache)) });
    }
  }
  return out;
}
