import { recognise } from "../layouts/recognise.ts";
import type { ColumnHint, LayoutName } from "../table/column-hint.ts";
import type { RawTable } from "../table/raw-table.ts";
import { mergedReadings, type Reading, type ReadingPicks } from "../table/reading.ts";
import { answers } from "./answers.ts";
import { events } from "./events.ts";
import { long } from "./long.ts";
import { messages } from "./messages.ts";
import { nested } from "./nested.ts";
import { pairs } from "./pairs.ts";
import { parsedCells } from "./parsed-cells.ts";
import type { Step, Understood } from "./step.ts";
import { vectors } from "./vectors.ts";

/** Records in lists in records: deeper than this nothing is a score. */
const MOST_ROUNDS = 5;

/** Rows as they are understood, the known layout they have, and every guess that was made. */
export interface UnderstoodRows {
  readonly raw: RawTable;
  readonly layout: LayoutName | null;
  readonly hints: ReadonlyMap<string, ColumnHint>;
  readonly readings: readonly Reading[];
}

/**
 * Lays rows out as a table of answers and numbers, whatever shape they came in: texts that hold records, a known layout, chats,
 * records, lists of answers, vectors, pairs, logs of events and long tables. `picks` says what the user wants otherwise.
 */
export async function understand(raw: RawTable, picks: ReadingPicks): Promise<UnderstoodRows> {
  const rows = new RowsInHand(raw, picks);
  rows.take(await parsedCells(raw, picks));
  const known = recognise(rows.raw);
  if (known) rows.raw = known.raw;
  rows.run(messages);
  rows.run(pairs);
  for (let k = 0; k < MOST_ROUNDS; k++) {
    const isFlatter = rows.run(nested);
    const isLonger = rows.run(answers);
    if (!isFlatter && !isLonger) break;
    rows.run(messages);
  }
  rows.run(vectors);
  if (!rows.readings.some(({ kind }) => kind === "pairs")) rows.run(pairs);
  rows.run(events);
  rows.run(long);
  return {
    raw: rows.raw,
    layout: known?.layout ?? null,
    hints: new Map([...rows.hints, ...(known?.hints ?? [])]),
    readings: mergedReadings(rows.readings),
  };
}

class RowsInHand {
  readonly hints = new Map<string, ColumnHint>();
  readonly readings: Reading[] = [];

  constructor(
    public raw: RawTable,
    private readonly picks: ReadingPicks,
  ) {}

  /** Goes on with the rows of a step; true where they are others. */
  run(step: Step): boolean {
    return this.take(step(this.raw, this.picks));
  }

  take(understood: Understood | null): boolean {
    if (!understood) return false;
    const isChanged = understood.raw !== this.raw;
    this.raw = understood.raw;
    for (const [name, hint] of Object.entries(understood.hints ?? {})) this.hints.set(name, hint);
    this.readings.push(understood.reading);
    return isChanged;
  }
}
