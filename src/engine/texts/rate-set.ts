import { buildSamples, type Samples } from "../../core/rows/samples.ts";
import { type RatedAnswers, rateAnswers } from "../../moral/agents/rated-answers.ts";
import type { RateText } from "../../moral/aggregate/aggregate.ts";
import type { QuestionSet } from "../../moral/questions/questions.ts";
import { restBetween, Superseded } from "../solver/polite-oracle.ts";

/** The answers of a set as a judge rates them. */
export interface Rated {
  readonly answers: RatedAnswers;
  readonly samples: Samples;
}

/** Rates all answers, letting messages in between; null where other answers or another judge came meanwhile. */
export async function rated(
  set: QuestionSet,
  ids: readonly string[],
  rate: RateText,
  isWanted: () => boolean,
): Promise<Rated | null> {
  try {
    const answers = await rateAnswers(set, ids, rate, restBetween(isWanted));
    const columns = answers.values.map((id, v) => ({ id, rewards: answers.columns[v] }));
    return { answers, samples: buildSamples(columns, { prompts: answers.questions }) };
  } catch (error) {
    if (error instanceof Superseded) return null;
    throw error;
  }
}
