import { expose } from "comlink";
import { afterAll, describe, expect, test, vi } from "vitest";
import { lazyWorker } from "./lazy-worker.ts";

const ports: MessagePort[] = [];
afterAll(() => {
  for (const port of ports) port.close();
});

/** Workers that answer `echo` and are silent at `hang`. */
function fakeWorkers() {
  const made: (Worker & { ended: boolean })[] = [];
  const make = () => {
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    expose(
      { echo: (text: string) => text, hang: () => new Promise<string>(() => undefined) },
      port2 as never,
    );
    port1.start();
    const worker = Object.assign(port1 as unknown as Worker, {
      ended: false,
      terminate() {
        worker.ended = true;
      },
    });
    made.push(worker);
    return worker;
  };
  return { made, make };
}

interface Fake {
  echo(text: string): string;
  hang(): Promise<string>;
}

describe("a worker that is started when it is needed", () => {
  test("is made once and answers", async () => {
    const { made, make } = fakeWorkers();
    const worker = lazyWorker<Fake>(make);
    expect(made).toHaveLength(0);
    expect(await worker.run((s) => s.echo("a"))).toBe("a");
    expect(await worker.run((s) => s.echo("b"))).toBe("b");
    expect(made).toHaveLength(1);
  });

  test("ends all its work when it is cancelled, and another is made", async () => {
    const { made, make } = fakeWorkers();
    const worker = lazyWorker<Fake>(make);
    const both = [worker.run((s) => s.hang()), worker.run((s) => s.hang())];
    worker.cancel();
    for (const one of both) expect(await one).toEqual({ ok: false, stopped: "cancelled" });
    expect(made[0].ended).toBe(true);
    expect(await worker.run((s) => s.echo("again"))).toBe("again");
  });

  test("that crashes comes back as a value", async () => {
    const { made, make } = fakeWorkers();
    const worker = lazyWorker<Fake>(make);
    const work = worker.run((s) => s.hang());
    const preventDefault = vi.fn();
    made[0].onerror?.({ preventDefault } as unknown as ErrorEvent);
    expect(await work).toEqual({ ok: false, stopped: "crashed" });
    expect(preventDefault).toHaveBeenCalled();
    expect(await worker.run((s) => s.echo("again"))).toBe("again");
  });
});
