import type { ExportFacts } from "../../share/exports/export-facts.ts";
import { fileName } from "../../share/exports/file-name.ts";
import { type RowWeights, type WrittenPiece, weightsCsv } from "../../share/exports/row-weights.ts";
import type { Catalogue } from "../../ui/text/en.ts";
import { namePartsOf } from "./export-now.ts";
import type { ReadyFile } from "./save-file.ts";

/** As what the weights can be written. */
export type WeightsFormat = "csv" | "parquet";

const TYPE: Record<WeightsFormat, string> = {
  csv: "text/csv;charset=utf-8",
  parquet: "application/vnd.apache.parquet",
};
/** Longest stretch of work in milliseconds before the page gets its turn. */
const STRETCH_MS = 10;
/** Characters or bytes that are handed to the browser together, so that no file stands in this page's memory as a whole. */
const HANDFUL = 1_000_000;

/**
 * Writes the weights of all answers, a stretch at a time, so that the page stays alive at a million rows. `onShare` hears the
 * share done. Null where `signal` called it off.
 */
export async function weightsFile(
  format: WeightsFormat,
  weights: RowWeights,
  facts: ExportFacts,
  text: Catalogue,
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<ReadyFile | null> {
  const done: Blob[] = [];
  let waiting: BlobPart[] = [];
  let size = 0;
  let began = performance.now();
  for (const { piece, rows } of await piecesOf(format, weights, facts)) {
    waiting.push(piece);
    size += piece.length;
    if (size > HANDFUL) {
      done.push(new Blob(waiting));
      waiting = [];
      size = 0;
    }
    if (performance.now() - began < STRETCH_MS) continue;
    onShare(rows / weights.after.length);
    await new Promise((resume) => setTimeout(resume));
    if (signal.aborted) return null;
    began = performance.now();
  }
  return {
    name: fileName(namePartsOf(facts, text.exports.files.weights, text), format),
    content: new Blob([...done, ...waiting], { type: TYPE[format] }),
  };
}

async function piecesOf(
  format: WeightsFormat,
  weights: RowWeights,
  { link, dataName, notes }: ExportFacts,
): Promise<Iterable<WrittenPiece<string | Uint8Array<ArrayBuffer>>>> {
  if (format === "csv") return weightsCsv(weights);
  const { weightsParquet } = await import("../../share/exports/row-weights-parquet.ts");
  return weightsParquet(weights, { link, data: dataName, notes: notes.join(" ") });
}
