import { expect, test } from "vitest";
import { handClock } from "../../core/testing/hand-clock.ts";
import { handLocks } from "../testing/hand-locks.ts";
import type { LifeApi } from "./serve.ts";
import { Patience, watchLife } from "./watch-life.ts";

/** Lets the promises that are settled run on. */
const settle = () => new Promise((resolve) => setImmediate(resolve));
const SECOND = 1000;

/** A worker that says what a test lets it say, and how often it was asked and found dead. */
function watched({ hasLocks = false, patience = new Patience() } = {}) {
  const clock = handClock();
  const locks = handLocks();
  const own = locks();
  const worker = new EventTarget();
  const news = { pings: 0, deaths: 0 };
  const life = {
    ping: async () => {
      news.pings++;
      return true as const;
    },
    hold: (name: string) =>
      new Promise<boolean>((resolve) => {
        void own.request(name, {}, () => {
          resolve(hasLocks);
          return new Promise(() => undefined);
        });
      }),
  } satisfies { [K in keyof LifeApi]: unknown };
  const end = watchLife(
    { worker, life, patience, onDeath: () => news.deaths++ },
    { clock, locks: hasLocks ? locks() : null },
  );
  const speak = () => worker.dispatchEvent(new Event("message"));
  return { clock, own, news, end, speak, patience };
}

test("with a lock, silence of any length is no death, and its end is told at once", async () => {
  const { clock, own, news } = watched({ hasLocks: true });
  await settle();
  clock.pass(24 * 3600 * SECOND);
  expect(news.deaths).toBe(0);
  expect(clock.pending()).toBe(0);
  own.end();
  await settle();
  expect(news.deaths).toBe(1);
});

test("the end of a watched worker that was ended on purpose is told to nobody", async () => {
  const { own, news, end } = watched({ hasLocks: true });
  await settle();
  end();
  own.end();
  await settle();
  expect(news.deaths).toBe(0);
});

test("without locks, half a minute without any sign of life is a death, at rest too", async () => {
  const { clock, news, speak } = watched();
  clock.pass(29.9 * SECOND);
  speak();
  expect(news).toEqual({ pings: 1, deaths: 0 });
  clock.pass(5 * SECOND);
  expect(news.pings).toBe(2);
  speak();
  clock.pass(5 * SECOND + 149 * SECOND);
  expect(news.deaths).toBe(0);
  clock.pass(SECOND);
  expect(news.deaths).toBe(1);
  clock.pass(3600 * SECOND);
  expect(news.deaths).toBe(1);
});

test("without locks, the limit grows with the slowest work seen", () => {
  const { clock, news, speak } = watched();
  clock.pass(20 * SECOND);
  speak();
  clock.pass(5 * SECOND);
  clock.pass(99 * SECOND);
  expect(news.deaths).toBe(0);
  speak();
  clock.pass(5 * SECOND + 494 * SECOND);
  expect(news.deaths).toBe(0);
  clock.pass(2 * SECOND);
  expect(news.deaths).toBe(1);
});

test("who was given up for silence may only have been slow: the next of its kind has twice the time", () => {
  const { clock, news, patience } = watched();
  clock.pass(30 * SECOND);
  expect(news.deaths).toBe(1);
  const next = watched({ patience });
  next.clock.pass(59 * SECOND);
  expect(next.news.deaths).toBe(0);
  next.clock.pass(SECOND);
  expect(next.news.deaths).toBe(1);
});

test("until a worker holds its lock, its silence counts", async () => {
  const { clock, news, own } = watched({ hasLocks: true });
  own.end();
  clock.pass(30 * SECOND);
  await settle();
  expect(news.deaths).toBe(1);
});
