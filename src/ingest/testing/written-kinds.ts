import { zipSync } from "fflate";
import { dump } from "npyjs";
import { sourceOfBytes } from "../bytes/source.ts";
import type { KindOfFile } from "./kind-of-file.ts";
import { textArray } from "./text-array.ts";

const text = (content: string, name: string) =>
  sourceOfBytes(new TextEncoder().encode(content), name);
const json = (content: unknown, name = "answers.json") => text(JSON.stringify(content), name);
const lines = (...records: unknown[]) =>
  text(records.map((record) => JSON.stringify(record)).join("\n"), "answers.jsonl");
const times = <T>(count: number, of: (j: number) => T) =>
  Array.from({ length: count }, (_, j) => of(j));
const SCORED = [
  { name: "helpful", score: 0.5 },
  { name: "humor", score: 2 },
];
const npy = (numbers: readonly number[], ...shape: number[]) =>
  new Uint8Array(dump(Float64Array.from(numbers), shape));

/** Other members of the same kinds, written here, and what becomes of them. */
export const WRITTEN_KINDS: readonly KindOfFile[] = [
  {
    what: "lists of {name, score}",
    sources: [
      lines(
        ...times(4, (j) => ({
          prompt: `q${j}`,
          output: `a${j}`,
          scores: SCORED.map((s) => ({ ...s, score: s.score + j })),
        })),
      ),
    ],
    rows: 4,
    values: ["scores.helpful", "scores.humor"],
    prompt: "prompt",
    response: "output",
    readings: ["nested"],
  },
  {
    what: "HELM stats",
    sources: [
      json(
        times(4, (j) => ({
          instance_id: `id${j}`,
          stats: ["exact_match", "f1"].map((name, k) => ({
            name: { name },
            count: 1,
            sum: j + k,
            mean: j + k,
          })),
        })),
      ),
    ],
    rows: 4,
    values: ["stats.exact_match", "stats.f1"],
    readings: ["nested"],
  },
  {
    what: "several answers with several scores and scores by name",
    sources: [
      lines(
        ...times(3, (j) => ({
          prompt: `q${j}`,
          candidates: ["a", "b"].map((x) => x + j),
          scores: { helpful: [j, j + 1], harmless: [4 - j, 2] },
        })),
      ),
    ],
    rows: 6,
    values: ["scores.helpful", "scores.harmless"],
    prompt: "prompt",
    response: "candidates",
    readings: ["nested", "answers"],
  },
  {
    what: "answers as records",
    sources: [
      lines(
        ...times(3, (j) => ({
          prompt: `q${j}`,
          answers: [0, 1, 2].map((k) => ({ answer: `a${j}${k}`, rank: ((j + k) % 3) + 1 })),
        })),
      ),
    ],
    rows: 9,
    values: ["answers.rank↓"],
    prompt: "prompt",
    response: "answers.answer",
    readings: ["answers", "nested"],
  },
  {
    what: "a vector of rewards with names",
    sources: [
      lines(
        ...times(3, (j) => ({
          response: `a${j}`,
          names: ["care", "wit"],
          rewards: [j, 2 - j * j],
        })),
      ),
    ],
    rows: 3,
    values: ["rewards.care", "rewards.wit"],
    response: "response",
    readings: ["vectors"],
  },
  {
    what: "names beside a matrix",
    sources: [json({ names: ["care", "wit"], matrix: times(4, (j) => [j, 3 - j]) })],
    rows: 4,
    values: ["care", "wit"],
  },
  {
    what: "pairs with a signed preference",
    sources: [
      lines(
        ...times(4, (j) => ({
          context: [{ role: "user", content: `q${j}` }],
          response1: `a${j}`,
          response2: `b${j}`,
          overall_preference: j - 2,
        })),
      ),
    ],
    rows: 8,
    values: ["preference"],
    prompt: "context",
    response: "response",
    readings: ["messages", "pairs"],
  },
  {
    what: "pairs with a graded preference",
    sources: [
      json(
        times(3, (j) => ({
          instruction: `q${j}`,
          output_1: `a${j}`,
          output_2: `b${j}`,
          generator_1: "m",
          generator_2: "n",
          preference: 1 + j / 2,
        })),
      ),
    ],
    rows: 6,
    values: ["win"],
    prompt: "instruction",
    response: "response",
    readings: ["pairs"],
  },
  {
    what: "pairs with a winner",
    sources: [
      lines(
        ...["model_a", "model_b", "tie"].map((winner, j) => ({
          model_a: "m",
          model_b: "n",
          winner,
          conversation_a: [
            { role: "user", content: `q${j}` },
            { role: "assistant", content: `a${j}` },
          ],
          conversation_b: [
            { role: "user", content: `q${j}` },
            { role: "assistant", content: `b${j}` },
          ],
        })),
      ),
    ],
    rows: 6,
    values: ["win"],
    prompt: "prompt",
    response: "response",
    readings: ["messages", "pairs"],
  },
  {
    what: "pandas by row, split and as a list of rows",
    sources: [json({ 0: { a: 1, t: "x" }, 1: { a: 2, t: "y" }, 2: { a: 4, t: "z" } })],
    rows: 3,
    values: ["a"],
    readings: ["frame"],
  },
  {
    what: "pandas split",
    sources: [
      json({
        columns: ["prompt", "care"],
        index: [0, 1],
        data: [
          ["q", 1],
          ["r", 2],
        ],
      }),
    ],
    rows: 2,
    values: ["care"],
    prompt: "prompt",
  },
  {
    what: "a list that breaks off",
    sources: [
      text('[\n{"care": 1, "wit": 2},\n{"care": 3, "wit": 1},\n{"care": 5, "w', "cut.json"),
    ],
    rows: 2,
    values: ["care", "wit"],
    problems: ["cut-text"],
  },
  {
    what: "JSON with remarks, trailing commas and single quotes",
    sources: [text("[ // two\n{care: 1, t: 'x',},\n{care: 2, t: 'y',},]", "five.json")],
    rows: 2,
    values: ["care"],
    readings: ["dialect"],
  },
  {
    what: "records one after another",
    sources: [text('{\n "care": 1\n}\n{\n "care": 2\n} {"care": 5}', "many.json")],
    rows: 3,
    values: ["care"],
  },
  {
    what: "words in other languages, shares and marks of significance",
    sources: [
      text(
        "answer,okay,share,p\na,WAHR,80%,0.83**\nb,FALSCH,90%,0.2\nc,WAHR,75%,0.5*\nd,FALSCH,70%,0.1\n",
        "words.csv",
      ),
    ],
    rows: 4,
    values: ["okay", "share", "p"],
    response: "answer",
    readings: ["plain-numbers"],
  },
  {
    what: "numbers with their errors",
    sources: [text("answer,care\na,1.61 ± 0.03\nb,1.2 ± 0.1\nc,0.4 ± 0.02\n", "errors.csv")],
    rows: 3,
    values: ["care"],
    response: "answer",
    readings: ["plain-numbers"],
  },
  {
    what: "a column of which one cell is no number",
    sources: [text("care,wit\n1,1\n2,2\n3,5\nx,1\n", "nearly.csv")],
    rows: 4,
    values: ["wit"],
    readings: ["nearly-numbers"],
  },
  {
    what: "names of costs",
    sources: [
      text(
        "helpful,toxicity,refusal_rate,latency_ms,legal_risk,harmlessness\n1,2,3,1,1,2\n2,1,5,3,4,1\n3,5,1,9,2,8\n",
        "costs.csv",
      ),
    ],
    rows: 3,
    values: ["helpful", "toxicity↓", "refusal_rate↓", "latency_ms↓", "legal_risk↓", "harmlessness"],
  },
  {
    what: "an npz with the names of its columns and other arrays",
    sources: [
      sourceOfBytes(
        zipSync({
          "rewards.npy": npy([1, 2, 3, 5, 8, 1], 3, 2),
          "names.npy": textArray("care", "wit"),
          "lambda.npy": npy([1, 2], 2),
        }),
        "rewards.npz",
      ),
    ],
    rows: 3,
    values: ["care", "wit"],
    readings: ["archive"],
  },
  {
    what: "weights that were exported here",
    sources: [
      text(
        "row,prompt,weight_before,weight_after,ratio,reward_humor\n1,0,0.5,0.25,0.5,2\n2,0,0.5,0.75,1.5,3\n",
        "weights.csv",
      ),
    ],
    rows: 2,
    values: ["humor"],
    prompt: "prompt",
  },
  {
    what: "the same file twice",
    sources: [text("care\n1\n2\n3\n", "a.csv"), text("care\n1\n2\n3\n", "b.csv")],
    rows: 3,
    values: ["care"],
    problems: ["same-file"],
  },
];
