import { expect, test } from "vitest";
import { handClock } from "../../core/testing/hand-clock.ts";
import { Watchdog } from "./watchdog.ts";

/** Lets the promises that are settled run on. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

function watched(ping: () => Promise<unknown>) {
  const clock = handClock();
  let silences = 0;
  const watchdog = new Watchdog(ping, () => silences++, clock);
  return { clock, watchdog, silences: () => silences };
}
const never = () => new Promise<never>(() => undefined);

test("a reply that is late is no silence as long as the worker says that it lives", async () => {
  let pings = 0;
  const { clock, watchdog, silences } = watched(async () => ++pings);
  void watchdog.watch(never());
  for (let k = 1; k <= 5; k++) {
    clock.pass(1500);
    await settle();
    expect(pings).toBe(k);
  }
  clock.pass(1499);
  expect(silences()).toBe(0);
});

test("no word in a second after the question is a silence", async () => {
  const { clock, watchdog, silences } = watched(never);
  void watchdog.watch(never());
  clock.pass(2499);
  await settle();
  expect(silences()).toBe(0);
  clock.pass(1);
  await settle();
  expect(silences()).toBe(1);
});

test("a reply that comes while the worker is asked is word enough", async () => {
  const { clock, watchdog, silences } = watched(never);
  let reply: (word: string) => void = () => undefined;
  const word = watchdog.watch(
    new Promise<string>((resolve) => {
      reply = resolve;
    }),
  );
  clock.pass(1600);
  reply("here");
  expect(await word).toBe("here");
  expect(clock.pending()).toBe(0);
  clock.pass(60_000);
  await settle();
  expect(silences()).toBe(0);
});

test("while one reply may take long, another that comes does not shorten its time", async () => {
  const { clock, watchdog, silences } = watched(never);
  void watchdog.watch(never(), 60_000);
  await watchdog.watch(Promise.resolve());
  clock.pass(59_999);
  await settle();
  expect(silences()).toBe(0);
  clock.pass(1001);
  await settle();
  expect(silences()).toBe(1);
});

test("a reply that fails is no longer waited for", async () => {
  const { clock, watchdog } = watched(never);
  await expect(watchdog.watch(Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(clock.pending()).toBe(0);
});

test("that is stopped waits for nothing", async () => {
  const { clock, watchdog } = watched(never);
  void watchdog.watch(never());
  watchdog.stop();
  expect(clock.pending()).toBe(0);
});
