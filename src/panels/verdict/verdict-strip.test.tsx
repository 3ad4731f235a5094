// @vitest-environment happy-dom
import { act, cleanup, render, screen } from "@testing-library/react";
import { createRef } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { VerdictStrip } from "./verdict-strip.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("stands there while the verdict is above the window, and not while it is below", () => {
  let tell: (entries: unknown[]) => void = () => undefined;
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(heard: typeof tell) {
        tell = heard;
      }
      observe() {}
      disconnect() {}
    },
  );
  const of = createRef<HTMLElement>();
  const verdict = {
    state: "out-of-reach",
    isAsked: true,
    headline: "Out of reach: Humor.",
  } as const;
  render(
    <>
      <section ref={of} />
      <VerdictStrip verdict={verdict} of={of} />
    </>,
  );
  const seen = (isIntersecting: boolean, bottom: number) =>
    act(() => tell([{ isIntersecting, boundingClientRect: { bottom } }]));
  expect(screen.queryByText(/Out of reach/)).toBeNull();
  seen(false, -10);
  expect(screen.getByText(/Out of reach/)).toBeTruthy();
  seen(false, 2000);
  expect(screen.queryByText(/Out of reach/)).toBeNull();
  seen(true, 100);
  expect(screen.queryByText(/Out of reach/)).toBeNull();
});
