import { expose } from "comlink";
import { afterEach, expect, test, vi } from "vitest";
import type { Palette } from "../../core/rows/palette.ts";
import { type EngineClient, startEngine, type WorkerStatus } from "./engine-client.ts";
import { SolverService } from "./solver-service.ts";

/** A worker on a message channel that can be killed as browsers kill them: with an error, or without a word. */
class FakeWorker {
  onerror: ((event: { preventDefault(): void }) => void) | null = null;
  onmessageerror: (() => void) | null = null;
  private readonly near: MessagePort;
  private readonly far: MessagePort;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.near = port1;
    this.far = port2;
    expose(new SolverService(), this.far as never);
    this.near.start();
  }
  postMessage(message: unknown, transfer: Transferable[]): void {
    this.near.postMessage(message, transfer as never);
  }
  addEventListener(type: "message", listener: (event: MessageEvent) => void): void {
    this.near.addEventListener(type, listener as never);
  }
  removeEventListener(type: "message", listener: (event: MessageEvent) => void): void {
    this.near.removeEventListener(type, listener as never);
  }
  terminate(): void {
    this.near.close();
    this.far.close();
  }
  dieLoudly(): void {
    this.terminate();
    this.onerror?.({ preventDefault: () => undefined });
  }
}

const SAMPLE = { kind: "sample", name: "opt-1.3b", rows: 500, seed: 1 } as const;
const palette = (target: number): Palette => ({
  targets: [target, null, null, null, null, null],
  held: [false, false, false, false, false, false],
});
let engine: EngineClient | null = null;
afterEach(() => engine?.stop());

function start() {
  const workers: FakeWorker[] = [];
  const statuses: WorkerStatus[] = [];
  const answered: (number | null)[] = [];
  engine = startEngine(
    () => {
      workers.push(new FakeWorker());
      return workers.at(-1) as unknown as Worker;
    },
    {
      onStatus: (status) => statuses.push(status),
      onAnswer: (_, asked) => answered.push(asked.targets[0]),
      onPicture: () => undefined,
      onProblem: (detail) => {
        throw new Error(detail);
      },
    },
  );
  return { engine, workers, statuses, answered };
}

test("loads, answers, and the newest question is the last answered", async () => {
  const { engine, statuses, answered } = start();
  expect(await engine.load(SAMPLE)).toMatchObject({ ok: true, rows: 500 });
  for (const target of [2.1, 2.2, 2.3, 2.35]) engine.ask(palette(target));
  await vi.waitFor(() => expect(answered.at(-1)).toBe(2.35));
  expect(answered.length).toBeLessThan(4);
  expect(statuses).toEqual(["starting", "ready"]);
});

test("a worker that crashes is replaced, given the same rows, and asked again", async () => {
  const { engine, workers, statuses, answered } = start();
  await engine.load(SAMPLE);
  engine.ask(palette(2.2));
  workers[0].dieLoudly();
  await vi.waitFor(() => expect(answered).toEqual([2.2]));
  expect(statuses).toEqual(["starting", "ready", "restarting", "ready"]);
  expect(workers.length).toBe(2);
});

test("a worker that dies without a word is noticed by its silence", async () => {
  const { engine, workers, statuses, answered } = start();
  await engine.load(SAMPLE);
  workers[0].terminate();
  engine.ask(palette(2.25));
  await vi.waitFor(() => expect(answered).toEqual([2.25]), { timeout: 10_000 });
  expect(statuses).toContain("restarting");
});

test("a worker that dies while it loads is given the rows again, and the load still ends", async () => {
  const { engine, workers } = start();
  const loading = engine.load(SAMPLE);
  workers[0].dieLoudly();
  expect(await loading).toMatchObject({ ok: true, rows: 500 });
});

test("after three restarts in a row it gives up and says so", async () => {
  const { engine, workers, statuses } = start();
  await engine.load(SAMPLE);
  for (let k = 0; k < 4; k++) workers.at(-1)?.dieLoudly();
  expect(statuses.at(-1)).toBe("failed");
});
