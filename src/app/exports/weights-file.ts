import type { ExportFacts } from "../../share/exports/export-facts.ts";
import { fileName } from "../../share/exports/file-name.ts";
import {
  type ExportedWeights,
  type WrittenPiece,
  weightsCsv,
} from "../../share/exports/row-weights.ts";
import type { Catalogue } from "../../ui/text/en.ts";
import { namePartsOf } from "./export-now.ts";
import type { ReadyFile } from "./save-file.ts";

/** The formats in which weights can be written. */
export type WeightsFormat = "csv" | "parquet";

const TYPE: Record<WeightsFormat, string> = {
  csv: "text/csv;charset=utf-8",
  parquet: "application/vnd.apache.parquet",
};
/** Longest time in milliseconds that the main thread works without a pause. */
const STRETCH_MS = 10;
/** Characters or bytes in one blob: the browser may keep blobs on disk, so no file is in memory as a whole. */
const BLOB_SIZE = 1_000_000;

/**
 * Writes the weights of all answers with pauses, so that the page stays responsive at a million rows. `onShare` is called with
 * the share done. Null where `signal` aborted it.
 */
export async function weightsFile(
  format: WeightsFormat,
  weights: ExportedWeights,
  facts: ExportFacts,
  text: Catalogue,
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<ReadyFile | null> {
  const blobs: Blob[] = [];
  let pieces: BlobPart[] = [];
  let size = 0;
  let began = performance.now();
  for (const { piece, rows } of await piecesOf(format, weights, facts)) {
    pieces.push(piece);
    size += piece.length;
    if (size > BLOB_SIZE) {
      blobs.push(new Blob(pieces));
      pieces = [];
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
    content: new Blob([...blobs, ...pieces], { type: TYPE[format] }),
  };
}

async function piecesOf(
  format: WeightsFormat,
  weights: ExportedWeights,
  { link, dataName, notes }: ExportFacts,
): Promise<Iterable<WrittenPiece<string | Uint8Array<ArrayBuffer>>>> {
  if (format === "csv") return weightsCsv(weights);
  const { weightsParquet } = await import("../../share/exports/row-weights-parquet.ts");
  return weightsParquet(weights, { link, data: dataName, notes: notes.join(" ") });
}
