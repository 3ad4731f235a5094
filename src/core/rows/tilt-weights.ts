/** Rows ordered by prompt: `order[start[x]] … order[start[x+1] − 1]` are the rows of prompt x, μ_x its base weight. */
export interface PromptGroups {
  readonly order: Int32Array;
  readonly start: Int32Array;
  readonly mass: Float64Array;
}

/** What is left of a tilt once its weights stand: log Z and the support value M(λ). */
export interface TiltScalars {
  logZ: number;
  max: number;
}

/** Rows at a time: as many as stay in the processor's first cache. */
const TILE = 512;

/** λ·r of every row into `scores` (length N). Columns whose λ is 0 are not read. */
export function scoresInto(
  columns: readonly (Float64Array | Float32Array)[],
  lambda: Float64Array,
  scores: Float64Array,
): void {
  const rows = scores.length;
  scores.fill(0);
  for (let from = 0; from < rows; from += TILE) {
    const to = Math.min(rows, from + TILE);
    for (let i = 0; i < columns.length; i++) {
      const l = lambda[i];
      if (l === 0) continue;
      const column = columns[i];
      for (let j = from; j < to; j++) scores[j] += l * column[j];
    }
  }
}

/** Turns scores λ·r_j into weights w_j ∝ q_j exp(λ·r_j), in place, with one partition function for all rows. */
export function pooledWeights(scores: Float64Array, q: Float64Array | null): TiltScalars {
  const rows = scores.length;
  let max = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < rows; j++) if (scores[j] > max && (!q || q[j] > 0)) max = scores[j];
  let sum = 0;
  for (let from = 0; from < rows; from += TILE) {
    const to = Math.min(rows, from + TILE);
    sum += q ? tiltWeighedTile(scores, q, from, to, max) : tiltTile(scores, from, to, max);
  }
  const scale = 1 / sum;
  for (let j = 0; j < rows; j++) scores[j] *= scale;
  return { logZ: max + Math.log(q ? sum : sum / rows), max };
}

/** exp(score − max) of some rows in place, and their sum. */
function tiltTile(scores: Float64Array, from: number, to: number, max: number): number {
  let part = 0;
  for (let j = from; j < to; j++) {
    const w = Math.exp(scores[j] - max);
    scores[j] = w;
    part += w;
  }
  return part;
}

/** The same times q, and 0 for rows of no weight. */
function tiltWeighedTile(
  scores: Float64Array,
  q: Float64Array,
  from: number,
  to: number,
  max: number,
): number {
  let part = 0;
  for (let j = from; j < to; j++) {
    const w = q[j] > 0 ? q[j] * Math.exp(scores[j] - max) : 0;
    scores[j] = w;
    part += w;
  }
  return part;
}

/** The same with one partition function per prompt: w_j = μ_x w_{j|x}, log Z = Σ_x μ_x log Z_x, M = Σ_x μ_x max_x (method §2). */
export function perPromptWeights(
  scores: Float64Array,
  q: Float64Array | null,
  groups: PromptGroups,
): TiltScalars {
  const { order, start, mass } = groups;
  let logZ = 0;
  let max = 0;
  for (let x = 0; x < mass.length; x++) {
    if (!(mass[x] > 0)) {
      for (let k = start[x]; k < start[x + 1]; k++) scores[order[k]] = 0;
      continue;
    }
    const top = greatestScore(scores, q, groups, x);
    const sum = tiltPrompt(scores, q, groups, x, top);
    logZ += mass[x] * (top + Math.log(sum / mass[x]));
    max += mass[x] * top;
    for (let k = start[x]; k < start[x + 1]; k++) scores[order[k]] *= mass[x] / sum;
  }
  return { logZ, max };
}

/** The greatest score of prompt x over rows of positive weight. */
function greatestScore(
  scores: Float64Array,
  q: Float64Array | null,
  { order, start }: PromptGroups,
  x: number,
): number {
  let top = Number.NEGATIVE_INFINITY;
  for (let k = start[x]; k < start[x + 1]; k++) {
    const j = order[k];
    if (scores[j] > top && (!q || q[j] > 0)) top = scores[j];
  }
  return top;
}

/** q·exp(score − top) of the rows of prompt x in place, and their sum. */
function tiltPrompt(
  scores: Float64Array,
  q: Float64Array | null,
  { order, start }: PromptGroups,
  x: number,
  top: number,
): number {
  const each = 1 / scores.length;
  let sum = 0;
  for (let k = start[x]; k < start[x + 1]; k++) {
    const j = order[k];
    const base = q ? q[j] : each;
    scores[j] = base > 0 ? base * Math.exp(scores[j] - top) : 0;
    sum += scores[j];
  }
  return sum;
}

/** Groups rows by prompt number. Errors: throws `invalid prompts: …` where a number is negative. */
export function groupByPrompt(prompts: Int32Array, q: Float64Array | null): PromptGroups {
  let count = 0;
  for (const x of prompts) {
    if (x < 0) throw new Error(`invalid prompts: ${x}`);
    if (x >= count) count = x + 1;
  }
  const start = new Int32Array(count + 1);
  const mass = new Float64Array(count);
  for (let j = 0; j < prompts.length; j++) {
    start[prompts[j] + 1]++;
    mass[prompts[j]] += q ? q[j] : 1 / prompts.length;
  }
  for (let x = 0; x < count; x++) start[x + 1] += start[x];
  const next = start.slice();
  const order = new Int32Array(prompts.length);
  for (let j = 0; j < prompts.length; j++) order[next[prompts[j]]++] = j;
  return { order, start, mass };
}
