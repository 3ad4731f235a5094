import { strToU8 } from "fflate";
import type { LayoutName } from "../table/column-hint.ts";

/** A file in the layout of some tool, and what it must become. */
export interface LayoutFile {
  readonly layout: LayoutName | null;
  readonly what: string;
  readonly bytes: Uint8Array;
  /** Numbers of every column that is proposed as a value. */
  readonly values: Readonly<Record<string, readonly number[]>>;
  /** Texts of the columns taken as prompt and answer. */
  readonly prompts?: readonly string[];
  readonly answers?: readonly string[];
  /** Values of which less is better, and columns whose direction is asked. */
  readonly costs?: readonly string[];
  readonly asked?: readonly string[];
}

/** A value as the bytes of JSON. */
export const json = (value: unknown) => strToU8(JSON.stringify(value));

/** Records as the bytes of JSON Lines. */
export const lines = (records: readonly unknown[]) =>
  strToU8(records.map((r) => JSON.stringify(r)).join("\n"));

/** One chat message of a user. */
export const chat = (content: string) => [{ role: "user", content }];
