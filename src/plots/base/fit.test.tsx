// @vitest-environment happy-dom
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { Fit } from "./fit.tsx";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

test("in a browser that cannot watch boxes, a picture follows the size of the window", () => {
  const own = Object.getOwnPropertyDescriptor(window, "ResizeObserver");
  Reflect.deleteProperty(window, "ResizeObserver");
  const width = vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(300);
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(200);
  render(<Fit>{(x, y) => `${x} × ${y}`}</Fit>);
  expect(screen.getByText("300 × 200")).toBeTruthy();
  width.mockReturnValue(500);
  act(() => void window.dispatchEvent(new Event("resize")));
  expect(screen.getByText("500 × 200")).toBeTruthy();
  if (own) Object.defineProperty(window, "ResizeObserver", own);
});
