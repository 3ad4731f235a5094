import { rougeTokens } from "../rouge/rouge-tokens.ts";
import {
  type Adherence,
  type AgentAnswer,
  type Aggregate,
  type RateText,
  type Rewards,
  weighAnswers,
} from "./aggregate.ts";
import { splitSentences } from "./sentences.ts";

/** Settings of `composeAnswer`. */
export interface ComposeOptions {
  /** Sentences at most. Default 4. */
  readonly sentences?: number;
}

interface Candidate {
  readonly text: string;
  readonly agent: string;
  /** Its agent's place, and its own within that agent's answer. */
  readonly order: readonly [agent: number, sentence: number];
  readonly rewards: Rewards;
  readonly tokens: readonly string[];
}

const MOST_SENTENCES = 4;
/** A sentence speaks mainly for its own agent's value; this is how far it counts for another. */
const SPILL = 0.25;
/** An answer leads with its advice: each later sentence counts for so much of the one before. */
const LATER = 0.9;
/** A sentence that adds less than this share of what the first one gave is not worth its length. */
const LEAST_GAIN = 0.02;
/** Shorter words carry no content that could be repeated. */
const SHORT = 3;

/**
 * Sentences of the agents' answers that together cover the weighted values without saying the same twice: greedily the one
 * with the largest gain in Σ_v c_v (1 − Π_s (1 − e_sv)), e_sv being how far sentence s speaks for value v, less the share
 * of its words that are there already. The person's dearest agent speaks first. Null without any answer.
 */
export function composeAnswer(
  answers: readonly AgentAnswer[],
  adherence: Adherence,
  rate: RateText,
  { sentences: most = MOST_SENTENCES }: ComposeOptions = {},
): Aggregate | null {
  const weighed = weighAnswers(answers, adherence, rate);
  if (weighed.length === 0) return null;
  const { weights } = adherence;
  const chosen = chosenSentences(candidatesOf(answers, rate), weights, most);
  const dearest = (c: Candidate) => weights[c.agent] ?? 0;
  chosen.sort(
    (a, b) => dearest(b) - dearest(a) || a.order[0] - b.order[0] || a.order[1] - b.order[1],
  );
  return {
    sentences: chosen.map(({ text, agent }) => ({ text, agent })),
    answers: weighed,
  };
}

/** Takes one sentence after another, each the one that gains most beside those before it. */
function chosenSentences(
  candidates: readonly Candidate[],
  weights: Adherence["weights"],
  most: number,
): Candidate[] {
  const chosen: Candidate[] = [];
  const open = new Map(Object.keys(weights).map((value) => [value, 1]));
  const said = new Set<string>();
  let firstGain = 0;
  while (chosen.length < most) {
    const rest = candidates.filter((candidate) => !chosen.includes(candidate));
    const { best, gain } = bestOf(
      rest,
      (candidate) => gainOf(candidate, weights, open) * (1 - repeated(candidate, said)),
    );
    if (!best || gain < LEAST_GAIN * firstGain) break;
    if (firstGain === 0) firstGain = gain;
    chosen.push(best);
    for (const [value, left] of open) open.set(value, left * (1 - coverage(best, value)));
    for (const token of best.tokens) said.add(token);
  }
  return chosen;
}

/** The first candidate of the largest gain above 0. */
function bestOf(
  candidates: readonly Candidate[],
  gainOfCandidate: (candidate: Candidate) => number,
): { readonly best: Candidate | null; readonly gain: number } {
  let best: Candidate | null = null;
  let gain = 0;
  for (const candidate of candidates) {
    const own = gainOfCandidate(candidate);
    if (own > gain) [best, gain] = [candidate, own];
  }
  return { best, gain };
}

function candidatesOf(answers: readonly AgentAnswer[], rate: RateText): Candidate[] {
  return answers.flatMap(({ agent, text }, a) =>
    splitSentences(text).map((sentence, s) => ({
      text: sentence,
      agent,
      order: [a, s] as const,
      rewards: rate(sentence),
      tokens: contentOf(sentence),
    })),
  );
}

/** The stems that carry a sentence's content; all of them where none is long. */
function contentOf(sentence: string): string[] {
  const tokens = rougeTokens(sentence, true);
  const long = tokens.filter((token) => token.length > SHORT);
  return long.length > 0 ? long : tokens;
}

/** e_sv: how far a sentence speaks for a value. */
function coverage({ agent, rewards, order }: Candidate, value: string): number {
  const reward = rewards[value] ?? (agent === value ? 0.5 : 0);
  return reward * (agent === value ? 1 : SPILL) * LATER ** order[1];
}

function gainOf(
  candidate: Candidate,
  weights: Adherence["weights"],
  open: ReadonlyMap<string, number>,
): number {
  let gain = 0;
  for (const [value, left] of open) gain += weights[value] * left * coverage(candidate, value);
  return gain;
}

function repeated({ tokens }: Candidate, said: ReadonlySet<string>): number {
  if (tokens.length === 0) return 0;
  return tokens.filter((token) => said.has(token)).length / tokens.length;
}
