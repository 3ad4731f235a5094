import { ByteWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import { type ExportedWeights, type WrittenPiece, weightColumns } from "./row-weights.ts";

/** Rows of a group: few enough to be written in a moment, many enough to be read well. */
const GROUP = 8192;

/**
 * The table of weights as Parquet in pieces, one row group each and the footer last; doubles and whole numbers, not compressed,
 * since such numbers do not shrink. `about` goes into the file's key-value metadata.
 */
export function* weightsParquet(
  weights: ExportedWeights,
  about: Readonly<Record<string, string>>,
): Generator<WrittenPiece<Uint8Array<ArrayBuffer>>> {
  const columns = weightColumns(weights);
  const rows = weights.after.length;
  const writer = new ByteWriter();
  const data = (from: number, to: number) =>
    columns.map(({ name, at, isWhole }) => ({
      name,
      data: isWhole
        ? Int32Array.from({ length: to - from }, (_, j) => at(from + j))
        : Float64Array.from({ length: to - from }, (_, j) => at(from + j)),
      encoding: "PLAIN" as const,
    }));
  const typed = columns.map(({ name, isWhole }) => ({
    name,
    data: [],
    type: isWhole ? ("INT32" as const) : ("DOUBLE" as const),
    nullable: false,
  }));
  const file = new ParquetWriter({
    writer,
    schema: schemaFromColumnData({ columnData: typed }),
    codec: "UNCOMPRESSED",
    createdBy: "Value Palette",
    kvMetadata: Object.entries(about).map(([key, value]) => ({ key, value })),
  });
  for (let from = 0; from < rows; from += GROUP) {
    const to = Math.min(rows, from + GROUP);
    file.write({ columnData: data(from, to), rowGroupSize: GROUP });
    yield { piece: taken(), rows: to };
  }
  file.finish();
  yield { piece: taken(), rows };

  /** What was written since the last time; the writer goes on counting from the start of the file. */
  function taken(): Uint8Array<ArrayBuffer> {
    const piece = writer.getBytes().slice() as Uint8Array<ArrayBuffer>;
    writer.index = 0;
    return piece;
  }
}
