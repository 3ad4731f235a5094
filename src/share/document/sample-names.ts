import type { DataSource } from "./document.ts";

/** Names of the calibrated samples. */
export type SampleName = Extract<DataSource, { kind: "sample" }>["name"];

/** The calibrated samples in the order they are offered. */
export const SAMPLE_NAMES: readonly SampleName[] = ["llama-2-7b-chat", "opt-1.3b"];
