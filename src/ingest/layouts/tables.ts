import { isFields } from "../table/fields.ts";
import { cellsOf, firstOf, has, hinted, type Layout, textOf } from "./layout.ts";

const IGNORE = { use: "ignore" } as const;

/** The paper's own samples: `prompt`, `generated` and a number per value. */
export const map: Layout = {
  name: "map",
  fits: (raw) => has(raw, "prompt", "generated"),
  layOut: (raw) => hinted(raw, { prompt: { use: "prompt" }, generated: { use: "response" } }),
};

/** Completions that TRL logs: one column per reward function, several answers per prompt. */
export const trl: Layout = {
  name: "trl",
  fits: (raw) => has(raw, "step", "prompt", "completion"),
  layOut(raw) {
    const names = raw.columns.map((c) => c.name);
    const isSummed = names.some((name) => name.startsWith("reward_"));
    const steps = cellsOf(raw, "step");
    const prompts = cellsOf(raw, "prompt");
    const grouped = raw.columns.map((column) => {
      if (column.name === "prompt")
        return {
          name: "prompt",
          cells: Array.from(prompts, (p, j) => `${textOf(p)} · step ${steps[j]}`),
        };
      return column.name === "completion"
        ? { name: "completion", cells: Array.from(column.cells, textOf) }
        : column;
    });
    return hinted(
      { ...raw, columns: grouped },
      {
        prompt: { use: "prompt" },
        completion: { use: "response" },
        step: IGNORE,
        advantage: IGNORE,
        ...(isSummed ? { reward: IGNORE } : {}),
      },
    );
  },
};

/** Weights that this project exported: the rewards of each answer go by their values' names again, the weights are left out. */
export const weights: Layout = {
  name: "weights",
  fits: (raw) =>
    has(raw, "row", "weight_before", "weight_after") &&
    raw.columns.some(({ name }) => REWARD.test(name)),
  layOut(raw) {
    const columns = raw.columns.map(({ name, cells }) =>
      name === "prompt"
        ? { name, cells: Array.from(cells, (prompt) => `prompt ${Number(prompt) + 1}`) }
        : { name: name.replace(REWARD, ""), cells },
    );
    const others = ["row", "weight_before", "weight_after", "ratio"];
    return hinted(
      { ...raw, columns },
      {
        ...Object.fromEntries(others.map((name) => [name, IGNORE])),
        prompt: { use: "prompt" },
      },
    );
  },
};
const REWARD = /^reward_(?=.)/;

const HELPSTEER = ["helpfulness", "correctness", "coherence", "complexity", "verbosity"];

/** HelpSteer and HelpSteer2: five attributes from 0 to 4; whether long or complex is better is for the user to say. */
export const helpsteer: Layout = {
  name: "helpsteer",
  fits: (raw) => has(raw, "prompt", "response", ...HELPSTEER),
  layOut: (raw) =>
    hinted(
      {
        ...raw,
        columns: raw.columns.map((c) =>
          ["prompt", "response"].includes(c.name)
            ? { name: c.name, cells: Array.from(c.cells, textOf) }
            : c,
        ),
      },
      {
        prompt: { use: "prompt" },
        response: { use: "response" },
        complexity: { isDirectionOpen: true },
        verbosity: { isDirectionOpen: true },
      },
    ),
};

const ARMORM = [
  ...HELPSTEER.map((name) => `helpsteer-${name}`),
  ..."overall_score instruction_following truthfulness honesty helpfulness"
    .split(" ")
    .map((name) => `ultrafeedback-${name}`),
  "beavertails-is_safe",
  "prometheus-score",
  "argilla-overall_quality",
  "argilla-judge_lm",
  ..."complexity style explanation instruction-following readability"
    .split(" ")
    .map((name) => `code-${name}`),
];

/** ArmoRM's nineteen objectives, as nineteen columns without names or as one column of lists. */
export const armorm: Layout = {
  name: "armorm",
  fits(raw) {
    const rewards = firstOf(raw, "rewards");
    if (Array.isArray(rewards) && rewards.length === ARMORM.length) return true;
    return raw.columns.length === ARMORM.length && raw.columns.every((c) => /\d+$/.test(c.name));
  },
  layOut(raw) {
    const open = { isDirectionOpen: true };
    const hints = {
      "helpsteer-complexity": open,
      "helpsteer-verbosity": open,
      "code-complexity": open,
      gating_output: IGNORE,
      score: IGNORE,
    };
    if (!has(raw, "rewards")) {
      const columns = raw.columns.map((c, i) => ({ name: ARMORM[i], cells: c.cells }));
      return hinted({ ...raw, columns }, hints);
    }
    const lists = cellsOf(raw, "rewards");
    const columns = ARMORM.map((name, i) => ({
      name,
      cells: Array.from(lists, (list) => (Array.isArray(list) ? list[i] : null)),
    }));
    const others = raw.columns.filter((c) => c.name !== "rewards");
    return hinted({ ...raw, columns: [...others, ...columns] }, hints);
  },
};

/** BeaverTails: one answer with fourteen kinds of harm; safe is 1. */
export const beavertails: Layout = {
  name: "beavertails",
  fits: (raw) => has(raw, "prompt", "response", "is_safe") && isFields(firstOf(raw, "category")),
  layOut(raw) {
    const categories = Array.from(cellsOf(raw, "category"), (c) => (isFields(c) ? c : {}));
    const names = [...new Set(categories.flatMap((c) => Object.keys(c)))];
    const columns = [
      ...raw.columns.filter((c) => c.name !== "category"),
      ...names.map((name) => ({ name, cells: categories.map((c) => c[name] ?? null) })),
    ];
    const harms = Object.fromEntries(
      names.map((name) => [name, { use: "ignore", lowerIsBetter: true } as const]),
    );
    return hinted({ ...raw, columns }, { is_safe: { use: "value" }, ...harms });
  },
};

/** Phoenix evaluations: cells of `…_score` hold a score, a label and a direction. */
export const phoenix: Layout = {
  name: "phoenix",
  fits: (raw) =>
    raw.columns.some((c) => {
      const cell = firstOf(raw, c.name);
      return c.name.endsWith("_score") && isFields(cell) && "score" in cell;
    }),
  layOut(raw) {
    const hints: Record<string, { lowerIsBetter: boolean }> = {};
    const columns = raw.columns.map((column) => {
      const cell = firstOf(raw, column.name);
      if (!isFields(cell) || !("score" in cell)) return column;
      hints[column.name] = { lowerIsBetter: cell.direction === "minimize" };
      return {
        name: column.name,
        cells: Array.from(column.cells, (c) => (isFields(c) ? (c.score ?? null) : null)),
      };
    });
    return hinted({ ...raw, columns }, hints);
  },
};

const FOUNDATIONS = ["care", "fairness", "liberty", "loyalty", "authority", "sanctity"];

/** MIC: the six foundations that a rule of thumb touches, written as a list. */
export const mic: Layout = {
  name: "mic",
  fits: (raw) => has(raw, "moral-vector"),
  layOut(raw) {
    const vectors = Array.from(cellsOf(raw, "moral-vector"), (cell) =>
      Array.isArray(cell)
        ? cell.map(Number)
        : (textOf(cell).match(/[-+\d.e]+/gi) ?? []).map(Number),
    );
    const columns = [
      ...raw.columns.filter((c) => c.name !== "moral-vector"),
      ...FOUNDATIONS.map((name, i) => ({ name, cells: vectors.map((v) => v[i] ?? null) })),
    ];
    const others = Object.fromEntries(raw.columns.map((c) => [c.name, IGNORE]));
    const values = Object.fromEntries(FOUNDATIONS.map((name) => [name, { use: "value" } as const]));
    return hinted(
      { ...raw, columns },
      { ...others, Q: { use: "prompt" }, A: { use: "response" }, ...values },
    );
  },
};
