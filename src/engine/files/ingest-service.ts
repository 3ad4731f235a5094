import { type PackedTexts, packTexts } from "../../core/rows/packed-texts.ts";
import { throttle } from "../../core/timing/throttle.ts";
import { type BlobLike, sourceOfBlob } from "../../ingest/bytes/source.ts";
import { checkTable } from "../../ingest/mapping/check-table.ts";
import {
  applyMapping,
  type ColumnMapping,
  type MappedRows,
  type MappingResult,
} from "../../ingest/mapping/mapping.ts";
import { type FilePreview, previewOf } from "../../ingest/mapping/preview.ts";
import {
  easedByTexts,
  previewScores,
  type ScorePreview,
  withScores,
} from "../../ingest/mapping/scored-table.ts";
import { type ReadChoices, readSource } from "../../ingest/read-source.ts";
import type { ScoreColumn } from "../../ingest/table/scores.ts";
import type { Problem, Table } from "../../ingest/table/table.ts";

/** What the preview of a file shows, or why there is none. */
export type Preview =
  | ({ readonly ok: true } & FilePreview)
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Rows as mapped, or why not. */
export type MappedReply = MappingResult;

/** Bytes and rows read so far. */
export type OnProgress = (done: { readonly bytes: number; readonly rows: number }) => void;

/** The page need not hear of progress more often. */
const TELL_EVERY_MS = 100;

/** What of mapped rows goes to the page without being copied. */
export function buffersOf({ columns, weights, prompts, texts }: MappedRows): ArrayBuffer[] {
  const packed = [texts.prompts, texts.responses].flatMap((t) => (t ? [t.bytes, t.ends] : []));
  const views = [...columns.map((c) => c.rewards), weights, prompts, ...packed];
  return views.flatMap((view) => (ArrayBuffer.isView(view) ? [view.buffer as ArrayBuffer] : []));
}

/** Reads a file and keeps its table while the user decides what the columns are; lives in a worker. */
export class IngestService {
  private table: Table | null = null;
  private file = "";
  private scores: readonly ScoreColumn[] = [];

  /** Reads files as `choices` say; replaces the table kept. Tells `onProgress` the bytes and rows read. */
  async read(
    files: readonly BlobLike[],
    choices: ReadChoices = {},
    onProgress: OnProgress = () => undefined,
  ): Promise<Preview> {
    this.table = null;
    this.file = files.map(({ name }) => name ?? "file").join(", ");
    this.scores = [];
    const tell = throttle(TELL_EVERY_MS, onProgress, { trailing: false });
    const sources = files.map((file) => sourceOfBlob(file));
    const read = await readSource(sources, {
      ...choices,
      progress: async (done) => tell(done),
    });
    if (!read.ok) return read;
    const checked = easedByTexts(read.table, checkTable(read.table));
    const problems = [...read.problems, ...this.named(checked)];
    if (problems.some((p) => p.severity === "error"))
      return {
        ok: false,
        problems: problems.sort(
          (a, b) => Number(b.severity === "error") - Number(a.severity === "error"),
        ),
      };
    this.table = read.table;
    return { ok: true, ...previewOf(read, problems) };
  }

  /** Makes samples of the table kept, scores included. */
  map(mapping: readonly ColumnMapping[]): MappedReply {
    if (!this.table) return { ok: false, problems: [{ code: "empty-file", severity: "error" }] };
    const mapped = applyMapping(withScores(this.table, this.scores), mapping);
    if (!mapped.ok) return { ok: false, problems: this.named(mapped.problems) };
    return { ok: true, data: { ...mapped.data, problems: this.named(mapped.data.problems) } };
  }

  /** The texts of a column of the table kept; empty where there is none of that name. */
  texts(column: string): PackedTexts {
    const found = this.table?.columns.find((c) => c.name === column);
    return packTexts(found?.kind === "text" ? found.texts : []);
  }

  /** Puts scores behind the columns of the table kept, in place of earlier ones of the same name; shows all there are. */
  addScores(scores: readonly ScoreColumn[]): ScorePreview {
    if (!this.table) return { columns: [], mapping: [], problems: [] };
    const isNew = (old: ScoreColumn) => !scores.some((s) => s.name === old.name);
    this.scores = [...this.scores.filter(isNew), ...scores];
    const shown = previewScores(withScores(this.table, this.scores), this.scores);
    return { ...shown, problems: this.named(shown.problems) };
  }

  /** Problems of a table as a whole lie in all its files. */
  private named(problems: readonly Problem[]): Problem[] {
    return problems.map((problem) => ({ file: this.file, ...problem }));
  }
}
