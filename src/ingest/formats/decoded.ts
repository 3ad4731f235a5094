import type { RawTable } from "../table/raw-table.ts";
import type { Reading, ReadingPicks } from "../table/reading.ts";
import type { RowSample } from "../table/row-sample.ts";
import type { Problem } from "../table/table.ts";

/** A format's rows, or problems that say why there are none. */
export type Decoded =
  | {
      readonly ok: true;
      readonly raw: RawTable;
      readonly problems: readonly Problem[];
      /** Rows of the file where only a sample of them was kept. */
      readonly sampledFrom?: number | null;
      /** How its shape was understood, where that was a guess. */
      readonly readings?: readonly Reading[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Told now and then: bytes read, and rows. */
export type Progress = (done: { readonly bytes: number; readonly rows: number }) => Promise<void>;

/** What a format needs to know beyond its bytes. */
export interface DecodeOptions {
  readonly progress: Progress;
  /** Rows to draw while reading, for a format that can; others are thinned afterwards. */
  readonly sample: RowSample | null;
  /** True to read an unnamed matrix the other way round than is likelier. */
  readonly isTurned: boolean;
  /** What the user says of each guess; default nothing. */
  readonly picks?: ReadingPicks;
}

/** A refusal with one problem. */
export function refusal(problem: Omit<Problem, "severity">): Extract<Decoded, { ok: false }> {
  return { ok: false, problems: [{ ...problem, severity: "error" }] };
}

/** A refusal of a file that begins like one of a format and cannot be read as such. */
export function damaged(format: string, error: unknown): Decoded {
  const value = error instanceof Error ? error.message.slice(0, 120) : "";
  return refusal({ code: "damaged-file", expected: format, value });
}
