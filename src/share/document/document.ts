import type { TargetUnit } from "../../core/rows/units.ts";

/** How a value takes part: asked for a target, held at today's level, or left out. */
export type Participation = "target" | "hold" | "out";

/** One value's settings. */
export interface ValueSetting {
  readonly participation: Participation;
  /** Target in the user's raw units. */
  readonly target: number;
  readonly unit: TargetUnit;
}

/** Where the rows come from: a calibrated sample that anyone can redraw, or a file that only this browser has. */
export type DataSource =
  | {
      readonly kind: "sample";
      readonly name: "llama-2-7b-chat" | "opt-1.3b";
      readonly rows: number;
      readonly seed: number;
    }
  | {
      readonly kind: "file";
      readonly name: string;
      readonly fingerprint: string;
      /** Rows of the file where only a random sample of them is used. */
      readonly sampledFrom?: number;
      /** Ids of the values of which less is better. Default none. */
      readonly lowerIsBetter?: readonly string[];
    };

/** The sample of a first visit: 2,312 answers by the seed whose means come closest to those measured. */
export const FIRST_SOURCE = {
  kind: "sample",
  name: "llama-2-7b-chat",
  rows: 2312,
  seed: 5,
} as const satisfies DataSource;

/** A palette kept under a name. */
export interface Scenario {
  /** Unique within the document. */
  readonly id: string;
  readonly name: string;
  /** Settings by value id. */
  readonly values: Readonly<Record<string, ValueSetting>>;
}

/** The person of the Moral profile page (method §10). */
export interface ProfileSetting {
  /** What the profile is called. Default none. */
  readonly name?: string;
  /** How far the person adheres to each value, in [0, 1], by value id. */
  readonly weights: Readonly<Record<string, number>>;
  /** 1/β > 0: how strongly a model follows, in nats per unit of reward. */
  readonly strength: number;
}

/** What can be undone: the palette and all that belongs to it; plain JSON, never rows. */
export interface PaletteDocument {
  readonly version: 1;
  readonly source: DataSource;
  /** Settings by value id. */
  readonly values: Readonly<Record<string, ValueSetting>>;
  /** Value ids in the user's order of priority, dearest first. */
  readonly order: readonly string[];
  /** The two values of the region plot, x then y; null where there is only one value. */
  readonly pair: readonly [string, string] | null;
  /** Kept palettes in the user's order. Default none. */
  readonly scenarios?: readonly Scenario[];
  /** Id of the scenario that the others are compared with. Default none. */
  readonly reference?: string;
  /** Whether every prompt is normalised by itself (method §2). Default pooled. */
  readonly mode?: "pooled" | "per-prompt";
  /** Default none: the page starts with a preset. */
  readonly profile?: ProfileSetting;
}

/** The panel that is open where a link or a file names none, which links do to be short. */
export const FIRST_PANEL = "compare";

/** What a link or a file of settings holds: a document, where one was looking, and what worked it out. */
export interface SharedDocument extends PaletteDocument {
  /** The preset that gives the settings of the values that are not listed. Default the data's own first palette. */
  readonly preset?: string;
  /** Name of the open panel; which there are, the page knows. Default `FIRST_PANEL`. */
  readonly panel?: string;
  /** Whether the region shows the other values free. Default at their targets. */
  readonly others?: "free";
  /** The page that is open. Default the palette's. */
  readonly page?: "moral";
  /** The open tab of the Moral profile page; which there are, the page knows. Default its first. */
  readonly tab?: string;
  /** Number of the question that is answered there, from 1. Default the first. */
  readonly question?: number;
  /** Version of the solver that gave the figures. Default 1. */
  readonly solver?: number;
}
