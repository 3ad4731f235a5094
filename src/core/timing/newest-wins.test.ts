import fc from "fast-check";
import { expect, test } from "vitest";
import { eventually } from "../../testing/eventually.ts";
import { newestWins } from "./newest-wins.ts";

test("one in flight, the newest survives, and the last asked is the last answered, in any interleaving", () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 60 }), async (steps) => {
      const open: { n: number; settle: () => void }[] = [];
      const answered: number[] = [];
      let most = 0;
      let asked = 0;
      const queue = newestWins<number, number>(
        (n) =>
          new Promise((resolve) => {
            open.push({ n, settle: () => resolve(n) });
            most = Math.max(most, open.length);
          }),
        (n) => answered.push(n),
        () => undefined,
      );
      const settleOne = async () => {
        open.shift()?.settle();
        await new Promise((resolve) => setImmediate(resolve));
      };
      for (const isAsk of steps) {
        if (isAsk) queue.ask(++asked);
        else await settleOne();
      }
      while (open.length > 0) await settleOne();
      expect(most).toBeLessThanOrEqual(1);
      expect(queue.isBusy()).toBe(false);
      expect(answered).toEqual([...answered].sort((a, b) => a - b));
      if (asked > 0) expect(answered.at(-1)).toBe(asked);
    }),
    { numRuns: 200 },
  ));

test("an answer says whether a newer question is waiting", async () => {
  const seen: [number, boolean][] = [];
  const queue = newestWins<number, number>(
    async (n) => n,
    (n, _, isNewest) => seen.push([n, isNewest]),
    () => undefined,
  );
  for (const n of [1, 2, 3]) queue.ask(n);
  await eventually(() =>
    expect(seen).toEqual([
      [1, false],
      [3, true],
    ]),
  );
});

test("a failure is told and the queue goes on", async () => {
  const failed: number[] = [];
  const answered: number[] = [];
  const queue = newestWins<number, number>(
    async (n) => {
      if (n === 1) throw new Error("no");
      return n;
    },
    (n) => answered.push(n),
    (_, n) => failed.push(n),
  );
  queue.ask(1);
  queue.ask(2);
  await eventually(() => expect(answered).toEqual([2]));
  expect(failed).toEqual([1]);
});

test("clearing lets the running answer fall", async () => {
  const answered: number[] = [];
  const queue = newestWins<number, number>(
    async (n) => n,
    (n) => answered.push(n),
    () => undefined,
  );
  queue.ask(1);
  queue.clear();
  queue.ask(2);
  await eventually(() => expect(answered).toEqual([2]));
});
