import { type Checkpoint, noCheckpoint } from "../../core/rows/checkpoint.ts";
import type { ValueSummary } from "../../core/rows/samples.ts";
import type { RateText, Rewards } from "../aggregate/aggregate.ts";
import type { QuestionSet } from "../questions/questions.ts";
import { bootstrapMeans, type MeanInterval } from "../rouge/bootstrap-means.ts";

/** What a set's original answers go by among its systems. */
export const ORIGINAL = "original";

/** Every answer of a set with its rewards, as rows. */
export interface RatedAnswers {
  /** Ids of the values, one column each. */
  readonly values: readonly string[];
  /** Rewards in [0, 1], one column per value. */
  readonly columns: readonly Float64Array[];
  /** Question of each row, and the system that gave the answer: `original`, an agent, or another. */
  readonly questions: Int32Array;
  readonly systems: readonly string[];
  readonly texts: readonly string[];
}

/** Mean rewards of one system's answers, per value, with 95 % bootstrap intervals. */
export interface SystemRewards {
  readonly id: string;
  readonly means: readonly MeanInterval[];
}

/** What the rated answers of a set are as samples. */
export interface RatedSummary {
  readonly values: readonly ValueSummary[];
  readonly rows: number;
  /** Measured mean rewards of every system's answers. */
  readonly systems: readonly SystemRewards[];
}

const CHECK_EVERY = 50;

/** Rates every answer of a set, question by question: the original's, the agents', those of other systems. */
export async function rateAnswers(
  set: QuestionSet,
  values: readonly string[],
  rate: RateText,
  checkpoint: Checkpoint = noCheckpoint,
): Promise<RatedAnswers> {
  const rows = set.questions.flatMap(({ original, answers }, question) =>
    systemsOf(set).flatMap((system) => {
      const text = system === ORIGINAL ? original : answers[system];
      return text ? [{ question, system, text }] : [];
    }),
  );
  const rewards: Rewards[] = [];
  for (const [j, { text }] of rows.entries()) {
    if (j % CHECK_EVERY === 0) await checkpoint(j / rows.length);
    rewards.push(rate(text));
  }
  return {
    values,
    columns: values.map((id) => Float64Array.from(rewards, (r) => r[id] ?? Number.NaN)),
    questions: Int32Array.from(rows, ({ question }) => question),
    systems: rows.map(({ system }) => system),
    texts: rows.map(({ text }) => text),
  };
}

/** The systems that answered: the original first, then agents, then others. */
export function systemsOf(set: QuestionSet): string[] {
  const hasOriginal = set.questions.some(({ original }) => original !== null);
  return [...(hasOriginal ? [ORIGINAL] : []), ...set.agents, ...set.systems];
}

/** How far the answers of each system follow each value (Table 1 of the paper, measured on the answers themselves). */
export function systemRewards(set: QuestionSet, rated: RatedAnswers): SystemRewards[] {
  const systems = systemsOf(set);
  const columns = systems.flatMap((system) =>
    rated.columns.map((column) => {
      const own = new Float64Array(set.questions.length).fill(Number.NaN);
      for (let j = 0; j < column.length; j++)
        if (rated.systems[j] === system) own[rated.questions[j]] = column[j];
      return own;
    }),
  );
  const means = bootstrapMeans(columns);
  const size = rated.values.length;
  return systems.map((id, s) => ({ id, means: means.slice(s * size, (s + 1) * size) }));
}
