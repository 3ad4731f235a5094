import { counted } from "../plural.ts";

const answers = counted("answer", "answers");

/** The panels below the pictures. Numbers arrive formatted; text between ** is set in bold. */
export const analyses = {
  heading: "Analyses",
  tabs: {
    compare: "Compare",
    tradeOffs: "Trade-offs",
    sequential: "One by one",
    pairs: "Pairs",
    distributions: "Distributions",
    mixes: "Mixes",
    trust: "Trust",
    answers: "Answers",
  },
  opening: (name: string) => `Opening ${name}…`,
  status: {
    running: "Being worked out",
    cancel: "Stop",
    cancelled: "Stopped.",
    again: "Start again",
    failed: (detail: string) =>
      detail ? `This could not be worked out: ${detail}.` : "This could not be worked out.",
    tryAgain: "Try again",
  },
  waiting: "Being worked out…",
  closest: "The palette is out of reach; these figures are of the closest safe mix.",
  outOfReach:
    "The palette is out of reach, so it has no prices. Take one of the suggestions under the verdict first.",
  toSuggestions: "Show the suggestions",
  nothingAsked: "Nothing is asked above today’s level. Give a value a target first.",
  lambdaUnit: "λ, nats per unit",
  tradeOffs: {
    lead: "Exact, not to first order: the others stay where they are, and one value alone pays. Where there is no such trade, the cell says why.",
    prices: "Price and win rate of each value",
    columns: { value: "Value", price: "Price of a step more", winRate: "Wins against today" },
    price: (nats: string, step: string) => `${nats} nats for ${step}`,
    beyond: (step: string) => `${step} is out of reach`,
    shared: "price is shared",
    free: "met for free",
    out: "left out",
  },
  strength: {
    label: "Overall strength",
    slider: "Overall strength of the palette",
    now: (nats: string, ess: string) => `${nats} nats · ${answers(ess)}`,
    valueText: (share: string, nats: string, ess: string) =>
      `${share} of the way to the edge, drift ${nats} nats, carried by ${answers(ess)}`,
    beyond: "beyond the edge",
    edge: "edge",
    none: "no target is above today’s level",
    nats: "nats",
  },
  compare: {
    lead: "Keep the palette under a name as a [scenario](scenario), change it, and see both side by side. Levels can be read as [quantiles](quantile).",
    keep: "Keep this palette",
    name: "Name of the scenario",
    current: "now",
    original: "original",
    units: "Levels as",
    raw: "raw levels",
    quantiles: "quantiles",
    columns: {
      scenario: "Scenario",
      drift: "Drift, nats",
      ess: "Answers",
      reference: "Reference",
      actions: "Change",
    },
    verdicts: {
      reachable: "reachable",
      thin: "reachable, few answers carry it",
      boundary: "on the edge of reach",
      "out-of-reach": "out of reach; closest safe mix shown",
      "not-settled": "not settled",
    },
    closest: "✕ is out of reach: its row shows the closest safe mix.",
    caption: "Realised levels of every scenario",
    reference: (name: string) => `Compare the others with ${name}`,
    noReference: "no reference",
    restore: "Restore",
    restoreNamed: (name: string) => `Restore ${name}`,
    earlier: (name: string) => `Move ${name} up`,
    later: (name: string) => `Move ${name} down`,
    rename: (name: string) => `Name of ${name}`,
    delete: (name: string) => `Delete ${name}`,
    deleted: (name: string) => `${name} deleted.`,
    undo: "Undo",
    empty:
      "Nothing kept yet. Keep this palette, move a slider, and the two stand side by side here.",
  },
  sequential: {
    lead: "Each value is aligned alone, one after the other in the order of the palette, the others frozen. One round is not enough, but the rounds approach what all at once reaches.",
    show: "Show",
    levels: "levels",
    prices: "prices λ",
    outOfReach:
      "One value at a time never arrives where all at once cannot: the palette is out of reach. Take one of the suggestions under the verdict first.",
  },
  pairs: {
    lead: "Every pair of values, the others at their targets. Choose one to see it large above.",
    progress: (done: number, all: number) => `${done} of ${all} pairs`,
  },
  distributions: {
    lead: "One value large: how the answers are spread today and in the new mix, with its [quantiles](quantile) and [win rate](winRate).",
    value: "Value",
    shape: "Drawn as",
    density: "density",
    histogram: "histogram",
    ecdf: "cumulative",
    winRate: (rate: string) =>
      `An answer of the new mix beats one of today’s in **${rate}** of draws.`,
    quantile: (p: string, before: string, after: string) => `${p}: ${before} → ${after}`,
  },
  mixes: {
    view: "Figure",
    cloud: "Random mixes",
    lambda: "λ space",
    linear: "Linear is enough",
    cloudLead:
      "Where random linear mixes lead: each point is one mix of values with weights [λ](lambda), at the levels it reaches. Arrows go from today to your palette and to each value alone.",
    lambdaLead:
      "Random mixes of the values along the axes and of no other, by their weights [λ](lambda). Set off are those that leave none of the mixed values below today; what becomes of the others is not asked. Three values can also be seen flat, along the first two.",
    linearLead:
      "Any cleverer way to combine the values, here three of them, has a plain weighted sum that reaches at least the same levels at no more drift.",
    axes: "Axes",
    raw: "raw levels",
    quantiles: "quantiles",
    among: "Values along the axes",
    two: "two values",
    three: "three values",
    projected: "three, flat",
    kinds: {
      min: "the worst of all",
      "soft-min": "a soft worst of all",
      "product-of-sigmoids": "product of sigmoids",
      formula: "your formula",
    },
    named: (kind: string, strength: string) => `${kind}, × ${strength}`,
    formula: "Your own formula",
    formulaHint: (example: string) => `for example ${example}`,
    formulaWrong: {
      "too-long": (_: number, [most]: readonly string[]) => `At most ${most} characters, please.`,
      "too-deep": () => "Too many parentheses within parentheses.",
      "unknown-sign": (at: number) => `The sign at place ${at} means nothing here.`,
      "unknown-name": (at: number, names: readonly string[]) =>
        `The name at place ${at} is no value of this data. There are ${names.join(", ")}.`,
      "unknown-function": (at: number, names: readonly string[]) =>
        `The function at place ${at} is not known. There are ${names.join(", ")}.`,
      "wrong-arguments": (at: number, [count]: readonly string[]) =>
        `The function at place ${at} takes ${count === "1" ? "one number" : `${count} numbers`}.`,
      "operand-expected": (at: number) =>
        `At place ${at} a number, a name or a function is missing.`,
      "sign-expected": (at: number, [sign]: readonly string[]) =>
        `At place ${at} “${sign}” is missing.`,
      "end-expected": (at: number) => `The formula should end before place ${at}.`,
    } as Record<
      | "too-long"
      | "too-deep"
      | "unknown-sign"
      | "unknown-name"
      | "unknown-function"
      | "wrong-arguments"
      | "operand-expected"
      | "sign-expected"
      | "end-expected",
      (at: number, expected: readonly string[]) => string
    >,
    formulaUnusable: "The formula has no value for some answers.",
    few: "A mix needs two values that take part.",
    natsPer: "nats per unit",
  },
  trust: {
    lead: "The answers are a sample. This is how much the figures would change with other answers of the same kind, and what picking one of several answers would reach.",
    sentence: (name: string, level: string, error: string, target: string) =>
      `On answers it has not seen, ${name} reaches **${level} ± ${error}**; the target was ${target}.`,
    sentenceThin: (ess: string) =>
      `Only about ${ess} answers carry the mix in each part that was measured: too few to tell, and they pull the figure back to today’s.`,
    more: "How far to trust this",
    outOfReach:
      "The palette is out of reach, so there is nothing to trust yet. Take one of the suggestions under the verdict first.",
    intervals: "90 % intervals",
    levels: "levels this mix would really reach",
    prices: "prices λ",
    drift: "drift",
    nats: "nats",
    narrow:
      "At this drift, or with so few answers, intervals like these are known to be **likely too narrow**: those of the levels may hold the true figure less than 85 times in 100.",
    withinPrompts:
      "They tell of other prompts with as many answers to each. With more answers to a prompt the prices would come out lower.",
    checkAgrees: (times: string, most: string) =>
      `Checked by drawing the answers anew ${times} times: prices and drift spread as these intervals say, to within ${most}.`,
    checkAgreesNarrow: (times: string, most: string) =>
      `Drawing the answers anew ${times} times gives the same spread to within ${most}. Both rest on the same few answers, though: at this drift such intervals are **likely too narrow**.`,
    checkWider: (times: string, name: string, ratio: string) =>
      `Drawn anew ${times} times, ${name} spreads **${ratio} times as widely** as these intervals say. Believe the wider.`,
    checkTighter: (times: string, name: string, ratio: string) =>
      `Drawn anew ${times} times, ${name} spreads only ${ratio} times as widely as these intervals say.`,
    checkLost: (lost: string, times: string) =>
      `In **${lost} of ${times}** such draws the palette was out of reach.`,
    checkNone: "With so many answers, the check by drawing them anew is left out.",
    heldOut: "On answers it has not seen",
    heldOutLead: (folds: string, of: string) =>
      `Fitted on nine tenths of the answers and measured on the rest, in turn (${folds} of ${of} parts could be reached). Mean ± standard error.`,
    heldOutThin: (ess: string) =>
      `In a part only about ${ess} answers carry the mix: so few pull these levels back to today’s, and ± does not cover that. The mix would reach more.`,
    heldOutNone: "On parts of the answers the palette cannot be reached, so there is no figure.",
    columns: { value: "Value", heldOut: "Unseen answers", target: "Target", inSample: "In-sample" },
    forecast: "If one of k answers is picked",
    forecastLead: (needed: string) =>
      `Levels to expect when the best of k answers is picked by the mix. At least [${needed} answers a prompt](needed) are necessary. Answers to different prompts are drawn together, so this is **optimistic**.`,
    forecastWithin:
      "Levels to expect when the best of k answers to the same prompt is picked by the mix; a prompt that has fewer gives all it has. With all answers to every prompt this is the mix itself, so there is no number of answers that would be necessary.",
  },
  answers: {
    lead: "The answers that the mix lifts most and lowers most.",
    noTextInFile:
      "This file has no answer texts to read. With a column of answer texts in it, used as “answer text” on the Data page, the answers that the mix lifts and lowers stand here.",
    noText:
      "This is a calibrated synthetic sample: it holds numbers only, no answers to read. Open a file of your own with a column of answer texts to see which ones the mix lifts and lowers.",
    order: "First",
    orders: {
      lifted: "most lifted",
      lowered: "most lowered",
      prompts: "favourite of each prompt",
    },
    promptCount: (count: string) => `The favourite answers of ${count} prompts`,
    share: (before: string, after: string) => `${before} → ${after} of its prompt`,
    whole: "One answer",
    search: "Search the texts",
    count: (found: string, all: string) => `${found} of ${all} answers`,
    weight: (before: string, after: string) => `weight ${before} → ${after}`,
    factor: (times: string) => `× ${times}`,
    list: "Answers by how much they are lifted",
    none: "No answer holds this text.",
    prompt: (prompt: string) => `to: ${prompt}`,
  },
  mode: {
    label: "Prompts",
    pooled: "all answers together",
    "per-prompt": "each prompt by itself",
    pooledHint: "Weight may move from one prompt to another.",
    perPromptHint:
      "Weight only moves among the answers to the same prompt, so it costs at least as much.",
    few: (median: number) =>
      `Half of the prompts have at most ${median} answers; below 8 the prices are overstated.`,
    lonely: (single: string, prompts: string) =>
      `Each prompt by itself says little here: ${single} of ${prompts} prompts have a single answer, which leaves nothing to choose.`,
  },
  region: {
    others: "Other values",
    targets: "others at targets",
    free: "free",
    behind: (weights: string) => `λ: ${weights}`,
    hull: "on the edge: no finite λ",
    weight: (name: string, lambda: string) => `${name} ${lambda}`,
    nothing: "all 0",
  },
};
