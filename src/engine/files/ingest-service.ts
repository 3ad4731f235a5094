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
import { previewOf } from "../../ingest/mapping/preview.ts";
import { proposal, withWords } from "../../ingest/mapping/propose-mapping.ts";
import {
  easedByTexts,
  previewScores,
  type ScorePreview,
  withScores,
} from "../../ingest/mapping/scored-table.ts";
import { nameTogether } from "../../ingest/name-together.ts";
import { type ReadChoices, readSource } from "../../ingest/read-source.ts";
import type { ScoreColumn } from "../../ingest/table/scores.ts";
import type { Problem, Table } from "../../ingest/table/table.ts";
import type { IngestApi, OnRead, Preview } from "../contract.ts";
import { handedOver } from "../handed-over.ts";

/** The page need not hear of progress more often. */
const TELL_EVERY_MS = 100;

/** Reads a file and keeps its table while the user decides what the columns are; lives in a worker. */
export class IngestService implements IngestApi {
  private table: Table | null = null;
  private file = "";
  private scores: readonly ScoreColumn[] = [];

  /** Reads files as `choices` say; replaces the table kept. Tells `onProgress` the bytes and rows read. */
  async read(
    files: readonly BlobLike[],
    choices: ReadChoices = {},
    onProgress: OnRead = () => undefined,
  ): Promise<Preview> {
    this.table = null;
    this.file = nameTogether(files.map(({ name }) => name ?? "file"));
    this.scores = [];
    const tell = throttle(TELL_EVERY_MS, onProgress, { trailing: false });
    const sources = files.map((file) => sourceOfBlob(file));
    const read = await readSource(sources, {
      ...choices,
      progress: async (done) => tell(done),
    });
    if (!read.ok) return read;
    // Words that are grades are numbers too.
    const graded = withWords(read.table, proposal(read, choices.picks).mapping);
    const found = easedByTexts(read.table, checkTable(graded));
    // A log of a single sample is shown, with a word that one answer cannot be weighed.
    const isLog = read.layout === "inspect";
    const checked = isLog ? found.map((p) => ({ ...p, severity: "warning" as const })) : found;
    const problems = [...read.problems, ...this.named(checked)];
    if (problems.some((p) => p.severity === "error"))
      return {
        ok: false,
        problems: problems.sort(
          (a, b) => Number(b.severity === "error") - Number(a.severity === "error"),
        ),
      };
    this.table = read.table;
    return { ok: true, ...previewOf(read, problems, choices.picks) };
  }

  /** Makes samples of the table kept, scores included. */
  map(mapping: readonly ColumnMapping[]): MappingResult {
    if (!this.table) return { ok: false, problems: [{ code: "empty-file", severity: "error" }] };
    const mapped = applyMapping(withScores(this.table, this.scores), mapping);
    if (!mapped.ok) return { ok: false, problems: this.named(mapped.problems) };
    const { data } = mapped;
    const reply: MappingResult = {
      ok: true,
      data: { ...data, problems: this.named(data.problems) },
    };
    return handedOver(reply, arraysOf(data));
  }

  /** The texts of a column of the table kept; empty where there is none of that name. */
  texts(column: string): PackedTexts {
    const textColumn = this.table?.columns.find((c) => c.name === column);
    const packed = packTexts(textColumn?.kind === "text" ? textColumn.texts : []);
    return handedOver(packed, [packed.bytes, packed.ends]);
  }

  /** Puts scores behind the columns of the table kept, in place of earlier ones of the same name; shows all there are. */
  addScores(scores: readonly ScoreColumn[]): ScorePreview {
    if (!this.table) return { columns: [], mapping: [], problems: [] };
    const isNew = (old: ScoreColumn) => !scores.some((s) => s.name === old.name);
    this.scores = [...this.scores.filter(isNew), ...scores];
    const preview = previewScores(withScores(this.table, this.scores), this.scores);
    return { ...preview, problems: this.named(preview.problems) };
  }

  /** Problems of a table as a whole lie in all its files. */
  private named(problems: readonly Problem[]): Problem[] {
    return problems.map((problem) => ({ file: this.file, ...problem }));
  }
}

/** The arrays of mapped rows, which go to the page without being copied. */
function arraysOf({ columns, weights, prompts, texts }: MappedRows): ArrayBufferView[] {
  const packed = [texts.prompts, texts.responses].flatMap((t) => (t ? [t.bytes, t.ends] : []));
  const arrays = [...columns.map((c) => c.rewards), weights, prompts, ...packed];
  return arrays.flatMap((array) => (array ? [array] : []));
}
