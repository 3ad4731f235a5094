import { expect, test } from "vitest";
import { isInForeignPage } from "./page-frame.ts";

const OWN = "https://values.example";

/** A window inside others, the outermost last, as a browser with or without a list of their origins shows them. */
function windowIn(around: readonly string[], hasList: boolean) {
  const framed = (k: number): Record<string, unknown> => {
    const isOwn = k === 0 || around[k - 1] === OWN;
    const location = {
      origin: OWN,
      ...(hasList && k === 0 ? { ancestorOrigins: around } : {}),
      get href() {
        if (!isOwn) throw new DOMException("no", "SecurityError");
        return OWN;
      },
    };
    const window: Record<string, unknown> = { location };
    window.parent = k === around.length ? window : framed(k + 1);
    return window;
  };
  return framed(0) as unknown as Window & typeof globalThis;
}

test.each([
  [[], false],
  [[OWN], false],
  [[OWN, OWN], false],
  [["https://foreign.example"], true],
  [[OWN, "http://values.example:8080"], true],
  [["null"], true],
])("inside %j: %s", (around, isForeign) => {
  for (const hasList of [true, false])
    expect(isInForeignPage(windowIn(around, hasList))).toBe(isForeign);
});
