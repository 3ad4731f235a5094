import type { RegionPicture } from "../../core/region/region-picture.ts";
import type { RegionAxis } from "../region/region-frame.ts";

/** A small picture of Humor and Harmlessness for tests: two fronts, both edges, both single-value ends. */
export const picture: RegionPicture = {
  pair: [0, 2],
  hull: [
    [0.256, 4.078],
    [1.378, 3.662],
    [2.423, 2.9],
    [2.581, 1.922],
  ],
  hullFree: [
    [0.489, 4.246],
    [2.073, 3.671],
    [2.496, 3.484],
    [2.587, 1.107],
  ],
  fronts: [
    {
      budget: 1,
      points: [
        [0.183, 2.178],
        [1.05, 2.02],
        [1.72, 1.65],
        [2.11, 1.16],
        [2.23, 0.52],
      ],
    },
    {
      budget: 2,
      points: [
        [0.237, 2.672],
        [1.37, 2.42],
        [2.05, 2.02],
        [2.38, 1.35],
        [2.48, 0.36],
      ],
    },
  ],
  alone: [
    [2.169, 1.067],
    [0.588, 1.879],
  ],
};

/** The two axes of that picture. */
export const axes: readonly [RegionAxis, RegionAxis] = [
  { label: "Humor", unit: "mean reward", min: -2.779, max: 2.587, sd: 1.772 },
  { label: "Harmlessness", unit: "mean reward", min: -4.482, max: 4.246, sd: 1.11 },
];

/** Its marks: a palette that is met exactly. */
export const marks = {
  baseline: [0.604, 1.248],
  realised: [2.169, 1.879],
  target: [2.169, 1.879],
} as const;
