import { seededRandom } from "../../core/numerics/random.ts";
import { type ChatMessage, caseText } from "../aggregate/prompt.ts";
import { agentAnswers } from "../evaluation.ts";
import { casesOf, type QuestionSet } from "../questions/questions.ts";

/** How questions are dealt to the parts. */
export interface SplitOptions {
  /** Default 1. */
  readonly seed?: number;
  /** Shares of the questions that are held out. Default a tenth each. */
  readonly validation?: number;
  readonly test?: number;
}

/** One example: an aggregator's input, and the reference it is trained towards. */
export interface TrainingExample {
  readonly messages: readonly ChatMessage[];
}

/** The aggregator's training set in three parts; no question is in two of them. */
export interface SplitExamples {
  readonly train: readonly TrainingExample[];
  readonly validation: readonly TrainingExample[];
  readonly test: readonly TrainingExample[];
}

const TASK =
  "Answer the question for one person. The profile says how far that person adheres to each moral value, from 0 to 1; each given answer speaks for one value alone. Write one answer.";

/**
 * The training set of a contextual aggregator (method §10): question, profile and the agents' answers → reference, as chat
 * messages, split by question. Cases without a known profile are left out. `names` of the values, for people to read.
 */
export function trainingParts(
  set: QuestionSet,
  names: ReadonlyMap<string, string>,
  { seed = 1, validation = 0.1, test = 0.1 }: SplitOptions = {},
): SplitExamples {
  const order = shuffled(set.questions.length, seed);
  const counts = [test, validation].map((share) => Math.round(share * order.length));
  const testQuestions = new Set(order.slice(0, counts[0]));
  const validationQuestions = new Set(order.slice(counts[0], counts[0] + counts[1]));
  const parts = { train: [], validation: [], test: [] } as Record<
    keyof SplitExamples,
    TrainingExample[]
  >;
  for (const { question, weights, references } of casesOf(set)) {
    if (!weights) continue;
    const part = testQuestions.has(question)
      ? parts.test
      : validationQuestions.has(question)
        ? parts.validation
        : parts.train;
    const input = {
      question: set.questions[question].text,
      weights,
      answers: agentAnswers(set, question),
    };
    for (const reference of references)
      part.push({
        messages: [
          { role: "system", content: TASK },
          { role: "user", content: caseText(input, names) },
          { role: "assistant", content: reference },
        ],
      });
  }
  return parts;
}

/** Examples as JSON Lines. */
export function jsonLines(examples: readonly TrainingExample[]): string {
  return examples.map((example) => `${JSON.stringify(example)}\n`).join("");
}

function shuffled(count: number, seed: number): number[] {
  const random = seededRandom(seed);
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random.uniform() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
