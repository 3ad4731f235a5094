import { afterEach, expect, test } from "vitest";
import type { Palette } from "../../core/rows/palette.ts";
import { handClock } from "../../core/testing/hand-clock.ts";
import { eventually } from "../../testing/eventually.ts";
import { InProcessWorker } from "../testing/in-process-worker.ts";
import { type EngineClient, startEngine, type WorkerStatus } from "./engine-client.ts";
import { SolverService } from "./solver-service.ts";

const SAMPLE = { kind: "sample", name: "opt-1.3b", rows: 500, seed: 1 } as const;
const palette = (target: number): Palette => ({
  targets: [target, null, null, null, null, null],
  held: [false, false, false, false, false, false],
});
let engine: EngineClient | null = null;
afterEach(() => engine?.stop());

function start() {
  const workers: InProcessWorker[] = [];
  const clock = handClock();
  const statuses: WorkerStatus[] = [];
  const answered: (number | null)[] = [];
  engine = startEngine(
    () => {
      const worker = new InProcessWorker(new SolverService());
      workers.push(worker);
      return worker;
    },
    {
      onStatus: (status) => statuses.push(status),
      onAnswer: (_, asked) => answered.push(asked.targets[0]),
      onPicture: () => undefined,
      onProblem: (detail) => {
        throw new Error(detail);
      },
    },
    { clock },
  );
  return { engine, workers, statuses, answered, clock };
}

test("loads, answers, and the newest question is the last answered", async () => {
  const { engine, statuses, answered } = start();
  expect(await engine.load(SAMPLE)).toMatchObject({ ok: true, rows: 500 });
  for (const target of [2.1, 2.2, 2.3, 2.35]) engine.ask(palette(target));
  await eventually(() => expect(answered.at(-1)).toBe(2.35));
  expect(answered.length).toBeLessThan(4);
  expect(statuses).toEqual(["starting", "ready"]);
});

test("a worker that crashes is replaced, given the same rows, and asked again", async () => {
  const { engine, workers, statuses, answered } = start();
  await engine.load(SAMPLE);
  engine.ask(palette(2.2));
  workers[0].crash();
  await eventually(() => expect(answered).toEqual([2.2]));
  expect(statuses).toEqual(["starting", "ready", "restarting", "ready"]);
  expect(workers.length).toBe(2);
});

test("a worker that dies without a word is noticed by its silence", async () => {
  const { engine, workers, statuses, answered, clock } = start();
  await engine.load(SAMPLE);
  workers[0].terminate();
  engine.ask(palette(2.25));
  clock.pass(1500 + 1000 - 1);
  expect(statuses.at(-1)).toBe("ready");
  clock.pass(1);
  await eventually(() => expect(answered).toEqual([2.25]));
  expect(statuses).toContain("restarting");
});

test("a worker that is long about an answer but alive is let be", async () => {
  const { engine, workers, answered, clock } = start();
  await engine.load(SAMPLE);
  engine.ask(palette(2.25));
  clock.pass(1500);
  await eventually(() => expect(answered).toEqual([2.25]));
  expect(workers.length).toBe(1);
});

test("a worker that dies while it loads is given the rows again, and the load still ends", async () => {
  const { engine, workers } = start();
  const loading = engine.load(SAMPLE);
  workers[0].crash();
  expect(await loading).toMatchObject({ ok: true, rows: 500 });
});

test("after three restarts in a row it gives up and says so", async () => {
  const { engine, workers, statuses } = start();
  await engine.load(SAMPLE);
  for (let k = 0; k < 4; k++) workers.at(-1)?.crash();
  expect(statuses.at(-1)).toBe("failed");
});
