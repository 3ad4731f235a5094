import type { TiltOracle } from "../../core/rows/oracle.ts";
import type { LifeTools } from "../life/watch-life.ts";
import { kernelOracle, type PlacedSamples, stretchOracle } from "./kernel-oracle.ts";
import type { RowSums } from "./row-sums.ts";
import { linkShard, type RowQuestion, type ShardRows } from "./shard-link.ts";

/** Below so many rows a pass is shorter than the way to another worker and back. */
const FEWEST_POOLED_ROWS = 20_000;
/** Most shards, the one of the asking worker included. */
const MOST_SHARDS = 8;

/** A tilt oracle whose rows are summed by several workers at once. */
export interface PooledOracle extends TiltOracle {
  /** Shards, the one of the asking worker included. */
  readonly shards: number;
  /** How many of the other workers hold their rows now. */
  ready(): number;
  /** Ends the other workers. */
  stop(): void;
}

/** Starts as many shards as this machine has cores, at most eight; one, in this worker, for fewer than 20,000 rows. */
export function pooledOracle(
  placed: PlacedSamples,
  makeShard: (() => Worker) | null,
  cores: number,
): PooledOracle {
  const { rows } = placed.samples;
  const isWorth = makeShard && rows >= FEWEST_POOLED_ROWS;
  return isWorth
    ? poolOf(placed, makeShard, Math.min(MOST_SHARDS, Math.max(1, cores)))
    : { ...kernelOracle(placed), shards: 1, ready: () => 0, stop: () => undefined };
}

/**
 * Splits the rows among `shards`: the first stretch is summed here, each other one by a worker that is given a copy of it once.
 * What a worker cannot answer (it starts, died, or is late) is summed here too, so that every answer is complete and exact.
 */
export function poolOf(
  placed: PlacedSamples,
  makeShard: () => Worker,
  shards: number,
  tools: Partial<LifeTools> = {},
): PooledOracle {
  const { samples } = placed;
  const length = 4 * Math.ceil(samples.rows / shards / 4);
  const firsts: number[] = [];
  for (let from = 0; from < samples.rows; from += length) firsts.push(from);
  const local = firsts.map((from) => lazy(() => placed.sums(from, endOf(from))));
  const links = firsts.slice(1).map((from) => linkShard(makeShard, () => copyOf(from), tools));
  const oracle = stretchOracle(samples, {
    firsts,
    tilt: (lambda) => all((part) => part.tilt(lambda)),
    support: (direction) => all((part) => part.support(direction)),
    distribution: (lambda, binning) => all((part) => part.distribution(lambda, binning)),
    top: (lambda, k, order) => all((part) => part.top(lambda, k, order)),
  });
  return {
    ...oracle,
    shards: firsts.length,
    ready: () => links.filter((link) => link.isReady()).length,
    stop: () => {
      for (const link of links) link.stop();
    },
  };

  async function all<T>(question: RowQuestion<T>): Promise<T[]> {
    const remote = links.map((link) => link.ask(question));
    const began = performance.now();
    const own = question(local[0]());
    const duration = performance.now() - began;
    const others = await Promise.all(remote.map((reply) => reply?.within(duration) ?? null));
    return Promise.all([own, ...others.map((answer, k) => answer ?? question(local[k + 1]()))]);
  }

  function endOf(from: number): number {
    return Math.min(samples.rows, from + length);
  }

  function copyOf(from: number): ShardRows {
    return {
      columns: samples.columns.map((c) => c.slice(from, endOf(from))),
      weights: samples.weights && samples.weights.slice(from, endOf(from)),
    };
  }
}

function lazy(make: () => RowSums): () => RowSums {
  let sums: RowSums | null = null;
  return () => {
    sums ??= make();
    return sums;
  };
}
