import type { LiveAnswer } from "../../core/answer.ts";
import type { ValueSummary } from "../../core/rows/samples.ts";
import type { Participation } from "../../share/document/document.ts";
import { formatNatsBelow } from "../../ui/format.ts";
import type { Catalogue } from "../../ui/text/en.ts";
import { type PriceStep, priceStep } from "../kit/price.ts";

/** What is needed of an answer to say what a value costs. */
type Priced = Pick<
  LiveAnswer,
  "shown" | "shownIs" | "reachableMaximum" | "sharedPrices" | "isCoarse"
>;

/** A level this much closer to the edge, in steps, is rounding. */
const ROUNDING = 1e-6;

/**
 * What one value costs, in a few words (method §4): at least λ per step, since drift bends upwards; that a step is out of reach; or
 * that it comes for free.
 */
export function priceLine(
  answer: Priced,
  index: number,
  value: ValueSummary,
  participation: Participation,
  text: Catalogue,
): string {
  const words = text.palette.price;
  if (participation === "out") return words.out;
  if (value.sd === 0) return words.constant;
  const { lambda, status } = answer.shown;
  if (status === "boundary") return words.edge;
  if (answer.sharedPrices.includes(index)) return words.shared;
  const isHeld = participation === "hold";
  if (lambda[index] === 0) return isHeld ? words.heldFree : words.free;
  const step = priceStep(value);
  if (isBeyond(answer, index, value, step)) return words.beyond(step.label);
  const cost = formatNatsBelow(lambda[index] * step.size);
  return isHeld ? words.held(cost, step.label) : words.costs(cost, step.label);
}

/** True where a step more lies above all that the other targets leave reachable. */
function isBeyond(
  { shown, shownIs, reachableMaximum, isCoarse }: Priced,
  index: number,
  { lowerIsBetter }: ValueSummary,
  { size }: PriceStep,
): boolean {
  const most = reachableMaximum[index];
  if (shownIs !== "palette" || isCoarse || most === null) return false;
  const room = (most - shown.levels[index]) * (lowerIsBetter ? -1 : 1);
  return size * (1 - ROUNDING) > room;
}
