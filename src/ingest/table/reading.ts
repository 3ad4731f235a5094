/** Kinds of guesses about what the rows of a file are. The catalogue has a sentence for each. */
export type ReadingKind =
  | "part"
  | "dialect"
  | "frame"
  | "parsed"
  | "messages"
  | "nested"
  | "answers"
  | "vectors"
  | "pairs"
  | "events"
  | "long"
  | "plain-numbers"
  | "nearly-numbers"
  | "sentinels"
  | "groups"
  | "files"
  | "split"
  | "archive";

/** Another way to read the same rows. */
export interface ReadingChoice {
  /** What `ReadingPicks` has to say for it. */
  readonly pick: string;
  /** What it would take: columns, a kind, a file. */
  readonly names?: readonly string[];
  /** Rows that it would give, where that is known. */
  readonly count?: number;
}

/** How rows were understood, and how else they can be. */
export interface Reading {
  readonly kind: ReadingKind;
  /** The columns, files or kinds that it concerns. */
  readonly names: readonly string[];
  readonly count?: number;
  /** A word that the sentence needs beside the names, such as a number found. */
  readonly value?: string;
  /** The way that was taken; `OFF` where it was left undone. */
  readonly taken: string;
  readonly others: readonly ReadingChoice[];
}

/** What the user says of each kind: a pick of its choices, or `OFF`. */
export type ReadingPicks = Readonly<Partial<Record<ReadingKind, string>>>;

/** The pick that does what a reading proposes, and the one that leaves rows as they stand. */
export const ON = "on";
/** See `ON`. */
export const OFF = "off";

/** True where the user does not want this reading. */
function isOff(picks: ReadingPicks, kind: ReadingKind): boolean {
  return picks[kind] === OFF;
}

/** A reading that is either done or left undone. */
export function switched(picks: ReadingPicks, reading: Omit<Reading, "taken" | "others">): Reading {
  const isDone = !isOff(picks, reading.kind);
  return { ...reading, taken: isDone ? ON : OFF, others: [{ pick: isDone ? OFF : ON }] };
}

/** Readings of one kind made one, their names in order and once each. */
export function mergedReadings(readings: readonly Reading[]): Reading[] {
  const byKind = new Map<ReadingKind, Reading>();
  for (const reading of readings) {
    const before = byKind.get(reading.kind);
    byKind.set(
      reading.kind,
      before ? { ...before, names: [...new Set([...before.names, ...reading.names])] } : reading,
    );
  }
  return [...byKind.values()];
}
