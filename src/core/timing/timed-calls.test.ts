import { describe, expect, test } from "vitest";
import { handClock } from "../testing/hand-clock.ts";
import { debounce } from "./debounce.ts";
import { throttle } from "./throttle.ts";

function heard() {
  const clock = handClock();
  const news: number[] = [];
  return { clock, news, hear: (n: number) => void news.push(n) };
}

describe("a throttle", () => {
  test("calls at once, then at most once per interval, with the newest, the last included", () => {
    const { clock, news, hear } = heard();
    const tell = throttle(50, hear, { clock });
    for (const n of [1, 2, 3]) tell(n);
    expect(news).toEqual([1]);
    clock.pass(49);
    expect(news).toEqual([1]);
    clock.pass(1);
    expect(news).toEqual([1, 3]);
    tell(4);
    expect(news).toEqual([1, 3]);
    clock.pass(50);
    expect(news).toEqual([1, 3, 4]);
    clock.pass(500);
    expect(news).toEqual([1, 3, 4]);
    tell(5);
    expect(news).toEqual([1, 3, 4, 5]);
  });

  test("without trailing calls needs no timer, so that it works where nothing lets timers run", () => {
    const { clock, news, hear } = heard();
    const tell = throttle(100, hear, { clock, trailing: false });
    tell(1);
    tell(2);
    expect(clock.pending()).toBe(0);
    clock.pass(100);
    expect(news).toEqual([1]);
    tell(3);
    expect(news).toEqual([1, 3]);
  });

  test("that is cancelled forgets the call to come, and no other", () => {
    const { clock, news, hear } = heard();
    const tell = throttle(50, hear, { clock });
    tell(1);
    tell(2);
    tell.cancel();
    clock.pass(100);
    expect(news).toEqual([1]);
    tell(3);
    expect(news).toEqual([1, 3]);
  });
});

describe("a debounce", () => {
  test("calls once nobody has asked for the time, with the newest", () => {
    const { clock, news, hear } = heard();
    const tell = debounce(250, hear, clock);
    for (const n of [1, 2, 3]) {
      tell(n);
      clock.pass(249);
    }
    expect(news).toEqual([]);
    clock.pass(1);
    expect(news).toEqual([3]);
  });

  test("that is cancelled calls no more until it is asked again", () => {
    const { clock, news, hear } = heard();
    const tell = debounce(250, hear, clock);
    tell(1);
    tell.cancel();
    clock.pass(500);
    expect(news).toEqual([]);
    tell(2);
    clock.pass(250);
    expect(news).toEqual([2]);
  });
});
