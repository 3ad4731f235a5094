import { describe, expect, test } from "vitest";
import { rowsOracle } from "../../core/rows/rows-oracle.ts";
import type { Samples } from "../../core/rows/samples.ts";
import { solvePalette } from "../../core/solve/solve-palette.ts";
import { columnsOf, draws, REWARD_KINDS } from "../../core/testing/draws.ts";
import { type GoldenPalette, golden, goldenProblem } from "../../core/testing/golden.ts";
import { handClock } from "../../core/testing/hand-clock.ts";
import { problemOf } from "../../core/testing/problem.ts";
import { eventually } from "../../testing/eventually.ts";
import { expectAgreement } from "../testing/agreement.ts";
import { handLocks } from "../testing/hand-locks.ts";
import { InProcessWorker } from "../testing/in-process-worker.ts";
import { placeSamples } from "./kernel-oracle.ts";
import { type PooledOracle, pooledOracle, poolOf } from "./pool.ts";
import { ShardService } from "./shard-service.ts";

/** Counts the sums at a λ that it is asked for. */
class CountingShard extends ShardService {
  calls = 0;

  override tilt(lambda: Float64Array) {
    this.calls++;
    return super.tilt(lambda);
  }
}

function pool(samples: Samples, shards: number, { takes = 0 } = {}) {
  const threads: InProcessWorker[] = [];
  const services: CountingShard[] = [];
  // However busy the machine is, no shard is late unless a test says so.
  const clock = handClock();
  const locks = handLocks();
  const make = () => {
    const service = new CountingShard();
    const pace =
      takes > 0 ? { clock, takes: (call: string) => (call === "tilt" ? takes : 0) } : null;
    const thread = new InProcessWorker(service, { locks: locks(), pace });
    services.push(service);
    threads.push(thread);
    return thread;
  };
  const oracle = poolOf(placeSamples(samples), make, shards, { clock, locks: locks() });
  return { oracle, threads, services, clock };
}

const allReady = (oracle: PooledOracle) =>
  eventually(() => expect(oracle.ready()).toBe(oracle.shards - 1));

function samplesOf(kind: string, weighted: boolean, seed: number): Samples {
  const d = draws(seed);
  const rows = 1003;
  const columns = columnsOf(REWARD_KINDS[kind], rows, 4, d).map((c, i) =>
    c.map((r) => r * 10 ** (2 * i - 3)),
  );
  const weights = weighted
    ? Float64Array.from({ length: rows }, (_, j) => (j < 600 ? 0 : 1 / 403))
    : null;
  return { rows, values: [], columns, weights, prompts: null };
}

describe.each([1, 2, 5])("a pool of %i", (shards) => {
  test.each(Object.keys(REWARD_KINDS))("agrees with one process: %s", async (kind) => {
    for (const weighted of [false, true]) {
      const samples = samplesOf(kind, weighted, 3);
      const { oracle, threads, services } = pool(samples, shards);
      expect(threads.length).toBe(shards - 1);
      await allReady(oracle);
      await expectAgreement(oracle, samples, 3);
      for (const service of services) expect(service.calls).toBeGreaterThan(5);
      oracle.stop();
    }
  });

  test("keeps the verdicts on the paper's samples", async () => {
    const cases = golden<GoldenPalette[]>("recorded-palettes.json.gz");
    expect(cases.length).toBe(495);
    for (const one of cases) {
      const { samples } = goldenProblem(one.values, one.model);
      const { oracle } = pool(samples, shards);
      await allReady(oracle);
      const { status } = await solvePalette(oracle, samples, one.palette);
      if (one.verdict === "infeasible") expect(status, one.source).toBe("infeasible");
      else expect(["aligned", "already-met"], one.source).toContain(status);
      oracle.stop();
    }
  });

  test("keeps verdicts from inside to beyond the edge", async () => {
    const { samples } = problemOf(columnsOf(REWARD_KINDS.Gaussian, 500, 3, draws(9)));
    const { oracle } = pool(samples, shards);
    await allReady(oracle);
    const statuses = new Set<string>();
    for (const sd of [-0.1, 0.5, 1, 2, 4]) {
      const targets = samples.values.map((v) => v.mean + sd * v.sd);
      const ours = await solvePalette(oracle, samples, targets);
      const theirs = await solvePalette(rowsOracle(samples), samples, targets);
      expect(ours.status).toBe(theirs.status);
      statuses.add(ours.status);
    }
    expect(statuses.size).toBe(3);
    oracle.stop();
  });
});

describe("a worker that is not there", () => {
  const samples = samplesOf("Gaussian", false, 5);
  const lambda = Float64Array.of(1, 0.2, 0, 0.01);
  const expected = () => rowsOracle(samples).tilt(lambda);
  const near = async (oracle: PooledOracle) =>
    expect((await oracle.tilt(lambda)).logZ).toBeCloseTo((await expected()).logZ, 11);

  test("before it has its rows, its part is summed here", async () => {
    const { oracle, services } = pool(samples, 3);
    expect(oracle.ready()).toBe(0);
    await near(oracle);
    expect(services.map((service) => service.calls)).toEqual([0, 0]);
    oracle.stop();
  });

  test.each(["crash", "terminate"] as const)(
    "%s in the middle of a pass: right answer, new worker, rows again",
    async (end) => {
      const { oracle, threads, services } = pool(samples, 2);
      await allReady(oracle);
      const answer = oracle.tilt(lambda);
      threads[0][end]();
      expect((await answer).logZ).toBeCloseTo((await expected()).logZ, 11);
      await eventually(() => expect(threads.length).toBe(2));
      expect(threads[0].isTerminated).toBe(true);
      await allReady(oracle);
      await near(oracle);
      expect(services[1].calls).toBe(1);
      oracle.stop();
    },
  );

  test.each(["crash", "terminate"] as const)(
    "%s at rest: replaced before it is asked",
    async (end) => {
      const { oracle, threads, services } = pool(samples, 2);
      await allReady(oracle);
      await near(oracle);
      threads[0][end]();
      await eventually(() => expect(threads.length).toBe(2));
      await allReady(oracle);
      await near(oracle);
      expect(services.map((service) => service.calls)).toEqual([1, 1]);
      oracle.stop();
    },
  );

  test("one that is late is not dead: its part is summed here, and it is asked again once it has replied", async () => {
    const { oracle, threads, services, clock } = pool(samples, 2, { takes: 20_000 });
    await eventually(() => {
      clock.pass(0);
      expect(oracle.ready()).toBe(1);
    });
    const answer = oracle.tilt(lambda);
    clock.pass(19_999);
    expect((await answer).logZ).toBeCloseTo((await expected()).logZ, 11);
    await near(oracle);
    expect(services[0].calls).toBe(0);
    clock.pass(20_000);
    await eventually(() => expect(services[0].calls).toBe(1));
    expect(threads.length).toBe(1);
    expect(threads[0].isTerminated).toBe(false);
    oracle.stop();
  });

  test("one that keeps dying is given up, and the answers stay right", async () => {
    const { oracle, threads } = pool(samples, 2);
    for (let k = 0; k < 8; k++) threads[threads.length - 1].crash();
    expect(threads.length).toBe(6);
    await near(oracle);
    oracle.stop();
  });

  test("stopping ends the workers and starts no new ones", async () => {
    const { oracle, threads } = pool(samples, 3);
    oracle.stop();
    expect(threads.every((t) => t.isTerminated)).toBe(true);
    expect(threads.length).toBe(2);
  });
});

test.each([
  [19_999, 4, 1],
  [20_000, 4, 4],
  [20_000, 64, 8],
])("%i rows on %i cores: %i shards", (rows, cores, shards) => {
  const columns = [Float64Array.from({ length: rows }, (_, j) => j / rows)];
  const samples: Samples = { rows, values: [], columns, weights: null, prompts: null };
  const make = () => new InProcessWorker(new ShardService());
  const oracle = pooledOracle(placeSamples(samples), make, cores);
  expect(oracle.shards).toBe(shards);
  oracle.stop();
});
