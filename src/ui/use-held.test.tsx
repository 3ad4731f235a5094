// @vitest-environment happy-dom
import { renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { useHeld } from "./use-held.ts";

test("a held value stays what it was when the hold began, and catches up when it ends", () => {
  const { result, rerender } = renderHook(({ value, held }) => useHeld(value, held), {
    initialProps: { value: "a", held: false },
  });
  expect(result.current).toBe("a");
  rerender({ value: "b", held: false });
  expect(result.current).toBe("b");
  rerender({ value: "c", held: true });
  expect(result.current).toBe("b");
  rerender({ value: "d", held: true });
  expect(result.current).toBe("b");
  rerender({ value: "d", held: false });
  expect(result.current).toBe("d");
});
