import { type Checkpoint, noCheckpoint } from "../core/rows/checkpoint.ts";
import { ORIGINAL, systemsOf } from "./agents/rated-answers.ts";
import {
  type Adherence,
  type AgentAnswer,
  type RateText,
  selectAnswer,
  textOfAggregate,
} from "./aggregate/aggregate.ts";
import { composeAnswer } from "./aggregate/compose.ts";
import { type Case, casesOf, type QuestionSet } from "./questions/questions.ts";
import type { RougeScores } from "./rouge/rouge.ts";
import type { Matches } from "./rouge/rouge-matches.ts";
import { rougeTable, type SystemScores } from "./rouge/rouge-table.ts";

/** The aggregators that need no network, by the ids that their columns have. */
export const AGGREGATORS = ["select", "draw", "compose"] as const;
/** One of them. */
type Aggregator = (typeof AGGREGATORS)[number];

/** What to evaluate, and how. */
export interface EvaluationRequest {
  /** Whose references count; null for everyone's. */
  readonly person: string | null;
  /** The profile where a case has none of its own, and 1/β. */
  readonly adherence: Adherence;
  /** Whether tokens are stemmed. */
  readonly stem: boolean;
  /** Sentences of a composed answer at most. Default as in `composeAnswer`. */
  readonly sentences?: number;
  /** Answers that a language model gave, by case; they make a column of their own. */
  readonly generated?: ReadonlyMap<number, string>;
}

/** One case as it was evaluated: each system's answer, null where it has none. */
interface EvaluatedCase extends Case {
  readonly answers: Readonly<Record<string, string | null>>;
}

/** An evaluation without its texts, as the page holds it. */
export interface EvaluationSummary {
  readonly cases: readonly Pick<Case, "question" | "person">[];
  readonly systems: Evaluation["systems"];
}

/** ROUGE of every system over the cases. */
export interface Evaluation {
  readonly cases: readonly EvaluatedCase[];
  /** Columns: the original, the agents, other systems, the aggregators, the language model. */
  readonly systems: readonly SystemScores[];
}

/** One answer of an evaluation beside its reference, what both share marked. */
export interface ComparedAnswer {
  readonly question: string;
  readonly matches: Matches;
  readonly scores: RougeScores;
}

/** The column of answers that a language model gave. */
export const GENERATED = "generate";

/** Share of the work that answering takes; the rest is scoring. */
const ANSWERING = 0.5;

/** Answers every case by every system and scores the answers against the references (method §10). */
export async function evaluate(
  set: QuestionSet,
  rate: RateText,
  request: EvaluationRequest,
  checkpoint: Checkpoint = noCheckpoint,
): Promise<Evaluation> {
  const all = casesOf(set);
  const chosen = [...all.keys()].filter(
    (k) => request.person === null || all[k].person === request.person,
  );
  const ids = [
    ...systemsOf(set),
    ...(set.agents.length > 0 ? AGGREGATORS : []),
    ...(request.generated?.size ? [GENERATED] : []),
  ];
  const cases: EvaluatedCase[] = [];
  for (const [done, k] of chosen.entries()) {
    await checkpoint((ANSWERING * done) / chosen.length);
    const answers = ids.map((id) => [id, answerOf(set, id, all[k], k, rate, request)]);
    cases.push({ ...all[k], answers: Object.fromEntries(answers) });
  }
  const systems = await rougeTable(
    cases.map(({ references }) => references),
    ids.map((id) => ({ id, answers: cases.map(({ answers }) => answers[id]) })),
    {
      stem: request.stem,
      questions: alikeQuestions(set, cases),
      checkpoint: (share) => checkpoint(ANSWERING + (1 - ANSWERING) * share),
    },
  );
  return { cases, systems };
}

/** A number for the text of each case's question: cases of one question, whoever they are for, are alike. */
function alikeQuestions({ questions }: QuestionSet, cases: readonly Case[]): number[] {
  const first = new Map<string, number>();
  return cases.map(({ question }) => {
    const { text } = questions[question];
    const number = first.get(text) ?? question;
    first.set(text, number);
    return number;
  });
}

/** The answers of a set's agents to a question, in the order of the agents. */
export function agentAnswers(set: QuestionSet, question: number): AgentAnswer[] {
  const { answers } = set.questions[question];
  return set.agents.flatMap((agent) => (answers[agent] ? [{ agent, text: answers[agent] }] : []));
}

function answerOf(
  set: QuestionSet,
  id: string,
  { question, weights }: Case,
  place: number,
  rate: RateText,
  { adherence, sentences, generated }: EvaluationRequest,
): string | null {
  const { original, answers } = set.questions[question];
  if (id === ORIGINAL) return original;
  if (id === GENERATED) return generated?.get(place) ?? null;
  if (!isAggregator(id)) return answers[id] ?? null;
  const given = agentAnswers(set, question);
  const own = { ...adherence, weights: weights ?? adherence.weights };
  const aggregate =
    id === "compose"
      ? composeAnswer(given, own, rate, { sentences })
      : selectAnswer(
          given,
          own,
          rate,
          id === "draw" ? { kind: "draw", seed: place + 1 } : undefined,
        );
  return aggregate && textOfAggregate(aggregate);
}

function isAggregator(id: string): id is Aggregator {
  return AGGREGATORS.some((known) => known === id);
}
