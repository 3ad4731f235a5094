/** Sizes in which the calibrated samples are offered, in answers; the first is that of the public samples. */
export const SAMPLE_SIZES: readonly number[] = [2312, 10_000, 100_000, 1_000_000];
