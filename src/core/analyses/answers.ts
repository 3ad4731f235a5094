import { type AnswerWeights, answerWeights } from "../comparison.ts";
import type { Palette } from "../rows/palette.ts";
import type { AnalysisContext } from "./analysis-context.ts";

/** The weights of all answers, from the most lifted to the most lowered. */
export function answers(
  { oracle, samples, solveCache }: AnalysisContext,
  request: { readonly palette: Palette },
): Promise<AnswerWeights> {
  return answerWeights(oracle, samples, request.palette, solveCache);
}
