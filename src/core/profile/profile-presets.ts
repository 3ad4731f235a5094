import type { Foundation } from "./foundations.ts";

/** A named profile of moral foundations. */
export interface ProfilePreset {
  readonly id: "protector" | "traditionalist" | "judge" | "companion" | "even";
  /** How far the person adheres to each foundation, in [0, 1]; absent is 0. */
  readonly weights: Readonly<Partial<Record<Foundation, number>>>;
}

/** The presets, in the order in which they are offered; the demonstration has references for the first two. */
export const PROFILE_PRESETS: readonly ProfilePreset[] = [
  {
    id: "protector",
    weights: { care: 1, fairness: 0.8, loyalty: 0.3, authority: 0.1, sanctity: 0.1 },
  },
  {
    id: "traditionalist",
    weights: { care: 0.4, fairness: 0.3, loyalty: 0.9, authority: 1, sanctity: 0.8 },
  },
  { id: "judge", weights: { care: 0.4, fairness: 1, loyalty: 0.1, authority: 0.6, sanctity: 0.2 } },
  {
    id: "companion",
    weights: { care: 0.7, fairness: 0.4, loyalty: 1, authority: 0.2, sanctity: 0.3 },
  },
  { id: "even", weights: { care: 1, fairness: 1, loyalty: 1, authority: 1, sanctity: 1 } },
];
