import { lists } from "../join.ts";
import { counted, plurals } from "../plural.ts";

const plural = plurals("en");
const list = lists("en-GB");
const answers = counted("answer", "answers");
const carry = (n: string) => (n === "1" ? "carries" : "carry");

/** The verdict in words. Text between ** is set in bold; numbers arrive formatted. */
export const verdict = {
  heading: "Verdict",
  headline: {
    reachable: "Reachable.",
    thin: "Reachable, but few answers carry it.",
    met: "Already met. The original model does this today.",
    nothing: "Nothing asked yet.",
    edge: "On the very edge of reach.",
    out: (names: readonly string[]) =>
      names.length > 4
        ? `Out of reach: ${names.length} values together.`
        : `Out of reach: ${list(names)}${names.length === 2 ? " together" : ""}.`,
    unsettled: "Not settled.",
    waiting: "Reading the answers…",
    failed: "This palette could not be worked out.",
  },
  drift: (kl: string, ess: string, rows: string) =>
    `This mix drifts **${kl} nats** from the original model; about **${ess} of ${rows}** answers ${carry(ess)} it.`,
  dearest: (name: string, step: string, price: string) =>
    `For its spread, ${name} costs the most: ${step} more costs **${price} nats**.`,
  dearestBeyond: (name: string, step: string) =>
    `For its spread, ${name} costs the most: ${step} more is **out of reach**.`,
  shared: (names: readonly string[]) =>
    `**${list(names)}** follow from one another in these answers: they have one price, and how it is split between them is open.`,
  free: (names: readonly string[]) =>
    `${list(names)} ${plural(names.length, "is", "are")} met for free.`,
  thinAdvice: "With so few, read the levels as a rough guide.",
  strong: (share: string) =>
    `A **strong** change: the weight rests on ${share} of the answers, so the model would have to change a lot.`,
  strongWeighted: (ess: string, original: string) =>
    `A **strong** change: by their own weights about ${original} answers carry the original mix, but only ${ess} this one, so the model would have to change a lot.`,
  weighted: (original: string) =>
    `By their own weights about **${original}** of the answers ${carry(original)} the original mix.`,
  metLine:
    "Every target is at or below today’s level, so nothing has to change and it costs nothing.",
  nothingLine: "Give at least one value a target, or hold one at today’s level.",
  edgeLimit: (kl: string) =>
    `The drift of **${kl} nats** is a limit that they come ever closer to; beyond the edge there is nothing.`,
  /** What holds of all mixes, and what holds of those that keep the share of every prompt. */
  proof: {
    pooled: {
      edge: (kept: string, rows: string) =>
        `Mixes come as close to this palette as you like, but meet it only by keeping **${kept} of ${rows}** answers and dropping all others.`,
      inequality: (terms: string, bound: string, asked: string) =>
        `In any mix of these answers, **${terms}** is at most **${bound}**. The palette asks for **${asked}**.`,
      highest: (name: string, bound: string, asked: string) =>
        `No mix of these answers lifts **${name}** above **${bound}**. The palette asks for **${asked}**.`,
      lowest: (name: string, bound: string, asked: string) =>
        `No mix of these answers brings **${name}** below **${bound}**. The palette asks for **${asked}**.`,
      unprinted:
        "No mix of these answers has all of it at once; it is missed by less than can be printed.",
    },
    "per-prompt": {
      edge: (kept: string, rows: string) =>
        `Choices among the answers to each prompt come as close to this palette as you like, but meet it only by keeping **${kept} of ${rows}** answers and dropping all others.`,
      inequality: (terms: string, bound: string, asked: string) =>
        `However the answers to each prompt are chosen, **${terms}** is at most **${bound}** on average. The palette asks for **${asked}**.`,
      highest: (name: string, bound: string, asked: string) =>
        `No choice among the answers to each prompt lifts the average of **${name}** above **${bound}**. The palette asks for **${asked}**.`,
      lowest: (name: string, bound: string, asked: string) =>
        `No choice among the answers to each prompt brings the average of **${name}** below **${bound}**. The palette asks for **${asked}**.`,
      unprinted:
        "No choice among the answers to each prompt has all of it at once; it is missed by less than can be printed.",
    },
  },
  conflictHint: (names: readonly string[]) =>
    names.length < 2
      ? ""
      : names.length === 2
        ? "Either one alone can be had; not both."
        : `Leave out any one of the ${names.length} and the rest can be had.`,
  unsettledLine: (passes: string) =>
    `After ${passes} passes over the answers the search had neither met the palette nor proved it out of reach.`,
  unsettledHint: "Move any slider a little to try again.",
  inSample: "in-sample",
  sampled: (rows: string, all: string) =>
    `All figures are of a random sample of ${rows} answers, drawn from ${all} rows of the file.`,
  figures: {
    drift: "drift, nats",
    carry: (share: string) => `answers carry it,\n${share} of all`,
    needed: "answers needed\nper prompt",
    ofShown: (share: string) => `of the closest safe mix, ${share} of the way`,
    atLimit: "at the limit",
  },
  needed: (atLeast: string) => `Choosing the best of several takes ${atLeast} answers a prompt.`,
  atLeast: (n: string) => `≥ ${n}`,
  repairs: {
    heading: "What can be done",
    edge: "Scale back to the edge",
    safe: (ess: string) => `Scale back until ${answers(ess)} ${carry(ess)} it`,
    share: (share: string) => `all targets at ${share} of the way`,
    change: (name: string, from: string, to: string) => `${name} ${from} → **${to}**`,
    cost: (kl: string, ess: string) => `drift ${kl} nats · carried by ${answers(ess)}`,
    titles: {
      "scale-back": () => "Scale back together",
      nearest: () => "Smallest change",
      relax: (name: string) => `Relax ${name} only`,
      greedy: () => "Most important first",
    },
    kinds: {
      "scale-back": (share: string) => `all targets at ${share} of the way`,
      nearest: () => "the least movement of these, counted in sd",
      relax: () => "the other targets stay",
      greedy: () => "in the order of the list, none lowered below today’s level",
    },
    relaxAndMore: (name: string) => ({
      title: `${name} first, then all`,
      share: "relaxing it alone is not enough",
    }),
    reach: {
      label: "How far the repairs go",
      choices: {
        safe: (ess: string) => `kept safe: ${answers(ess)} ${carry(ess)} it`,
        tenth: (ess: string) => `a tenth: ${answers(ess)} ${carry(ess)} it`,
        oneNat: () => "within 1 nat of drift",
        twoNats: () => "within 2 nats of drift",
        edge: () => "to the edge",
      },
    },
    none: "Here is no repair to offer. Another choice may have one.",
    recommended: "recommended",
    why: "The first that keeps every target in proportion, or else the first that can be had, within the limit chosen",
    more: (n: number) => `and ${n} more`,
  },
  announce: (headline: string, detail: string) => `${headline} ${detail}`,
};
