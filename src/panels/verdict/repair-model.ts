import type { LiveAnswer } from "../../core/answer.ts";
import type { RayLimit } from "../../core/repair/ray-limit.ts";
import type { Repair } from "../../core/repair/repairs.ts";
import { safeEss } from "../../core/repair/safe-mix.ts";
import type { Palette } from "../../core/rows/palette.ts";
import type { ValueSummary } from "../../core/rows/samples.ts";
import { digitsFor, formatNats, formatNumber } from "../../ui/format.ts";
import type { Catalogue } from "../../ui/text/en.ts";
import { formatAnswers, formatWay } from "./format-answers.ts";

/**
 * How far a repair goes: to a mix that 200 answers or a tenth of them carry, within a budget of drift, or all the way to the
 * edge of reach.
 */
export type RepairLimit = "safe" | "tenth" | "oneNat" | "twoNats" | "edge";

/** The choices, in the order they are offered. */
export const REPAIR_LIMITS: readonly RepairLimit[] = ["safe", "tenth", "oneNat", "twoNats", "edge"];

const SHARE = 0.1;

/** How each choice is called, of data that so many effective answers carry today. */
export function limitNames(baselineEss: number, text: Catalogue): Record<RepairLimit, string> {
  const { choices } = text.verdict.repairs.reach;
  return {
    safe: choices.safe(formatAnswers(safeEss(baselineEss))),
    tenth: choices.tenth(formatAnswers(SHARE * baselineEss)),
    oneNat: choices.oneNat(),
    twoNats: choices.twoNats(),
    edge: choices.edge(),
  };
}

/** What a choice keeps to; undefined for the default, and for the edge, which every repair comes with. */
export function limitOf(limit: RepairLimit, baselineEss: number): RayLimit | undefined {
  if (limit === "tenth") return { essAtLeast: SHARE * baselineEss };
  if (limit === "oneNat") return { klBudget: 1 };
  if (limit === "twoNats") return { klBudget: 2 };
  return undefined;
}

/** A repair as it is offered: what it would change, what it would cost, and the targets to adopt. */
export interface RepairCard {
  readonly id: string;
  readonly title: string;
  /** What kind of change it is, in a few words. */
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

type Offer = Pick<RepairCard, "id" | "title" | "share" | "recommended"> & {
  readonly targets: readonly (number | null)[];
  readonly kl: number;
  readonly ess: number;
};

/** The repairs that come with the live answer, the recommended one first; none well within reach. */
export function repairCards(input: RepairInput, text: Catalogue): RepairCard[] {
  const { scaleBack } = input.answer;
  if (!scaleBack) return [];
  const words = text.verdict.repairs;
  const offers: Offer[] = [
    {
      ...scaleBack.edge,
      id: "edge",
      title: words.edge,
      share: words.share(formatWay(scaleBack.edge.rho)),
      recommended: !scaleBack.safe,
    },
  ];
  if (scaleBack.safe)
    offers.unshift({
      ...scaleBack.safe,
      id: "safe",
      title: words.safe(formatAnswers(scaleBack.safe.ess)),
      share: words.share(formatWay(scaleBack.safe.rho)),
      recommended: true,
    });
  return cardsOf(offers, input, text);
}

/** All repairs, once they are worked out, kept within their limit or at the edge. */
export function allRepairCards(
  repairs: readonly Repair[],
  limit: RepairLimit,
  input: RepairInput,
  text: Catalogue,
): RepairCard[] {
  const offers = repairs.flatMap((repair): Offer[] => {
    const at = limit === "edge" ? repair : repair.safe;
    if (!at) return [];
    return [
      {
        ...namesOf(repair, at.targets, input, text),
        id: `${repair.kind}-${limit}`,
        recommended: repair.recommended && limit !== "edge",
        targets: at.targets,
        kl: at.kl,
        ess: at.ess,
      },
    ];
  });
  const cards = new Map<string, RepairCard>();
  for (const card of cardsOf(offers, input, text)) {
    const key = card.changes.join();
    const same = cards.get(key);
    // One card for two repairs that end alike; that it is the smallest change is worth saying.
    if (!same) cards.set(key, card);
    else if (card.id.startsWith("nearest"))
      cards.set(key, { ...same, share: `${same.share} · ${card.share}` });
  }
  return [...cards.values()];
}

/** What a repair is called: one that could not be kept safe by its own means says that the rest gave way too. */
function namesOf(
  { kind, relaxed, rho }: Repair,
  targets: readonly (number | null)[],
  input: RepairInput,
  text: Catalogue,
): Pick<Offer, "title" | "share"> {
  const words = text.verdict.repairs;
  const name = relaxed === null ? "" : input.labels[relaxed];
  const moved = targets.filter((to, i) => {
    const [from, value] = [input.palette.targets[i], input.values[i]];
    return from !== null && to !== null && Math.abs(to - from) > 1e-6 * value.sd;
  });
  if (kind === "relax" && moved.length > 1) return words.relaxAndMore(name);
  const share = rho === null ? null : (shareOf(targets, input) ?? rho);
  return {
    title: words.titles[kind](name),
    share: words.kinds[kind](share === null ? "" : formatWay(share)),
  };
}

/** Share of the way from the baseline that scaled targets stand at, read off the first that is above its baseline. */
function shareOf(
  targets: readonly (number | null)[],
  { palette, values }: RepairInput,
): number | null {
  for (const [i, value] of values.entries()) {
    const [from, to] = [palette.targets[i], targets[i]];
    if (from === null || to === null || value.sd === 0) continue;
    const whole = (from - value.mean) * (value.lowerIsBetter ? -1 : 1);
    if (whole > 1e-9 * value.sd) return (to - value.mean) / (from - value.mean);
  }
  return null;
}

function cardsOf(offers: readonly Offer[], input: RepairInput, text: Catalogue): RepairCard[] {
  const { palette, values, labels } = input;
  const words = text.verdict.repairs;
  return offers.flatMap(({ kl, ess, ...offer }): RepairCard[] => {
    const changes: string[] = [];
    offer.targets.forEach((to, i) => {
      const from = palette.targets[i];
      if (to === null || from === null) return;
      const told = toldApart(from, to, digitsFor(values[i].sd));
      if (told) changes.push(words.change(labels[i], ...told));
    });
    if (changes.length === 0) return [];
    return [{ ...offer, changes, cost: words.cost(formatNats(kl), formatAnswers(ess)) }];
  });
}

/** Decimals beyond which numbers are written in powers of ten. */
const MOST_DIGITS = 6;

/** Two levels as they are written differently, with at least so many decimals; null where they read the same. */
function toldApart(a: number, b: number, fewest: number): [string, string] | null {
  for (let digits = fewest; digits <= Math.max(fewest, MOST_DIGITS); digits++) {
    const [from, to] = [a, b].map((level) => formatNumber(level, { digits }));
    if (from !== to) return [from, to];
  }
  return null;
}
