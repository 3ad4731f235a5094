import type { View } from "./oracle.ts";

/** A palette as the page asks it: one target per value in the user's units, null where the value is left out. */
export interface Palette {
  readonly targets: readonly (number | null)[];
  /** True where the value is held at today's level (a constraint that no repair may give up). */
  readonly held: readonly boolean[];
  /** Whether all answers share one normalisation or every prompt has its own (method §2). Default pooled. */
  readonly mode?: View["mode"];
}

/** How many rows stand for all of them where something is approximate. */
export interface RowShare {
  readonly from: number;
  readonly of: number;
}
