import type { ByteSource } from "../bytes/source.ts";
import type { ReadingKind, ReadingPicks } from "../table/reading.ts";
import type { ProblemCode } from "../table/table.ts";

/** A kind of file that people have, and what becomes of it. */
export interface KindOfFile {
  readonly what: string;
  readonly sources: readonly ByteSource[];
  readonly picks?: ReadingPicks;
  readonly rows: number;
  /** Columns by their use; a value that is read as lower is better ends with "↓". */
  readonly values: readonly string[];
  readonly prompt?: string;
  readonly response?: string;
  readonly readings?: readonly ReadingKind[];
  readonly problems?: readonly ProblemCode[];
}
