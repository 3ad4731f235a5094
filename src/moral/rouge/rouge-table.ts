import { type Checkpoint, noCheckpoint } from "../../core/rows/checkpoint.ts";
import { bootstrapMeans, type MeanInterval, type MeanOptions } from "./bootstrap-means.ts";
import { bestRouge, ROUGE_TYPES, type RougeOptions, type RougeType } from "./rouge.ts";

/** A system and its answer to each question, null where it has none. */
export interface SystemAnswers {
  readonly id: string;
  readonly answers: readonly (string | null)[];
}

/** One system's ROUGE over all questions. */
export interface SystemScores {
  readonly id: string;
  /** Mean F of each measure with its 95 % bootstrap interval. */
  readonly means: Readonly<Record<RougeType, MeanInterval>>;
  /** F of each question and measure; NaN without an answer or a reference. */
  readonly perQuestion: Readonly<Record<RougeType, Float64Array>>;
}

const CHECK_EVERY = 16;

/**
 * ROUGE of every system against the references of each question (method §10, evaluation): several references give the best
 * for each measure, questions without a reference are left out. Every system sees the same resamples.
 */
export async function rougeTable(
  references: readonly (readonly string[])[],
  systems: readonly SystemAnswers[],
  {
    checkpoint = noCheckpoint,
    ...options
  }: RougeOptions & MeanOptions & { readonly checkpoint?: Checkpoint } = {},
): Promise<SystemScores[]> {
  const blank = () => new Float64Array(references.length).fill(Number.NaN);
  const columns = systems.map(() => ROUGE_TYPES.map(blank));
  const all = systems.length * references.length;
  for (let done = 0; done < all; done++) {
    if (done % CHECK_EVERY === 0) await checkpoint(done / all);
    const s = Math.floor(done / references.length);
    const q = done % references.length;
    const answer = systems[s].answers[q] ?? null;
    if (answer === null || references[q].length === 0) continue;
    const scores = bestRouge(references[q], answer, options);
    for (const [t, type] of ROUGE_TYPES.entries()) columns[s][t][q] = scores[type].f;
  }
  const means = bootstrapMeans(columns.flat(), options);
  return systems.map(({ id }, s) => ({
    id,
    means: byType((t) => means[s * ROUGE_TYPES.length + t]),
    perQuestion: byType((t) => columns[s][t]),
  }));
}

function byType<T>(get: (at: number) => T): Record<RougeType, T> {
  return { rouge1: get(0), rouge2: get(1), rougeL: get(2), rougeLsum: get(3) };
}
