/** The five moral foundations, in the order of method §10. */
export const FOUNDATIONS = ["care", "fairness", "loyalty", "authority", "sanctity"] as const;

/** The six of the Moral Integrity Corpus, in the order of its moral vectors. */
export const MIC_FOUNDATIONS = [
  "care",
  "fairness",
  "liberty",
  "loyalty",
  "authority",
  "sanctity",
] as const;

/** A moral foundation by its id. */
export type Foundation = (typeof MIC_FOUNDATIONS)[number];

/** Which foundation a name means, as in "Care", "care-harm" or "Loyalty/Betrayal"; null for any other name. */
export function foundationOf(name: string): Foundation | null {
  const [first] = name
    .trim()
    .toLowerCase()
    .split(/[^a-z]/);
  return MIC_FOUNDATIONS.find((id) => id === first) ?? null;
}
