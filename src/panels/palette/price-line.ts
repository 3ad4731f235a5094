import type { LiveAnswer } from "../../core/answer.ts";
import type { ValueSummary } from "../../core/rows/samples.ts";
import type { Participation } from "../../share/document/document.ts";
import { formatNats } from "../../ui/format.ts";
import type { Catalogue } from "../../ui/text/en.ts";
import { priceStep } from "../kit/price.ts";

/** What one value costs, in a few words: its price λ per step, or that it comes for free (method §4). */
export function priceLine(
  answer: Pick<LiveAnswer, "shown">,
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
  const isHeld = participation === "hold";
  if (lambda[index] === 0) return isHeld ? words.heldFree : words.free;
  const step = priceStep(value);
  const cost = formatNats(lambda[index] * step.size);
  return isHeld ? words.held(cost, step.label) : words.costs(cost, step.label);
}
