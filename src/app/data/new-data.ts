import type { Rows } from "../../engine/contract.ts";
import type { RowTexts } from "../../ingest/mapping/mapping.ts";
import type { DataSource } from "../../share/document/document.ts";

/** Rows that somebody chose, where they come from, and how many were left out at import. */
export interface NewData {
  readonly rows: Rows;
  readonly source: DataSource;
  readonly dropped: number;
  /** Texts of the rows, where they have any. */
  readonly texts?: RowTexts;
}
