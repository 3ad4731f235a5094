import { type Random, seededRandom } from "../../core/numerics/random.ts";

/** A uniform random sample without replacement: so many rows, drawn by a seed. */
export interface RowSample {
  readonly rows: number;
  readonly seed: number;
}

/** Places of a uniform sample of `count` rows, ascending; null where that is all of them. */
export function sampledPlaces(count: number, { rows, seed }: RowSample): Int32Array | null {
  if (count <= rows) return null;
  const random = seededRandom(seed);
  const places = new Int32Array(rows);
  let taken = 0;
  for (let j = 0; taken < rows; j++)
    if (random.uniform() * (count - j) < rows - taken) places[taken++] = j;
  return places;
}

/**
 * Draws a uniform sample of a stream whose length is not known: every row gets a random key and the smallest keys stay
 * (a reservoir that keeps the order of the file). At most twice the sample is held at a time.
 */
export class RowSampler {
  /** Rows offered so far. */
  seen = 0;
  private readonly random: Random;
  private keys: number[] = [];
  private limit = 1;

  constructor(private readonly sample: RowSample) {
    this.random = seededRandom(sample.seed);
  }

  /** True where the next row is to be kept for now. */
  takes(): boolean {
    this.seen++;
    const key = this.random.uniform();
    if (key >= this.limit) return false;
    this.keys.push(key);
    return true;
  }

  /** Places among the rows kept that stay, ascending, once there are twice too many or at the end; else null. */
  thin(isEnd: boolean): Int32Array | null {
    const { rows } = this.sample;
    if (this.keys.length <= (isEnd ? rows : 2 * rows)) return null;
    this.limit = Float64Array.from(this.keys).sort()[rows];
    const stay: number[] = [];
    this.keys.forEach((key, j) => {
      if (key < this.limit) stay.push(j);
    });
    this.keys = stay.map((j) => this.keys[j]);
    return Int32Array.from(stay);
  }
}
