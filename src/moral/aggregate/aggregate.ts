import { seededRandom } from "../../core/numerics/random.ts";

/** How far a text follows each value, in [0, 1], by value id. */
export type Rewards = Readonly<Record<string, number>>;

/** Rewards of a text on every value that there is a reward model for. */
export type RateText = (text: string) => Rewards;

/** What an aggregator follows: how far the person adheres to each value, and 1/β. */
export interface Adherence {
  readonly weights: Readonly<Record<string, number>>;
  readonly strength: number;
}

/** An agent's answer to one question. */
export interface AgentAnswer {
  readonly agent: string;
  readonly text: string;
}

/** One answer among the agents', how it was weighed. */
export interface WeighedAnswer extends AgentAnswer {
  readonly rewards: Rewards;
  /** c·r, weighed by the profile and divided by the sum of its weights: in [0, 1]. */
  readonly score: number;
  /** Its probability under softmax(λ·r), λ = c/β. */
  readonly share: number;
}

/** A sentence of an aggregated answer and the agent it came from; null where it is nobody's. */
export interface SourcedSentence {
  readonly text: string;
  readonly agent: string | null;
}

/** What an aggregator made of the agents' answers. */
export interface Aggregate {
  readonly sentences: readonly SourcedSentence[];
  /** The agents' answers as they were weighed. */
  readonly answers: readonly WeighedAnswer[];
}

/** Which answer `select` gives: the one with the best profile-weighted reward, or one drawn by softmax(λ·r). */
export type SelectRule =
  | { readonly kind: "best" }
  | { readonly kind: "draw"; readonly seed: number };

/** The agents' answers weighed by a profile, in their order. */
export function weighAnswers(
  answers: readonly AgentAnswer[],
  { weights, strength }: Adherence,
  rate: RateText,
): WeighedAnswer[] {
  const total = Object.values(weights).reduce((sum, w) => sum + w, 0);
  const rated = answers.map((answer) => ({ ...answer, rewards: rate(answer.text) }));
  const sums = rated.map(({ rewards }) => weighed(weights, rewards));
  const most = Math.max(...sums);
  const tilts = sums.map((sum) => Math.exp(strength * (sum - most)));
  const all = tilts.reduce((sum, t) => sum + t, 0);
  return rated.map((answer, k) => ({
    ...answer,
    score: total > 0 ? sums[k] / total : 0,
    share: tilts[k] / all,
  }));
}

/** The whole answer of one agent, by `rule`; the first of equals. Null without any answer. */
export function selectAnswer(
  answers: readonly AgentAnswer[],
  adherence: Adherence,
  rate: RateText,
  rule: SelectRule = { kind: "best" },
): Aggregate | null {
  const weighedAnswers = weighAnswers(answers, adherence, rate);
  if (weighedAnswers.length === 0) return null;
  const chosen =
    rule.kind === "best"
      ? weighedAnswers.reduce((a, b) => (b.score > a.score ? b : a))
      : drawn(weighedAnswers, seededRandom(rule.seed).uniform());
  return { sentences: [{ text: chosen.text, agent: chosen.agent }], answers: weighedAnswers };
}

/** The text of an aggregated answer. */
export function textOfAggregate({ sentences }: Pick<Aggregate, "sentences">): string {
  return sentences.map(({ text }) => text).join(" ");
}

function weighed(weights: Adherence["weights"], rewards: Rewards): number {
  let sum = 0;
  for (const [value, weight] of Object.entries(weights)) sum += weight * (rewards[value] ?? 0);
  return sum;
}

function drawn(answers: readonly WeighedAnswer[], u: number): WeighedAnswer {
  let below = 0;
  for (const answer of answers) {
    below += answer.share;
    if (u < below) return answer;
  }
  return answers[answers.length - 1];
}
