import { lists } from "../join.ts";
import { counted, plurals } from "../plural.ts";

const plural = plurals("en");
const list = lists("en-GB");

/** Words on and about the figures of the deeper panels. Numbers arrive already written. */
export const figures = {
  none: "–",
  withUnit: (label: string, unit: string) => `${label} (${unit})`,
  plusMinus: (value: string, error: string) => `${value} ± ${error}`,
  at: (label: string, value: string) => `${label} ${value}`,
  rounds: {
    title: "Sequential alignment, round by round",
    round: "Round",
    start: "0 (today)",
    simultaneous: "All at once",
    key: "Across: rounds of one value at a time. Dashed: all values at once.",
    empty: "No rounds yet. Ask for a palette to see it approached one value at a time.",
    summary: (label: string, from: string, to: string, rounds: number, simultaneous: string) =>
      `${label}: from ${from} to ${to} in ${rounds} ${plural(rounds, "round", "rounds")}; all at once ${simultaneous}.`,
  },
  forecast: {
    title: "Levels to expect when one of k answers is picked",
    draws: "Answers drawn, k",
    error: (label: string) => `± ${label}`,
    target: "Target",
    key: "Across: answers drawn per prompt, k. Band: two standard errors of the simulation. Dashed: target.",
    empty: "No forecast yet.",
    summary: (
      label: string,
      first: string,
      last: string,
      least: string,
      most: string,
      target: string | null,
    ) =>
      `${label}: ${first} with ${counted("answer", "answers")(least)}, ${last} with ${most}${target === null ? "" : `; target ${target}`}.`,
  },
  intervals: {
    title: "How sure the figures are: 90 % intervals",
    columns: {
      name: "Quantity",
      estimate: "Estimate",
      low: "Lower end",
      high: "Upper end",
      reference: "Compared with",
    },
    summary: (
      label: string,
      estimate: string,
      low: string,
      high: string,
      reference: string | null,
    ) =>
      `${label}: ${estimate}, between ${low} and ${high}${reference === null ? "" : `; compared with ${reference}`}.`,
    range: (low: string, high: string) => `${low} to ${high}`,
    key: "Every bar is drawn in its own [sd](sd), so that widths compare. ◇: target.",
    priceKey:
      "Prices are drawn per [sd](sd) of their value and the drift in nats, so that widths compare.",
    empty: "No intervals yet.",
  },
  mixes: {
    title: "Linear is enough: the drift of other mixes and of the linear one that matches them",
    key: "○ the mix, ● the linear mix that reaches at least the same levels.",
    unit: "nats",
    instead: (mixed: string) => `instead of ${mixed}`,
    empty: "No mixes yet.",
    columns: {
      mix: "Mix",
      mixed: "Its drift, nats",
      linear: "Linear drift, nats",
      saved: "Difference",
    },
    summary: (label: string, mixed: string, linear: string) =>
      `${label}: ${mixed} nats; the linear mix with at least the same levels: ${linear} nats.`,
  },
  cloud: {
    title: (x: string, y: string) => `Random mixes: ${x} and ${y}`,
    palette: "your palette",
    today: "today",
    alone: (label: string) => `${label} alone`,
    quantile: "baseline quantile",
    empty: "No mixes drawn yet.",
    summary: (count: string, x: string, y: string, xs: string, ys: string) =>
      `${count} random mixes. ${x} runs across, from ${xs}; ${y} upwards, from ${ys}.`,
    range: (low: string, high: string) => `${low} to ${high}`,
    columns: { point: "Point", quantile: "Share of mixes at or below" },
  },
  lambda: {
    title: (labels: string) => `λ space: ${labels}`,
    palette: "your palette",
    axis: (label: string, unit: string) => `λ ${label} (${unit})`,
    desirable: "no mixed value below today",
    other: "a mixed value below today",
    empty: "No mixes drawn yet.",
    share: (share: string) => `${share} of these mixes leave no mixed value below today.`,
    summary: (count: string, share: string, palette: string | null) =>
      `${count} random mixes; ${share} of them leave no mixed value below today.${palette === null ? "" : ` Your palette: ${palette}.`}`,
    turn: "Turn the plot",
    turnRole: "rotatable plot",
    turned: (yaw: string, pitch: string) => `turned ${yaw}°, tilted ${pitch}°`,
    columns: { quantity: "Quantity", value: "Value" },
    count: "Mixes drawn",
    shareName: "No mixed value below today",
  },
  distribution: {
    title: (label: string) => `Distribution of ${label}`,
    before: "before",
    after: "after",
    density: "Share of answers per unit of reward",
    histogram: "Share of answers in each bin",
    ecdf: "Share of answers at or below",
    mean: "Mean",
    target: "Target",
    quantile: (p: string) => `Quantile ${p}`,
    means: "their means",
    targetKey: "target",
    ticks: (quantiles: string) => `ticks: quantiles ${quantiles}`,
    columns: { what: "What", before: "Before", after: "After" },
    summary: (label: string, before: string, after: string, target: string | null) =>
      `${label}: mean ${before} before, ${after} after${target === null ? "" : `, target ${target}`}.`,
  },
  pairs: {
    title: "What is reachable, for every pair of values",
    choose: (x: string, y: string) => `Show ${x} and ${y} large`,
    pending: "being worked out",
    conflict: "the others conflict",
    empty: "A pair needs two values. Include another value.",
    columns: { pair: "Pair (across, upwards)", across: "Most across", up: "Most upwards" },
    pair: (x: string, y: string) => `${x}, ${y}`,
  },
  tradeOff: {
    title: "Raise one value: what must another give up for the drift to stay the same?",
    raised: "Raised",
    raise: (label: string, by: string) => `raise ${label} by ${by}`,
    corner: "",
    gaps: {
      free: { short: "free", long: "nothing to give: it is met for free" },
      beyond: {
        short: "out of reach",
        long: "the raise is out of reach, whatever this value gives",
      },
      "not-enough": {
        short: "not enough",
        long: "even giving up all of this value leaves more drift",
      },
    },
    same: "the same value",
    empty: "A trade takes two values that have a target; here only one has.",
    allFree: "Nothing has to be traded: raising any of these values a little costs nothing.",
    free: (names: readonly string[]) =>
      `Raising ${list(names)} a little costs nothing, so ${plural(names.length, "it has", "they have")} no row.`,
  },
  radar: {
    title: "Realised levels as baseline quantiles",
    columns: { value: "Value" },
    few: "A radar needs three values. The table and the parallel axes show fewer.",
    empty: "Keep a palette as a scenario to compare it here.",
    summary: (label: string, levels: string) => `${label}: ${levels}.`,
  },
  parallel: {
    title: "Scenarios side by side",
    key: "Each axis in its own unit, better upwards.",
    columns: { value: "Value" },
    empty: "Keep a palette as a scenario to compare it here.",
  },
};
