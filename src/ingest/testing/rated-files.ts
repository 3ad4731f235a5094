import { strToU8 } from "fflate";
import { chat, json, type LayoutFile, lines } from "./layout-file.ts";

const HELPSTEER = (grades: readonly number[]) => ({
  helpfulness: grades[0],
  correctness: grades[1],
  coherence: grades[2],
  complexity: grades[3],
  verbosity: grades[4],
});
const NINETEEN = Array.from({ length: 19 }, (_, i) => i / 10);

/** One file or more for each layout of rated answers. */
export const RATED_FILES: readonly LayoutFile[] = [
  {
    layout: "map",
    what: "the paper's samples",
    bytes: json([
      { prompt: "p", generated: "a", humor: 0.5, "gpt2-helpful": 1 },
      { prompt: "q", generated: "b", humor: -0.25, "gpt2-helpful": 3 },
    ]),
    values: { humor: [0.5, -0.25], "gpt2-helpful": [1, 3] },
    prompts: ["p", "q"],
    answers: ["a", "b"],
  },
  {
    layout: "trl",
    what: "completions of GRPO, chat messages",
    bytes: lines([
      { step: 1, prompt: chat("p"), completion: chat("a"), kind: 0.5, brief: 2, advantage: -1 },
      { step: 1, prompt: chat("p"), completion: chat("b"), kind: 0.75, brief: 1, advantage: 1 },
      { step: 2, prompt: chat("p"), completion: chat("c"), kind: 0.25, brief: 3, advantage: 0 },
    ]),
    values: { kind: [0.5, 0.75, 0.25], brief: [2, 1, 3] },
    prompts: ["p · step 1", "p · step 1", "p · step 2"],
    answers: ["a", "b", "c"],
  },
  {
    layout: "trl",
    what: "an older log with the sum of its rewards, as CSV",
    bytes: strToU8(
      "step,prompt,completion,reward_kind,reward_brief,reward\n5,p,a,0.5,1,1.5\n5,p,b,0.25,2,2.25\n",
    ),
    values: { reward_kind: [0.5, 0.25], reward_brief: [1, 2] },
    prompts: ["p · step 5", "p · step 5"],
    answers: ["a", "b"],
  },
  {
    layout: "rewardbench",
    what: "a dictionary of columns beside scalars",
    bytes: json({
      model: "m",
      model_type: "Seq. Classifier",
      chat_template: null,
      text_chosen: ["good", "fine"],
      text_rejected: ["bad", "poor"],
      results: [1, 0],
      subset: ["chat", "safety"],
      id: [7, 8],
      scores_chosen: [2.5, [1]],
      scores_rejected: [-0.5, [1.5]],
    }),
    values: { score: [2.5, -0.5, 1, 1.5] },
    prompts: ["chat 7", "chat 7", "safety 8", "safety 8"],
    answers: ["good", "bad", "fine", "poor"],
  },
  {
    layout: "helpsteer",
    what: "five grades",
    bytes: lines([
      { prompt: "p", response: "a", ...HELPSTEER([4, 3, 4, 1, 2]) },
      { prompt: chat("q"), response: "b", ...HELPSTEER([0, 1, 3, 2, 1]) },
    ]),
    values: {
      helpfulness: [4, 0],
      correctness: [3, 1],
      coherence: [4, 3],
      complexity: [1, 2],
      verbosity: [2, 1],
    },
    prompts: ["p", "q"],
    answers: ["a", "b"],
    asked: ["complexity", "verbosity"],
  },
  {
    layout: "ultrafeedback",
    what: "four completions per instruction, ratings as text",
    bytes: lines([
      {
        source: "s",
        instruction: "p",
        models: ["m", "n"],
        completions: [
          {
            model: "m",
            response: "a",
            annotations: {
              honesty: { Rating: "4", Rationale: "r" },
              helpfulness: [{ Rating: "5" }],
            },
            overall_score: 80,
          },
          {
            model: "n",
            response: "b",
            annotations: { honesty: { Rating: "2" }, helpfulness: [{ Rating: "N/A" }] },
            overall_score: 3,
          },
        ],
      },
      {
        source: "s",
        instruction: "q",
        models: ["m"],
        completions: [
          {
            model: "m",
            response: "c",
            annotations: { honesty: { Rating: "1" }, helpfulness: [{ Rating: "3" }] },
            overall_score: 4,
          },
        ],
      },
    ]),
    values: { honesty: [4, 2, 1], helpfulness: [5, Number.NaN, 3] },
    prompts: ["p", "p", "q"],
    answers: ["a", "b", "c"],
  },
  {
    layout: "preferences",
    what: "preferences without scores, as dialogues and as plain texts",
    bytes: lines([
      {
        chosen: "\n\nHuman: p\n\nAssistant: a",
        rejected: "\n\nHuman: p\n\nAssistant: b",
      },
      { chosen: "c", rejected: "d" },
    ]),
    values: {},
    prompts: ["Human: p", "prompt 2", "Human: p", "prompt 2"],
    answers: ["a", "c", "b", "d"],
  },
  {
    layout: "binarized",
    what: "preferences with a score each",
    bytes: lines([
      {
        prompt: "p",
        chosen: [...chat("p"), { role: "assistant", content: "a" }],
        rejected: [...chat("p"), { role: "assistant", content: "b" }],
        score_chosen: 8.5,
        score_rejected: 4,
      },
      {
        prompt: "q",
        chosen: [...chat("q"), { role: "assistant", content: "c" }],
        rejected: [...chat("q"), { role: "assistant", content: "d" }],
        score_chosen: 7,
        score_rejected: 7.5,
      },
    ]),
    values: { score: [8.5, 4, 7, 7.5] },
    prompts: ["p", "p", "q", "q"],
    answers: ["a", "b", "c", "d"],
  },
  {
    layout: "armorm",
    what: "nineteen columns without names",
    bytes: json([NINETEEN, NINETEEN.map((x) => x + 1), NINETEEN.map((x) => x * x)]),
    values: { "helpsteer-helpfulness": [0, 1, 0], "argilla-judge_lm": [1.3, 2.3, 1.3 * 1.3] },
    asked: ["helpsteer-complexity", "helpsteer-verbosity", "code-complexity"],
  },
  {
    layout: "armorm",
    what: "lists of nineteen beside a score",
    bytes: lines([
      { rewards: NINETEEN, score: 1, gating_output: NINETEEN },
      { rewards: NINETEEN.map((x) => x + 1), score: 2, gating_output: NINETEEN },
    ]),
    values: { "prometheus-score": [1.1, 2.1] },
    asked: ["helpsteer-complexity", "helpsteer-verbosity", "code-complexity"],
  },
];
