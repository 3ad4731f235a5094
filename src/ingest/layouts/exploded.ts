import { type Fields, isFields } from "../table/fields.ts";
import type { RawTable } from "../table/raw-table.ts";
import {
  cellsOf,
  firstOf,
  fromRows,
  has,
  type Layout,
  lastTextOf,
  numberOf,
  textOf,
} from "./layout.ts";

const ASKED = { prompt: { use: "prompt" }, response: { use: "response" } } as const;
const IGNORE = { use: "ignore" } as const;
const SIDES = ["chosen", "rejected"];

/** Scores that may be a number or a list of them. */
function scored(value: unknown): Fields {
  if (!Array.isArray(value)) return { score: numberOf(value) };
  if (value.length === 1) return { score: numberOf(value[0]) };
  return Object.fromEntries(value.map((v, k) => [`score ${k + 1}`, numberOf(v)]));
}

/** RewardBench results: a chosen and a rejected text with their scores become two answers. */
export const rewardbench: Layout = {
  name: "rewardbench",
  fits: (raw) => has(raw, "text_chosen", "text_rejected", "scores_chosen", "scores_rejected"),
  layOut(raw) {
    const ids = cellsOf(raw, "id");
    const subsets = cellsOf(raw, "subset");
    const rows: Fields[] = [];
    for (let j = 0; j < raw.rows; j++)
      for (const side of SIDES)
        rows.push({
          prompt: `${textOf(subsets[j])} ${textOf(ids[j]) || String(j + 1)}`.trim(),
          response: textOf(cellsOf(raw, `text_${side}`)[j]),
          side,
          ...scored(cellsOf(raw, `scores_${side}`)[j]),
        });
    return fromRows(rows, ASKED);
  },
};

/** Binarized preferences: `chosen` and `rejected` with a score each become two answers. */
export const binarized: Layout = {
  name: "binarized",
  fits: (raw) => has(raw, "chosen", "rejected", "score_chosen", "score_rejected"),
  layOut(raw) {
    const prompts = cellsOf(raw, "prompt");
    const rows: Fields[] = [];
    for (let j = 0; j < raw.rows; j++)
      for (const side of SIDES)
        rows.push({
          prompt: textOf(prompts[j]) || `prompt ${j + 1}`,
          response: lastTextOf(cellsOf(raw, side)[j]),
          side,
          score: numberOf(cellsOf(raw, `score_${side}`)[j]),
        });
    return fromRows(rows, ASKED);
  },
};

const LAST_TURN = /^([\s\S]*)\n\nAssistant:([\s\S]*)$/;

/** Preferences without scores: each text is an answer, to be scored here; a dialogue is split before its last answer. */
export const preferences: Layout = {
  name: "preferences",
  fits: (raw) => has(raw, "chosen", "rejected") && raw.columns.length === 2,
  layOut(raw) {
    const rows = SIDES.flatMap((side) =>
      Array.from(cellsOf(raw, side), (cell, j): Fields => {
        const text = lastTextOf(cell);
        const [, prompt = `prompt ${j + 1}`, response = text] = LAST_TURN.exec(text) ?? [];
        return { prompt: prompt.trim(), response: response.trim(), side };
      }),
    );
    return fromRows(rows, ASKED);
  },
};

/** UltraFeedback: four completions per instruction, each rated on four aspects. */
export const ultrafeedback: Layout = {
  name: "ultrafeedback",
  fits(raw) {
    const completions = firstOf(raw, "completions");
    return has(raw, "instruction") && Array.isArray(completions) && isFields(completions[0]);
  },
  layOut(raw) {
    const instructions = cellsOf(raw, "instruction");
    const rows = Array.from(cellsOf(raw, "completions"), (completions, j) =>
      (Array.isArray(completions) ? completions : []).filter(isFields).map((completion): Fields => {
        const annotations = isFields(completion.annotations) ? completion.annotations : {};
        const ratings = Object.entries(annotations).map(([aspect, rated]) => {
          const one = Array.isArray(rated) ? rated[0] : rated;
          return [aspect, isFields(one) ? numberOf(one.Rating) : numberOf(one)];
        });
        return {
          prompt: textOf(instructions[j]),
          response: textOf(completion.response),
          model: textOf(completion.model),
          ...Object.fromEntries(ratings),
          overall_score: numberOf(completion.overall_score),
        };
      }),
    ).flat();
    return fromRows(rows, { ...ASKED, overall_score: IGNORE });
  },
};

/** PKU-SafeRLHF: two answers per prompt, each safe or not, with a severity that is a cost. */
export const safeRlhf: Layout = {
  name: "safe-rlhf",
  fits: (raw) => has(raw, "prompt", "response_0", "response_1", "is_response_0_safe"),
  layOut(raw) {
    const prompts = cellsOf(raw, "prompt");
    const sides = [safeSide(raw, 0), safeSide(raw, 1)];
    const rows = Array.from(prompts, (prompt, j) =>
      sides.map((side): Fields => ({ prompt: textOf(prompt), ...side.answer(j) })),
    ).flat();
    const harms = new Set(sides.flatMap((side) => side.harms()));
    const ignored = Object.fromEntries(
      [...harms].map((name) => [name, { use: "ignore", lowerIsBetter: true } as const]),
    );
    return fromRows(rows, { ...ASKED, severity: { lowerIsBetter: true }, ...ignored });
  },
};

/** Reads the first (0) or second (1) answer of a row, and the kinds of harm that such answers name. */
function safeSide(raw: RawTable, k: 0 | 1) {
  const responses = cellsOf(raw, `response_${k}`);
  const safe = cellsOf(raw, `is_response_${k}_safe`);
  const categories = cellsOf(raw, `response_${k}_harm_category`);
  const severities = has(raw, `response_${k}_severity_level`)
    ? cellsOf(raw, `response_${k}_severity_level`)
    : null;
  const better = has(raw, "better_response_id") ? cellsOf(raw, "better_response_id") : null;
  const fieldsOf = (cell: unknown): Fields => (isFields(cell) ? cell : {});
  return {
    harms: () => Array.from(categories, (cell) => Object.keys(fieldsOf(cell))).flat(),
    answer: (j: number): Fields => ({
      response: textOf(responses[j]),
      safe: numberOf(safe[j]),
      ...(severities && { severity: numberOf(severities[j]) }),
      ...(better && { preferred: numberOf(better[j]) === k ? 1 : 0 }),
      ...fieldsOf(categories[j]),
    }),
  };
}

const BOOKKEEPING = new Set([
  "doc_id",
  "doc",
  "target",
  "arguments",
  "resps",
  "filtered_resps",
  "filter",
  "metrics",
  "doc_hash",
  "prompt_hash",
  "target_hash",
]);

/** Samples of the lm-evaluation-harness: numeric metrics of each document; a document filtered twice counts once. */
export const lmEval: Layout = {
  name: "lm-eval",
  fits: (raw) => has(raw, "doc_id", "doc", "resps", "filtered_resps"),
  layOut(raw) {
    const rows: Fields[] = [];
    const seen = new Set<string>();
    for (let j = 0; j < raw.rows; j++) {
      const cell = (name: string) => cellsOf(raw, name)[j];
      const key = `${textOf(cell("doc_id"))}\u0000${textOf(cell("filter"))}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const metrics = raw.columns
        .filter((c) => !BOOKKEEPING.has(c.name))
        .flatMap((c): [string, unknown][] => {
          const value = c.cells[j];
          return isFields(value)
            ? Object.entries(value).map(([k, v]) => [`${c.name} ${k}`, numberOf(v)])
            : [[c.name, numberOf(value)]];
        });
      const doc = cell("doc");
      rows.push({
        prompt: isFields(doc)
          ? textOf(doc.question ?? doc.query ?? JSON.stringify(doc))
          : textOf(doc),
        response: textOf(cell("resps")),
        filter: textOf(cell("filter")),
        ...Object.fromEntries(metrics),
      });
    }
    return fromRows(rows, ASKED);
  },
};

const GRADES: Readonly<Record<string, number>> = { C: 1, I: 0, P: 0.5, N: 0 };

/** Inspect logs: the scores of each sample and epoch; C, P, I and N are 1, ½, 0 and 0. */
export const inspect: Layout = {
  name: "inspect",
  fits: (raw) => has(raw, "id", "input") && isFields(firstOf(raw, "scores")),
  layOut(raw) {
    const outputs = cellsOf(raw, "output");
    const dialogues = cellsOf(raw, "messages");
    const rows = Array.from(cellsOf(raw, "scores"), (scores, j): Fields => {
      const graded = Object.entries(isFields(scores) ? scores : {}).flatMap(([name, score]) =>
        gradesOf(name, isFields(score) && "value" in score ? score.value : score),
      );
      return {
        prompt: textOf(cellsOf(raw, "input")[j]) || textOf(cellsOf(raw, "id")[j]),
        response: answerOf(outputs[j]) || lastAnswerOf(dialogues[j]),
        ...Object.fromEntries(graded),
      };
    });
    return fromRows(rows, ASKED);
  },
};

/** A grade, or several of one scorer. */
function gradesOf(name: string, value: unknown): (readonly [string, number | null])[] {
  if (isFields(value))
    return Object.entries(value).flatMap(([key, one]) => gradesOf(`${name}.${key}`, one));
  if (Array.isArray(value)) return value.flatMap((one, k) => gradesOf(`${name} ${k + 1}`, one));
  return [
    [name, typeof value === "string" && value in GRADES ? GRADES[value] : numberOf(value)] as const,
  ];
}

/** What a model wrote, as Inspect keeps it: the completion, or the message of its first choice. */
function answerOf(output: unknown): string {
  if (!isFields(output)) return textOf(output);
  const [choice] = Array.isArray(output.choices) ? output.choices : [];
  const message = isFields(choice) ? (choice.message ?? choice) : "";
  return textOf(output.completion) || textOf(message);
}

function lastAnswerOf(messages: unknown): string {
  const all = Array.isArray(messages) ? messages.filter(isFields) : [];
  return textOf(all.filter(({ role }) => role === "assistant").at(-1) ?? "");
}
