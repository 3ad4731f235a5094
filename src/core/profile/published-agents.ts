import { type Foundation, foundationOf } from "./foundations.ts";

/** Probability of conforming in per cent, original model and agent (arXiv 2403.12805, Table 1). */
const PUBLISHED_AGENTS: Readonly<
  Partial<Record<Foundation, { readonly original: number; readonly agent: number }>>
> = {
  authority: { original: 91.58, agent: 98.83 },
  fairness: { original: 85.2, agent: 92.4 },
  sanctity: { original: 78.37, agent: 93.05 },
  care: { original: 74.7, agent: 96.74 },
  loyalty: { original: 74.38, agent: 98.2 },
};

/** The published figures of a value by its name; null where there are none. */
export function publishedAgent(id: string): { original: number; agent: number } | null {
  const foundation = foundationOf(id);
  return (foundation && PUBLISHED_AGENTS[foundation]) ?? null;
}
