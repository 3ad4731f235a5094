/** The rail of sliders. Numbers arrive formatted. */
export const palette = {
  heading: "Palette",
  preset: {
    none: "own mix",
    choose: "Choose a preset",
    hhh: (percent: string) => `HHH ${percent}`,
    hhhDetail: "Humor, Helpfulness, Harmlessness; the rest held",
    alone: (name: string, percent: string) => `${name} alone at ${percent}`,
    all: (percent: string) => `All values at ${percent}`,
    together: "Together",
    single: "One value alone",
  },
  undo: "Undo",
  redo: "Redo",
  reset: "Reset",
  resetHint: "Back to the first palette of this data",
  participation: {
    label: (name: string) => `How ${name} takes part`,
    target: "target",
    hold: "hold at today’s level",
    out: "left out",
  },
  slider: (name: string) => `${name}: target`,
  field: (name: string, unit: string) => `${name}: target in ${unit}`,
  /** What a typed target was taken for, where another may have been meant. */
  doubt: {
    below: (percent: string) =>
      `Equal answers count half, so no level lies below q${percent}: taken as q${percent}.`,
    above: (percent: string) =>
      `Equal answers count half, so no level lies above q${percent}: taken as q${percent}.`,
    share: (percent: string) => `Taken as ${percent} %.`,
    instead: (percent: string) => `${percent} % instead`,
  },
  bad: {
    raw: "A number, such as 1.5",
    quantile: "A percentage from 0 to 100, such as 70",
    sd: "A number of standard deviations, such as 0.5",
    likelihood: "A percentage above −100, such as 20 for a fifth more likely",
  },
  range: (low: string, high: string) => `the raw target lies between ${low} and ${high}`,
  order: {
    move: (name: string, place: number, count: number) =>
      `Move ${name}: ${place} of ${count} in the order of priority`,
    hint: "Drag, or use the arrow keys, to change the order of priority",
  },
  unit: {
    label: (name: string) => `Unit of ${name}`,
    all: "targets as",
    allLabel: "Unit of all targets",
    mixed: "several units",
    raw: "raw reward",
    quantile: "quantile of today’s answers",
    sd: "sd above today’s mean",
    likelihood: "more likely, in percent",
    short: { raw: "raw", quantile: "q", sd: "sd", likelihood: "% l." },
  },
  price: {
    costs: (price: string, step: string) => `≥ ${price} nats for ${step}`,
    beyond: (step: string) => `${step} is out of reach`,
    shared: "price is shared",
    free: "met for free",
    held: (price: string, step: string) => `held · ≥ ${price} nats for ${step}`,
    heldFree: "held · met for free",
    out: "left out",
    constant: "never varies",
    edge: "no price at the edge",
  },
  valueText: (target: string, unit: string, verdict: string) => `${target} ${unit}, ${verdict}`,
  heldText: (level: string) => `held at today’s level, ${level}`,
  verdicts: {
    reachable: "reachable",
    thin: "reachable, few answers carry it",
    boundary: "on the edge of reach",
    "out-of-reach": "out of reach",
    "not-settled": "not settled",
    waiting: "being worked out",
  },
};
