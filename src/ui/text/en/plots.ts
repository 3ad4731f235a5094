import { plurals } from "../plural.ts";

const plural = plurals("en");

/** Words on and about the figures. Numbers arrive already written. */
export const plots = {
  numbers: "Table of these numbers",
  save: {
    as: "Save as",
    formats: {
      svg: "SVG, a drawing that scales",
      png: "PNG, a picture",
      csv: "CSV, the numbers",
    },
  },
  axisTitle: (label: string, unit: string, lowerIsBetter: boolean) =>
    `${label} (${unit}${lowerIsBetter ? ", lower is better" : ""})`,
  withUnit: (value: string, unit: string) => `${value} ${unit}`,
  valueNow: (label: string, value: string) => `${label} ${value}`,
  reach: {
    reachable: "reachable",
    thin: "reachable, few answers carry it",
    "out-of-reach": "out of reach",
    unsettled: "not settled",
  },
  region: {
    title: (x: string, y: string) => `What is reachable of ${x} and ${y}`,
    today: "today",
    palette: "your palette",
    realised: "realised",
    closestSafeMix: "closest safe mix",
    alone: (label: string) => `${label} alone`,
    nats: (budget: number, written: string) => `${written} ${plural(budget, "nat", "nats")}`,
    beyond: {
      pooled: "out of reach for any mix of these answers",
      "per-prompt": "out of reach for any choice among each prompt’s answers",
    },
    beyondShort: "out of reach",
    hatched: "put out of reach by the other targets",
    hatchedShort: "the others forbid it",
    empty:
      "The targets of the other values already conflict, so no level of these two can be reached. Lower or leave out one of the others.",
    summary: (s: {
      x: string;
      y: string;
      today: string;
      asked: string;
      reach: string;
      realised: string;
      most: string | null;
      mode: "pooled" | "per-prompt";
      budgets: string;
    }) =>
      `${s.x} runs across, ${s.y} upwards. Today: ${s.today}. The palette asks for ${s.asked}: ${s.reach}. Realised: ${s.realised}. ` +
      (s.most === null
        ? "The targets of the other values already conflict."
        : `With the other values at their targets, ${s.mode === "pooled" ? "a mix reaches" : "choosing among the answers to each prompt reaches"} at most ${s.most}. Contour lines of drift: ${s.budgets}.`),
    fronts: "Points of the drift contours",
    frontsRole: "points along contours",
    frontPoint: (drift: string, x: string, y: string) => `${drift}: ${x}, ${y}`,
    adopt: "click to make it the palette",
    adoptKey: "Enter makes it the palette",
    target: "Target",
    targetRole: "two-dimensional slider",
    targetText: (x: string, y: string, reach: string) => `${x}, ${y}: ${reach}`,
    columns: { point: "Point", drift: "Drift, nats" },
    edge: (n: number) => `Edge, others at their targets, ${n}`,
    edgeFree: (n: number) => `Edge, others free, ${n}`,
    front: (n: number) => `Front, ${n}`,
  },
  ridges: {
    title: "Distributions before and after, one row per value",
    change: (before: string, after: string) => `${before} → ${after}`,
    summary: (label: string, before: string, after: string, target: string | null) =>
      `${label}: mean ${before} before, ${after} after${target === null ? "" : `, target ${target}`}.`,
    before: "before",
    after: "after",
    means: "their means",
    target: "target",
    unit: (unit: string) => `across: ${unit}`,
    columns: {
      value: "Value",
      before: "Mean before",
      after: "Mean after",
      target: "Target",
      least: "Least",
      greatest: "Greatest",
      unit: "Unit",
    },
    none: "–",
  },
  track: {
    summary: (s: {
      label: string;
      before: string;
      after: string;
      most: string | null;
      lowerIsBetter: boolean;
    }) =>
      `${s.label}: mean ${s.before} before, ${s.after} now` +
      (s.most === null
        ? ""
        : `; the other targets allow ${s.lowerIsBetter ? "no less" : "no more"} than ${s.most}`),
  },
};
