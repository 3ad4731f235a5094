// @vitest-environment happy-dom
import { cleanup, fireEvent, renderHook } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { usePrintKey } from "./use-print-key.ts";

afterEach(cleanup);

test("the print key prints the summary, on the palette's page alone", () => {
  const print = vi.fn();
  const { rerender } = renderHook(({ isOn }) => usePrintKey(isOn, print), {
    initialProps: { isOn: true },
  });
  // False where the browser's own dialog is kept from opening.
  expect(fireEvent.keyDown(window, { key: "p", ctrlKey: true })).toBe(false);
  fireEvent.keyDown(window, { key: "P", metaKey: true });
  expect(print).toHaveBeenCalledTimes(2);
  fireEvent.keyDown(window, { key: "p" });
  fireEvent.keyDown(window, { key: "p", ctrlKey: true, shiftKey: true });
  rerender({ isOn: false });
  expect(fireEvent.keyDown(window, { key: "p", ctrlKey: true })).toBe(true);
  expect(print).toHaveBeenCalledTimes(2);
});
