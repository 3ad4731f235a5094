import type { View } from "../rows/oracle.ts";
import type { RowShare } from "../rows/palette.ts";

/** A line in the plane of a pair of values, [x, y] in the user's units. */
export type Line = readonly (readonly [number, number])[];

/** The Pareto front of a pair at one drift budget in nats. */
interface RegionFront {
  readonly budget: number;
  readonly points: Line;
  /** λ of all values behind each point, in nats per unit; null where the point lies on the hull. */
  readonly lambdas?: readonly (readonly number[] | null)[];
}

/** The pair's picture (method §6): what can be reached with the other values at their targets. */
export interface RegionPicture {
  /** Indices of the two values. */
  readonly pair: readonly [number, number];
  /** Upper right boundary of the reachable set with the others at their targets, from the greatest y to the greatest x; null where the others alone conflict. */
  readonly hull: Line | null;
  /** The same with the others free. */
  readonly hullFree: Line;
  /** Pareto fronts by budget in nats, ascending; a budget is absent where the others alone already cost more. */
  readonly fronts: readonly RegionFront[];
  /** Where each of the two goes when it alone is asked for (its own target, nothing else); null when that is out of reach. */
  readonly alone: readonly [readonly [number, number] | null, readonly [number, number] | null];
  /** Whether it is of all mixes or of those that leave every prompt its share. Default pooled. */
  readonly mode?: View["mode"];
  /** There where fronts and arrows are drawn from a part of the rows; hulls are always of all. */
  readonly approximate?: RowShare;
}
