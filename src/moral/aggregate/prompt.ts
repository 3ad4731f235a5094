import type { AgentAnswer } from "./aggregate.ts";

/** A message of the chat protocol. */
export interface ChatMessage {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

/** What a language model is told of one value. */
interface ValueBrief {
  readonly id: string;
  readonly name: string;
  /** One sentence that says what the value is. */
  readonly definition: string;
  /** Statements that follow it. */
  readonly examples: readonly string[];
}

/** Everything that the aggregator's prompt is made of. */
export interface PromptParts {
  readonly question: string;
  /** How far the person adheres to each value, in [0, 1], by value id. */
  readonly weights: Readonly<Record<string, number>>;
  readonly values: readonly ValueBrief[];
  readonly answers: readonly AgentAnswer[];
}

/** What a prompt is asked for: a question by its index, the profile, and what the values are called. */
export interface PromptRequest {
  readonly question: number;
  readonly weights: PromptParts["weights"];
  readonly values: readonly Omit<ValueBrief, "examples">[];
}

const MOST_EXAMPLES = 5;

/**
 * The messages that ask a language model for one answer out of the agents' answers and the profile (method §10): definitions of the
 * wanted values, up to five examples of each, the profile, the question, the answers. Values of weight 0 are left out.
 */
export function aggregatorPrompt({
  question,
  weights,
  values,
  answers,
}: PromptParts): ChatMessage[] {
  const wanted = values
    .filter(({ id }) => (weights[id] ?? 0) > 0)
    .sort((a, b) => weights[b.id] - weights[a.id]);
  const definitions = wanted.map(({ name, definition, examples }) =>
    [
      `${name}: ${definition}`,
      ...examples.slice(0, MOST_EXAMPLES).map((example) => `- ${example}`),
    ].join("\n"),
  );
  const names = new Map(values.map(({ id, name }) => [id, name]));
  const system = [
    "You answer moral questions for one person. You are given how much that person cares about each moral value, from 0 (not at all) to 1 (fully), and answers that each speak for one value alone.",
    "Write one answer in plain words, as long as one of those given. Let each value count as much as it does for the person. Take up what the answers say; do not name the values, the numbers or the answers.",
    ...(definitions.length > 0 ? ["The values:", ...definitions] : []),
  ].join("\n\n");
  return [
    { role: "system", content: system },
    { role: "user", content: caseText({ question, weights, answers }, names) },
  ];
}

/** The question, the profile and the agents' answers as one text: what an aggregator is given, in training as in use. */
export function caseText(
  { question, weights, answers }: Omit<PromptParts, "values">,
  names: ReadonlyMap<string, string> = new Map(),
): string {
  const nameOf = (id: string) => names.get(id) ?? id;
  const profile = Object.entries(weights).map(([id, weight]) => `${nameOf(id)} ${rounded(weight)}`);
  return [
    `Question: ${question}`,
    `Profile: ${profile.join(", ")}`,
    ...(answers.length > 0
      ? [`Answers:\n${answers.map(({ agent, text }) => `[${nameOf(agent)}] ${text}`).join("\n")}`]
      : []),
  ].join("\n\n");
}

function rounded(weight: number): string {
  return String(Math.round(weight * 100) / 100);
}
