import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sourceOfBytes } from "../bytes/source.ts";
import type { KindOfFile } from "./kind-of-file.ts";

const ASKED = { prompt: "prompt", response: "response" } as const;
const HELPED = ["helpful", "harmless", "humor"];

const kept = (name: string) =>
  sourceOfBytes(readFileSync(join(import.meta.dirname, "kinds", name)), name);

function fromFile(
  names: string | readonly string[],
  rows: number,
  values: readonly string[],
  more: Partial<KindOfFile> = {},
): KindOfFile {
  const list = typeof names === "string" ? [names] : names;
  return { what: list.join(" + "), sources: list.map(kept), rows, values, ...more };
}

/** Kinds of which a file stands in `kinds/`, and what becomes of it. */
export const KEPT_KINDS: readonly KindOfFile[] = [
  fromFile("nested-scores.jsonl", 30, ["scores.helpful", "scores.harmless", "scores.humor"], {
    ...ASKED,
    readings: ["nested"],
  }),
  fromFile(
    "promptfoo-results.json",
    8,
    ["latencyMs↓", "cost↓", "score", "success", "namedScores.relevance", "namedScores.tone"],
    {
      prompt: "vars.q",
      response: "response.output",
      readings: ["part", "nested"],
      problems: ["constant-column"],
    },
  ),
  fromFile("responses-rewards.jsonl", 48, ["rewards"], {
    prompt: "prompt",
    response: "responses",
    readings: ["answers"],
  }),
  fromFile("pandas-columns.json", 12, HELPED, { ...ASKED, readings: ["frame"] }),
  fromFile("long-scores.csv", 16, HELPED, { readings: ["long"] }),
  fromFile("python-nan.json", 12, ["helpful", "harmless"], {
    ...ASKED,
    readings: ["groups"],
    problems: ["bare-numbers", "not-finite"],
  }),
  fromFile("python-nan.jsonl", 12, ["helpful", "harmless"], {
    ...ASKED,
    problems: ["bare-numbers"],
  }),
  fromFile("truncated.jsonl", 20, HELPED, { ...ASKED, problems: ["bad-line"] }),
  fromFile("sparse-rewards.jsonl", 24, ["math_reward"], { ...ASKED, readings: ["groups"] }),
  fromFile("verl-rollout.jsonl", 24, ["score", "acc", "format_reward"], {
    prompt: "input",
    response: "output",
    problems: ["constant-column"],
  }),
  fromFile("mtbench-single.jsonl", 24, ["score"], {
    prompt: "user_prompt",
    readings: ["sentinels"],
  }),
  fromFile("dict-in-cell.csv", 12, ["named_scores.helpful", "named_scores.harmless"], {
    prompt: "prompt",
    response: "output",
    readings: ["parsed", "nested"],
  }),
  fromFile("labels.csv", 12, ["guard", "verdict", "grade"], ASKED),
  fromFile("rating-words.csv", 12, ["helpful", "harmless"], ASKED),
  fromFile("messages.jsonl", 24, ["reward", "safety"], { ...ASKED, readings: ["messages"] }),
  fromFile(
    "mlflow-table.json",
    12,
    [
      "toxicity/v1/score↓",
      "flesch_kincaid_grade_level/v1/score",
      "answer_relevance/v1/score",
      "latency↓",
    ],
    { prompt: "inputs", response: "outputs" },
  ),
  fromFile("camel.csv", 12, ["latencyMs↓", "totalCost↓", "humor", "care"]),
  fromFile("zip-with-readme.zip", 24, HELPED, { ...ASKED, readings: ["archive"] }),
  fromFile("zip-train-test.zip", 48, HELPED, { ...ASKED, readings: ["split", "archive"] }),
  {
    ...fromFile("zip-train-test.zip", 24, HELPED, { ...ASKED, readings: ["split", "archive"] }),
    what: "one split of an archive",
    picks: { split: "train" },
  },
  fromFile(["scores-helpful.csv", "scores-harmless.csv"], 24, ["helpful", "harmless"], {
    readings: ["files"],
  }),
  fromFile(["rm1.csv", "rm2.csv"], 24, ["helpful", "harmless"], { ...ASKED, readings: ["files"] }),
  fromFile("reference-first.csv", 24, ["score_care", "score_wit"], {
    prompt: "question",
    response: "answer",
  }),
  fromFile("excel-errors.csv", 24, ["ratio", "logratio", "humor"], {
    ...ASKED,
    readings: ["groups"],
    problems: ["cell-errors"],
  }),
  fromFile("sentinels.csv", 24, HELPED, { ...ASKED, readings: ["sentinels", "groups"] }),
  fromFile("comment-lines.csv", 24, ["helpful", "harmless"], {
    ...ASKED,
    problems: ["title-rows"],
  }),
  fromFile("python-repr.json", 24, ["helpful", "harmless"], {
    ...ASKED,
    readings: ["dialect"],
    problems: ["constant-column"],
  }),
  fromFile("header-row-first.json", 24, ["helpful", "harmless"], ASKED),
  fromFile("rewards-vector.jsonl", 24, ["rewards 1", "rewards 2", "rewards 3"], {
    ...ASKED,
    readings: ["vectors"],
  }),
  fromFile("prism-utterances.jsonl", 24, ["score", "if_chosen"], {
    prompt: "user_prompt",
    response: "model_response",
  }),
  fromFile("openai-evals.jsonl", 24, ["data.correct", "data.score"], {
    readings: ["nested", "events"],
  }),
  fromFile("stray-quote-csv.csv", 50, ["helpful", "harmless"], ASKED),
  fromFile("quote-then-text.csv", 30, ["helpful", "harmless"], ASKED),
  fromFile("space-before-quote.csv", 20, ["helpful", "harmless"], {
    prompt: "prompt",
    response: "answer",
  }),
  fromFile("stars.csv", 20, ["helpful", "stars"], { prompt: "prompt", response: "answer" }),
  fromFile("name-with-comma.csv", 20, ["care, warmth", "kind=nice", "harmless"], {
    prompt: "prompt",
    response: "answer",
  }),
  {
    what: "a column called text",
    sources: [
      sourceOfBytes(
        new TextEncoder().encode("text,care,wit\none thing,1,2\nanother thing,2,5\n"),
        "texts.csv",
      ),
    ],
    rows: 2,
    values: ["care", "wit"],
    response: "text",
  },
];
