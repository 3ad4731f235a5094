import { textFingerprint } from "../../core/bytes/text-fingerprint.ts";
import {
  type Adherence,
  type Aggregate,
  type RateText,
  type Rewards,
  selectAnswer,
} from "../aggregate/aggregate.ts";
import { composeAnswer } from "../aggregate/compose.ts";
import { agentAnswers } from "../evaluation.ts";
import { rougeTokens } from "../rouge/rouge-tokens.ts";
import { type Case, casesOf, peopleOf, type Question, type QuestionSet } from "./questions.ts";
import type { QuestionLayout } from "./read-questions.ts";

/** What the page knows of a set without holding its answers. */
export interface SetSummary {
  /** The name of the file; null for the demonstration. */
  readonly name: string | null;
  /** The fingerprint of all that the set holds but its name. */
  readonly fingerprint: string;
  readonly agents: readonly string[];
  /** Ids of the values that agents speak for or profiles of the references weigh. */
  readonly values: readonly string[];
  readonly systems: readonly string[];
  readonly people: readonly string[];
  /** The questions' texts. */
  readonly questions: readonly string[];
  /** How many cases have a reference, and answers of the original. */
  readonly cases: number;
  /** How many of them name no profile, and are answered for the one on the screen. */
  readonly open: number;
  readonly originals: number;
}

/** A set that is open now, or what its table lacks. */
export type SetOutcome =
  | {
      readonly ok: true;
      readonly set: SetSummary;
      readonly layout: QuestionLayout;
      /** Rows left out. */
      readonly dropped: number;
    }
  | {
      readonly ok: false;
      readonly about: "columns";
      readonly missing: "no-question" | "no-answer" | "no-rows";
    };

/** A question with every aggregator's answer to it. */
export interface AnsweredQuestion {
  readonly question: Question;
  /** Null where no agent answered. */
  readonly select: Aggregate | null;
  readonly draw: Aggregate | null;
  readonly compose: Aggregate | null;
}

/** What to answer, and for whom. */
export interface AnswerRequest {
  /** Index of the question. */
  readonly question: number;
  readonly adherence: Adherence;
  /** Sentences of a composed answer at most. Default as in `composeAnswer`. */
  readonly sentences?: number;
  /** Of the drawn answer. Default 1. */
  readonly seed?: number;
}

const MOST_EXAMPLES = 5;
const SHORT = 3;
const MOST_REMEMBERED = 200_000;

/** What the page is told of a set. */
export function summaryOf(set: QuestionSet): SetSummary {
  const cases = casesOf(set);
  return {
    name: set.name,
    fingerprint: textFingerprint(textsOf(set)),
    agents: set.agents,
    values: [...new Set([...set.agents, ...cases.flatMap(weighedValues)])],
    systems: set.systems,
    people: peopleOf(set),
    questions: set.questions.map(({ text }) => text),
    cases: cases.length,
    open: cases.filter(({ weights }) => weights === null).length,
    originals: set.questions.filter(({ original }) => original !== null).length,
  };
}

/** All that a set holds but its name, as texts. */
function* textsOf({ agents, systems, questions }: QuestionSet): Generator<string> {
  yield JSON.stringify([agents, systems]);
  for (const question of questions) yield JSON.stringify(question);
}

function weighedValues({ weights }: Case): string[] {
  return Object.entries(weights ?? {}).flatMap(([id, weight]) => (weight > 0 ? [id] : []));
}

/** One question answered by every aggregator that needs no network. */
export function answerQuestion(
  set: QuestionSet,
  rate: RateText,
  { question, adherence, sentences, seed = 1 }: AnswerRequest,
): AnsweredQuestion {
  const answers = agentAnswers(set, question);
  return {
    question: set.questions[question],
    select: selectAnswer(answers, adherence, rate),
    draw: selectAnswer(answers, adherence, rate, { kind: "draw", seed }),
    compose: composeAnswer(answers, adherence, rate, { sentences }),
  };
}

/** A judge that remembers what it rated: the same sentences are rated over and over while a slider moves. */
export function remembering(rate: RateText): RateText {
  const rewardsByText = new Map<string, Rewards>();
  return (text) => {
    const rewards = rewardsByText.get(text) ?? rate(text);
    if (rewardsByText.size >= MOST_REMEMBERED) rewardsByText.clear();
    rewardsByText.set(text, rewards);
    return rewards;
  };
}

/** Up to five statements for each value that share most words with a question, the first of equals first. */
export function closestExamples(
  question: string,
  statements: Readonly<Record<string, readonly string[]>>,
): Record<string, string[]> {
  const wanted = new Set(contentOf(question));
  const shared = (text: string) => contentOf(text).filter((token) => wanted.has(token)).length;
  return Object.fromEntries(
    Object.entries(statements).map(([value, texts]) => {
      const scored = texts.map((text) => ({ text, score: shared(text) }));
      scored.sort((a, b) => b.score - a.score);
      return [value, scored.slice(0, MOST_EXAMPLES).map(({ text }) => text)];
    }),
  );
}

function contentOf(text: string): string[] {
  return rougeTokens(text, true).filter((token) => token.length > SHORT);
}
