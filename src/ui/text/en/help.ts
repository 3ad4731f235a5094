/** A term in plain words, and one level down its exact meaning. */
type Explanation = {
  readonly term: string;
  readonly plain: string;
  readonly exact: string;
};

/** The terms that have an explanation. */
export type HelpTerm =
  | "drift"
  | "carry"
  | "needed"
  | "price"
  | "inSample"
  | "reachable"
  | "ridges"
  | "quantile"
  | "sd"
  | "closest"
  | "winRate"
  | "strength"
  | "lambda"
  | "heldOut"
  | "interval"
  | "scenario"
  | "edge";

const terms: Record<HelpTerm, Explanation> = {
  drift: {
    term: "drift",
    plain:
      "How far the new mix of answers is from what the original model says today. 0 is no change; 1 is noticeable; above 3 little of the original is left.",
    exact:
      "Kullback–Leibler divergence KL(p‖p₀) of the re-weighted answers from the original ones, in nats.",
  },
  carry: {
    term: "answers that carry it",
    plain:
      "How many answers the result really rests on. When a few answers get nearly all the weight, the figures depend on those few.",
    exact:
      "Effective sample size 1 ∕ Σw², w being the weights of the answers. Below 200 it is marked ◐.",
  },
  needed: {
    term: "answers a prompt needed",
    plain:
      "If you reach the palette by drawing several answers to each prompt and keeping the best one, you need at least about this many. It may take far more.",
    exact:
      "The least k with ln k − (k − 1)∕k ≥ KL, about e^(KL + 1): choosing among k draws can drift no further. There is none with each prompt by itself: the loaded answers to a prompt are such a draw already.",
  },
  price: {
    term: "price",
    plain:
      "What asking for more of this value costs in drift. Every further step costs at least as much as the one before. A value met for free comes along with the others.",
    exact:
      "The dual value λ, in nats per unit: ∂KL∕∂c = λ at the target, and a step δ costs at least λ·δ. Met for free means λ = 0.",
  },
  inSample: {
    term: "in-sample",
    plain:
      "The figures are measured on the very answers that were re-weighted. On new answers the levels will differ somewhat, the more so the fewer answers carry the mix.",
    exact: "Expectations under the weights w ∝ q·exp(λ·r) on the loaded rows; not held out.",
  },
  reachable: {
    term: "what is reachable",
    plain:
      "Every pair of average levels that some mix of these answers has, while the other values keep their targets. Beyond the black line there is nothing. With each prompt by itself only mixes count that leave every prompt its share.",
    exact:
      "Upper right boundary of the convex hull of the answers’ rewards under the other constraints; each contour is the Pareto front at that drift.",
  },
  ridges: {
    term: "before and after",
    plain:
      "How the answers are spread over each value: grey is today, coloured is the new mix. The marks are the averages.",
    exact:
      "Weighted histograms of the rewards under q and under w; ○ baseline mean, ● realised mean, ◇ target.",
  },
  quantile: {
    term: "quantile",
    plain:
      "q70 is the level that is better than 70 in 100 of the original answers, equal ones counted half. Where there are few different rewards, as with ratings, palettes begin with the rewards themselves.",
    exact:
      "Linear interpolation of all rewards under the baseline weights; where one reward holds more than 5 % of the weight, linear through the points (v, P(r < v) + ½ P(r = v)). With fewer than 20 different rewards, a preset q asks for mean + min(z_q·sd, (2q − 1)·(best − mean)).",
  },
  sd: {
    term: "sd",
    plain: "Spreads above today’s average: +1 is one standard deviation better than today.",
    exact: "(level − mean) ∕ sd of the rewards under the baseline weights.",
  },
  winRate: {
    term: "win rate",
    plain:
      "How often a random answer of the new mix is better on this value than a random answer of today. 50 % is no difference.",
    exact: "P(r′ > r) + ½ P(r′ = r), r′ drawn by the weights after, r by those before.",
  },
  strength: {
    term: "overall strength",
    plain:
      "How far along its own way the palette goes: from today’s answers, through the palette, to the edge of what can be reached. All targets move together.",
    exact: "c₀ + ρ·(c − c₀), targets at or below today’s level unchanged.",
  },
  lambda: {
    term: "λ",
    plain:
      "The weight of each value in the mix. The new mix prefers answers by the sum of their values times these weights.",
    exact: "p ∝ q·exp(λ·r); the same λ is the guided reward λ·r for any trainer.",
  },
  heldOut: {
    term: "unseen answers",
    plain:
      "The mix is fitted on most of the answers and measured on the rest, which it has not seen, in turn.",
    exact: "Ten-fold cross-fit; answers to one prompt stay together; ± is the standard error.",
  },
  interval: {
    term: "90 % interval",
    plain:
      "The figure that endlessly many answers of the same kind would give lies in a range made like this about nine times out of ten. Where it lies there less often, the page says so.",
    exact:
      "HC3 sandwich, clustered by prompt, with t-quantiles at max(3, ESS∕3) degrees of freedom.",
  },
  scenario: {
    term: "scenario",
    plain: "A palette kept under a name. It is part of the link and of undo.",
    exact: "Participation and target of every value.",
  },
  closest: {
    term: "closest safe mix",
    plain:
      "While the palette is out of reach, the pictures show a mix on the straight way to it, a little inside the edge.",
    exact:
      "The solution for c₀ + 0.95·ρ*·(c − c₀), ρ* being the largest reachable share of the way.",
  },
  edge: {
    term: "the edge",
    plain: "The last point that can be had at all. There only the most extreme answers are left.",
    exact: "The boundary of the convex hull, where λ diverges and the drift tends to a limit.",
  },
};

/** Short explanations of each term, shown on hover, focus or tap and collected under Help. */
export const help = {
  terms,
};
