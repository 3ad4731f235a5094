import { answers } from "./answers.ts";
import { cloud } from "./cloud.ts";
import { compare } from "./compare.ts";
import { heldOut } from "./held-out.ts";
import { mixes } from "./mixes.ts";
import { pair } from "./pair.ts";
import { repairs } from "./repairs.ts";
import { rowWeights } from "./row-weights.ts";
import { sequential } from "./sequential.ts";
import { spread } from "./spread.ts";
import { strength } from "./strength.ts";
import { tradeOffs } from "./trade-offs.ts";
import { trust } from "./trust.ts";

/**
 * The analyses beyond the live answer, by name; each takes plain data and gives plain data in the user's units. A new one is a
 * file here and a row of this table.
 */
export const analyses = {
  repairs,
  tradeOffs,
  sequential,
  strength,
  pair,
  cloud,
  mixes,
  trust,
  heldOut,
  compare,
  spread,
  answers,
  rowWeights,
} as const;

/** Name of an analysis. */
type AnalysisName = keyof typeof analyses;
/** What an analysis is asked. */
export type AnalysisRequest<N extends AnalysisName> = Parameters<(typeof analyses)[N]>[1];
/** What it gives. */
export type AnalysisResult<N extends AnalysisName> = Awaited<ReturnType<(typeof analyses)[N]>>;
