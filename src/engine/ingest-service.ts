import {
  applyMapping,
  type ColumnMapping,
  type ColumnSummary,
  checkTable,
  type MappingResult,
  proposeMapping,
  summariseColumn,
} from "../ingest/mapping.ts";
import { readSource } from "../ingest/read-source.ts";
import { type BlobLike, sourceOfBlob } from "../ingest/source.ts";
import { type FormatName, type Problem, quote, type Table } from "../ingest/table.ts";

/** What the preview shows of a column. */
export interface ColumnPreview {
  readonly name: string;
  readonly kind: "number" | "text";
  /** Figures of a numeric column, null for text. */
  readonly summary: ColumnSummary | null;
  /** Masses of 24 equal bins from min to max, for a sparkline; empty for text. */
  readonly sparkline: readonly number[];
  /** The first few cells of a text column. */
  readonly examples: readonly string[];
}

/** What the preview of a file shows. */
export type Preview =
  | {
      readonly ok: true;
      readonly format: FormatName;
      readonly rows: number;
      readonly columns: readonly ColumnPreview[];
      readonly mapping: readonly ColumnMapping[];
      readonly problems: readonly Problem[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Rows as mapped, or why not. */
export type MappedReply = MappingResult;

/** Bytes and rows read so far. */
export type OnProgress = (done: { readonly bytes: number; readonly rows: number }) => void;

const TELL_EVERY_MS = 100;
const SPARK_BINS = 24;
const EXAMPLES = 2;

/** Reads a file and keeps its table while the user decides what the columns are; lives in a worker. */
export class IngestService {
  private table: Table | null = null;

  /** Reads files, several as parts of one table; replaces the table kept. Tells `onProgress` the bytes and rows read. */
  async read(
    files: readonly BlobLike[],
    onProgress: OnProgress = () => undefined,
  ): Promise<Preview> {
    this.table = null;
    let told = performance.now();
    const read = await readSource(
      files.map((file) => sourceOfBlob(file)),
      {
        progress: async (done) => {
          if (performance.now() - told < TELL_EVERY_MS) return;
          told = performance.now();
          onProgress(done);
        },
      },
    );
    if (!read.ok) return read;
    const problems = [...read.problems, ...checkTable(read.table)];
    if (problems.some((p) => p.severity === "error"))
      return {
        ok: false,
        problems: problems.sort(
          (a, b) => Number(b.severity === "error") - Number(a.severity === "error"),
        ),
      };
    this.table = read.table;
    return {
      ok: true,
      format: read.format,
      rows: read.table.rows,
      columns: read.table.columns.map((column) => {
        const summary = summariseColumn(column);
        return {
          name: column.name,
          kind: column.kind,
          summary,
          sparkline: column.kind === "number" && summary ? binned(column.numbers, summary) : [],
          examples: column.kind === "text" ? column.texts.slice(0, EXAMPLES).map(quote) : [],
        };
      }),
      mapping: proposeMapping(read.table),
      problems,
    };
  }

  /** Makes samples of the table kept. */
  map(mapping: readonly ColumnMapping[]): MappedReply {
    if (!this.table) return { ok: false, problems: [{ code: "empty-file", severity: "error" }] };
    return applyMapping(this.table, mapping);
  }
}

function binned(numbers: Float64Array, { min, max }: ColumnSummary): number[] {
  const bins = new Array<number>(SPARK_BINS).fill(0);
  const scale = max > min ? SPARK_BINS / (max - min) : 0;
  let count = 0;
  for (const x of numbers) {
    if (!Number.isFinite(x)) continue;
    bins[Math.min(SPARK_BINS - 1, Math.floor((x - min) * scale))]++;
    count++;
  }
  return bins.map((b) => b / Math.max(1, count));
}
