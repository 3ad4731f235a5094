import type { DataSource } from "../../share/document.ts";

/** Names of the calibrated samples. */
export type SampleName = Extract<DataSource, { kind: "sample" }>["name"];

/** The calibrated samples in the order they are offered. */
export const SAMPLE_NAMES: readonly SampleName[] = ["llama-2-7b-chat", "opt-1.3b"];

/** Sizes in which they are offered, in answers; the first is that of the public samples. */
export const SAMPLE_SIZES: readonly number[] = [2312, 10_000, 100_000, 1_000_000];
