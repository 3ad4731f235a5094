import type { LiveAnswer, Palette, ScaledPalette } from "../../core/answer.ts";
import type { ValueSummary } from "../../core/samples.ts";
import { digitsFor, formatNats, formatNumber, formatPercent } from "../../ui/format.ts";
import type { Catalogue } from "../../ui/text/en.ts";
import { formatAnswers } from "./format-answers.ts";

/** A repair as it is offered: what it would change, what it would cost, and the targets to adopt. */
export interface RepairCard {
  readonly id: "edge" | "safe";
  readonly title: string;
  readonly share: string;
  /** One line per value that changes, with ** marks. */
  readonly changes: readonly string[];
  readonly cost: string;
  readonly recommended: boolean;
  /** User's units, null where left out. */
  readonly targets: readonly (number | null)[];
}

interface RepairInput {
  readonly answer: LiveAnswer;
  readonly palette: Palette;
  readonly values: readonly ValueSummary[];
  readonly labels: readonly string[];
}

/** The repairs of an answer that change something, the recommended one first; none well within reach. */
export function repairCards(input: RepairInput, text: Catalogue): RepairCard[] {
  const { scaleBack } = input.answer;
  if (!scaleBack) return [];
  const cards = [card("edge", scaleBack.edge, !scaleBack.safe, input, text)];
  if (scaleBack.safe) cards.unshift(card("safe", scaleBack.safe, true, input, text));
  return cards.filter(({ changes }) => changes.length > 0);
}

function card(
  id: RepairCard["id"],
  scaled: ScaledPalette,
  recommended: boolean,
  { palette, values, labels }: RepairInput,
  text: Catalogue,
): RepairCard {
  const words = text.verdict.repairs;
  const changes: string[] = [];
  scaled.targets.forEach((to, i) => {
    const from = palette.targets[i];
    if (to === null || from === null) return;
    const digits = digitsToTell(from, to, digitsFor(values[i].sd));
    if (digits === null) return;
    const write = (level: number) => formatNumber(level, { digits });
    changes.push(words.change(labels[i], write(from), write(to)));
  });
  return {
    id,
    title: id === "edge" ? words.edge : words.safe(formatAnswers(scaled.ess)),
    share: words.share(formatPercent(scaled.rho)),
    changes,
    cost: words.cost(formatNats(scaled.kl), formatAnswers(scaled.ess)),
    recommended,
    targets: scaled.targets,
  };
}

const MOST_DIGITS = 12;

/** Decimals at which two levels are written differently, at least `fewest`; null where they are the same. */
function digitsToTell(a: number, b: number, fewest: number): number | null {
  for (let digits = fewest; digits <= Math.max(fewest, MOST_DIGITS); digits++)
    if (a.toFixed(digits) !== b.toFixed(digits)) return digits;
  return null;
}
