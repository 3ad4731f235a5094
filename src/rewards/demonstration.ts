import type { LabelledText } from "./labelled/labelled-texts.ts";

/** The values of the demonstration, in the order in which they are shown. */
export const DEMONSTRATION_VALUES = [
  "care",
  "fairness",
  "loyalty",
  "authority",
  "sanctity",
] as const;

/** One of the five moral foundations of the demonstration. */
type DemonstrationValue = (typeof DEMONSTRATION_VALUES)[number];

/** Short statements about one value, by judgement. */
interface Statements {
  readonly follows: readonly string[];
  readonly violates: readonly string[];
}

const LOADERS: Record<DemonstrationValue, () => Promise<{ default: Statements }>> = {
  care: () => import("./demonstration/care.json"),
  fairness: () => import("./demonstration/fairness.json"),
  loyalty: () => import("./demonstration/loyalty.json"),
  authority: () => import("./demonstration/authority.json"),
  sanctity: () => import("./demonstration/sanctity.json"),
};

/**
 * The demonstration: short statements written for this project, so that the page is alive before anybody brings texts of their own.
 * Loaded when it is asked for.
 */
export async function demonstrationTexts(): Promise<LabelledText[]> {
  const all = await Promise.all(
    DEMONSTRATION_VALUES.map(async (value) => {
      const { follows, violates } = (await LOADERS[value]()).default;
      return [
        ...follows.map((text) => ({ text, value, follows: true })),
        ...violates.map((text) => ({ text, value, follows: false })),
      ];
    }),
  );
  return all.flat();
}
