import { lists } from "../join.ts";
import { counted } from "../plural.ts";

const list = lists("en-GB");

/** What leaves the page: the Export menu, what is said in every file, and the page that is printed. Numbers arrive formatted. */
export const exports = {
  action: "Export",
  title: "Export: files of this palette",
  waiting: "Nothing to export yet: the answers are still being read.",
  pictures: "Each picture has its own “Save as” below it.",
  closest: "The palette is out of reach, so these are of the closest safe mix, and say so.",
  noMix:
    "There is no mix to hand over: the values held at today’s level conflict by themselves, or the search has not settled.",
  headings: {
    report: "The report",
    answers: "Every answer and its weight",
    reward: "The reward that gets there",
  },
  items: {
    print: { name: "One-page summary", detail: "to print, or to keep as PDF" },
    json: { name: "Report, JSON", detail: "verdict and figures with every digit" },
    csv: { name: "Weights, CSV", detail: "one row for each answer" },
    parquet: { name: "Weights, Parquet", detail: "the same, smaller and typed" },
    reward: { name: "Training, Python", detail: "reward function for TRL: GRPO, PPO" },
    resampler: { name: "Decoding, Python", detail: "keep one of k answers" },
    command: { name: "Command line", detail: "for the MAP authors’ own program" },
    latex: { name: "Table, LaTeX", detail: "in the paper’s layout" },
  },
  progress: {
    label: (name: string) => `Writing ${name}…`,
    rows: (done: string, of: string) => `${done} of ${of} answers`,
    stop: "Stop",
  },
  /** Parts of file names, in plain words. */
  files: {
    app: "value-palette",
    report: "report",
    weights: "weights",
    reward: "reward",
    resampler: "resampler",
    command: "map-command",
    latex: "table",
    synthetic: "synthetic",
    inSample: "in-sample",
    closest: "closest-safe-mix",
  },
  dataName: (name: string, synthetic: boolean) =>
    synthetic ? `${name} (calibrated synthetic sample)` : name,
  notes: {
    synthetic:
      "A calibrated synthetic sample holds made-up numbers, drawn so that their averages and correlations match those measured on the public MAP reward samples; no model gave these answers.",
    inSample: "In-sample: measured on the very answers that are weighted.",
    closest: (share: string) =>
      `The palette is out of reach; this is the closest safe mix, ${share} of the way to it.`,
    boundary:
      "The palette lies on the very edge of reach: λ is only a direction, and the drift is a limit.",
    unsettled: "Not settled: the search had neither met the palette nor proved it out of reach.",
    outOfReach: "The palette is out of reach, and the values held at today’s level conflict.",
    met: "Every target is met by the original model: nothing has to change, λ is 0.",
    perPrompt: "Each prompt is weighted by itself.",
    sampled: (rows: string, of: string) => `A random sample of ${rows} of ${of} rows of the file.`,
    dropped: (rows: string) => `Rows left out at import: ${rows}.`,
    sketch: (from: string, of: string) =>
      `Pictures of so many answers are drawn from a part of them, ${from} of ${of}.`,
  },
  caption: {
    data: (name: string, rows: string) => `${name}, ${rows} answers`,
    palette: (targets: readonly string[], held: readonly string[]) =>
      [
        ...(targets.length > 0 ? [`Palette: ${targets.join(", ")}`] : []),
        ...(held.length > 0 ? [`held at today’s level: ${list(held)}`] : []),
      ].join("; "),
    target: (label: string, level: string, lowerIsBetter: boolean) =>
      `${label} ${lowerIsBetter ? "≤" : "≥"} ${level}`,
    drift: (kl: string, ess: string) =>
      `drift ${kl} nats, carried by ${counted("answer", "answers")(ess)}`,
    made: (place: string) =>
      `Made with Value Palette, ${place}. The link to this palette is in the file.`,
  },
  latex: {
    original: "Original model",
    mean: "Mean",
    quantile: (percent: string) => `${percent} % quantile`,
    palette: "Palette",
    target: "Target",
    targetQuantile: "its baseline quantile, %",
    mix: "Mix",
    level: "Realised level",
    levelQuantile: "its baseline quantile, %",
    price: "Price",
    caption: (data: string, kl: string, ess: string, rows: string) =>
      `Value palette on ${data}: drift ${kl} nats from the original model, carried by ${ess} of ${rows} answers.`,
  },
  print: {
    columns: {
      value: "Value",
      part: "Takes part",
      before: "Today",
      target: "Target",
      quantile: "Quantile of the target",
      after: "Realised",
      price: "Price λ at first, nats per unit",
    },
    parts: { target: "target", hold: "held at today’s level", out: "left out" },
    lowerIsBetter: "lower is better",
    free: "met for free",
    none: "–",
    levels: "Levels are mean rewards in the units of the data.",
    link: "Open this palette",
  },
};
