import type { Rows } from "../../engine/contract.ts";
import type { RowTexts } from "../../ingest/mapping/mapping.ts";
import type { ReadableRows } from "../../state/session-store.ts";

/** The rows of a file whose answers can be read; undefined where there are none. */
export function readableRows(rows: Rows, texts: RowTexts | undefined): ReadableRows | undefined {
  if (rows.kind !== "columns" || !texts?.responses) return undefined;
  const { prompts, responses } = texts;
  const promptOf = rows.prompts ?? null;
  return { prompts, responses, promptOf, rewards: rows.columns.map((c) => c.rewards) };
}
