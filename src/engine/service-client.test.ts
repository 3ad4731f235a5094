import { wrap } from "comlink";
import { afterAll, describe, expect, test } from "vitest";
import { handClock } from "../core/testing/hand-clock.ts";
import { eventually } from "../testing/eventually.ts";
import type { Service } from "./contract.ts";
import { handedOver } from "./handed-over.ts";
import type { Served } from "./life/serve.ts";
import { type ClientOptions, type Connection, isStopped, serviceClient } from "./service-client.ts";
import { handLocks } from "./testing/hand-locks.ts";
import { InProcessWorker } from "./testing/in-process-worker.ts";

/** A service that answers, counts, is silent at `hang`, and fails at `fail`. */
interface Fake {
  echo(text: string): string;
  count(to: number, onProgress: (share: number) => void): Promise<number>;
  lengthOf(numbers: Float64Array): number;
  hang(): Promise<string>;
  /** Keeps whom to tell of progress, and never ends. */
  later(onProgress: (share: number) => void): Promise<string>;
  fail(): string;
}

const heard: ((share: number) => void)[] = [];
const FAKE: Fake = {
  later(onProgress) {
    heard.push(onProgress);
    return new Promise(() => undefined);
  },
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

function started(options: ClientOptions<Service<Fake>> = {}) {
  const made: InProcessWorker[] = [];
  const locks = handLocks();
  const client = serviceClient(
    () => {
      const worker = new InProcessWorker(FAKE, { locks: locks() });
      made.push(worker);
      workers.push(worker);
      return worker;
    },
    (worker): Connection<Service<Fake>> => wrap<Served<Fake>>(worker),
    { tools: { locks: locks(), clock: handClock() }, ...options },
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
    const { client, made } = started({ onDeath: () => crashes++ });
    const both = [client.run((s) => s.hang()), client.run((s) => s.hang())];
    made[0].crash();
    for (const one of both) expect(await one).toEqual({ ok: false, stopped: "crashed" });
    expect(crashes).toBe(1);
    expect(await client.run((s) => s.echo("again"))).toBe("again");
    made[0].crash();
    expect(crashes).toBe(1);
    expect(await client.run((s) => s.echo("still"))).toBe("still");
  });

  test("hears of a worker that ends in silence, at work and at rest", async () => {
    const deaths: string[] = [];
    const { client, made } = started({ onDeath: (why) => deaths.push(why) });
    const work = client.run((s) => s.hang());
    await client.run((s) => s.echo("here"));
    made[0].terminate();
    expect(await work).toEqual({ ok: false, stopped: "crashed" });
    expect(await client.run((s) => s.echo("again"))).toBe("again");
    made[1].terminate();
    await eventually(() => expect(deaths).toEqual(["crashed", "crashed"]));
    expect(await client.run((s) => s.echo("still"))).toBe("still");
    expect(made).toHaveLength(3);
  });

  test("gives each new worker what it has to know before it is asked anything", async () => {
    const told: number[] = [];
    const { client, made } = started({
      async prepare(service) {
        told.push(made.length);
        await service.count(2, (share) => void told.push(share));
      },
    });
    expect(await client.run((s) => s.echo("a"))).toBe("a");
    expect(told).toEqual([1, 0.5, 1]);
    made[0].crash();
    const both = [client.run((s) => s.echo("b")), client.run((s) => s.echo("c"))];
    expect(await Promise.all(both)).toEqual(["b", "c"]);
    expect(told).toEqual([1, 0.5, 1, 2, 0.5, 1]);
  });

  test("asks nothing of a worker that could not be given what it has to know", async () => {
    const deaths: string[] = [];
    const { client } = started({
      prepare: (service) => service.fail(),
      onDeath: (why) => deaths.push(why),
    });
    expect(await client.run((s) => s.echo("a"))).toEqual({ ok: false, stopped: "crashed" });
    expect(deaths).toEqual(["crashed"]);
  });

  test("tells a script that could not be fetched from one that fails, and a browser without workers from both", async () => {
    const { client, made } = started();
    const first = client.run((s) => s.hang());
    made[0].miss();
    expect(await first).toEqual({ ok: false, stopped: "missing" });
    const second = client.run((s) => s.hang());
    made[1].crash();
    expect(await second).toEqual({ ok: false, stopped: "crashed" });
    await client.run((s) => s.echo("here"));
    const third = client.run((s) => s.hang());
    made[2].miss();
    expect(await third).toEqual({ ok: false, stopped: "crashed" });
    const none = serviceClient(
      (): Worker => {
        throw new TypeError("Worker is not a constructor");
      },
      (worker): Connection<Service<Fake>> => wrap<Served<Fake>>(worker),
    );
    expect(await none.run((s) => s.echo("a"))).toEqual({ ok: false, stopped: "unable" });
  });

  test("passes on no progress that comes after the end of its work", async () => {
    const { client } = started();
    const shares: number[] = [];
    const work = client.run((s) => s.later((share) => void shares.push(share)));
    await eventually(() => expect(heard.length).toBe(1));
    await heard[0](0.25);
    expect(shares).toEqual([0.25]);
    client.cancel();
    await work;
    await heard[0](0.5);
    expect(shares).toEqual([0.25]);
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
