import { wrap } from "comlink";
import { afterAll, describe, expect, test } from "vitest";
import type { Service } from "./contract.ts";
import { handedOver } from "./handed-over.ts";
import { isStopped, serviceClient } from "./service-client.ts";
import { InProcessWorker } from "./testing/in-process-worker.ts";

/** A service that answers, counts, is silent at `hang`, and fails at `fail`. */
interface Fake {
  echo(text: string): string;
  count(to: number, onProgress: (share: number) => void): Promise<number>;
  lengthOf(numbers: Float64Array): number;
  hang(): Promise<string>;
  fail(): string;
}

const FAKE: Fake = {
  echo: (text) => text,
  async count(to, onProgress) {
    for (let k = 1; k <= to; k++) await onProgress(k / to);
    return to;
  },
  lengthOf: (numbers) => numbers.length,
  hang: () => new Promise(() => undefined),
  fail() {
    throw new Error("invalid question: none");
  },
};

const workers: InProcessWorker[] = [];
afterAll(() => {
  for (const worker of workers) worker.terminate();
});

function started(onCrash?: () => void) {
  const made: InProcessWorker[] = [];
  const client = serviceClient(
    () => {
      const worker = new InProcessWorker(FAKE);
      made.push(worker);
      workers.push(worker);
      return worker;
    },
    (worker): Service<Fake> => wrap<Fake>(worker),
    onCrash,
  );
  return { client, made };
}

describe("the client of a worker", () => {
  test("starts it once, at its first work, and passes on what it answers", async () => {
    const { client, made } = started();
    expect(made).toHaveLength(0);
    expect(await client.run((s) => s.echo("a"))).toBe("a");
    expect(await client.run((s) => s.echo("b"))).toBe("b");
    expect(made).toHaveLength(1);
  });

  test("calls functions back across the threads, without being told which", async () => {
    const { client } = started();
    const shares: number[] = [];
    expect(await client.run((s) => s.count(4, (share) => void shares.push(share)))).toBe(4);
    expect(shares).toEqual([0.25, 0.5, 0.75, 1]);
  });

  test("hands memory over where that is asked, and copies it otherwise", async () => {
    const { client } = started();
    const numbers = new Float64Array(8);
    expect(await client.run((s) => s.lengthOf(numbers))).toBe(8);
    expect(numbers.length).toBe(8);
    expect(await client.run((s) => s.lengthOf(handedOver(numbers, [numbers, numbers])))).toBe(8);
    expect(numbers.length).toBe(0);
  });

  test("ends all its work when it is cancelled, and makes another worker", async () => {
    const { client, made } = started();
    const both = [client.run((s) => s.hang()), client.run((s) => s.hang())];
    client.cancel();
    for (const one of both) expect(await one).toEqual({ ok: false, stopped: "cancelled" });
    expect(made[0].isTerminated).toBe(true);
    expect(await client.run((s) => s.echo("again"))).toBe("again");
    expect(made).toHaveLength(2);
  });

  test("gives a crash as a value, says so once, and makes another worker", async () => {
    let crashes = 0;
    const { client, made } = started(() => crashes++);
    const both = [client.run((s) => s.hang()), client.run((s) => s.hang())];
    made[0].crash();
    for (const one of both) expect(await one).toEqual({ ok: false, stopped: "crashed" });
    expect(crashes).toBe(1);
    expect(await client.run((s) => s.echo("again"))).toBe("again");
    made[0].crash();
    expect(crashes).toBe(1);
    expect(await client.run((s) => s.echo("still"))).toBe("still");
  });

  test("rejects where the service throws, and goes on", async () => {
    const { client } = started();
    await expect(client.run((s) => s.fail())).rejects.toThrow("invalid question: none");
    expect(await client.run((s) => s.echo("on"))).toBe("on");
  });

  test("tells an ended worker from every other reply", () => {
    expect(isStopped({ ok: false, stopped: "crashed" })).toBe(true);
    for (const reply of [null, 0, "", [], { ok: false }]) expect(isStopped(reply)).toBe(false);
  });
});
