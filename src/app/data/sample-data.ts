import { CALIBRATED_ROWS, CALIBRATED_SEED } from "../../ingest/calibrated/calibrated-sample.ts";
import type { DataSource } from "../../share/document/document.ts";
import type { NewData } from "./new-data.ts";

type SampleSource = Extract<DataSource, { kind: "sample" }>;

/** A calibrated sample as data to open. */
export function sampleData(source: SampleSource): NewData {
  return { rows: source, source, dropped: 0 };
}

/** The default seed and size of a calibrated sample. */
export function sampleSource(name: SampleSource["name"], rows = CALIBRATED_ROWS): SampleSource {
  return { kind: "sample", name, rows, seed: CALIBRATED_SEED };
}
