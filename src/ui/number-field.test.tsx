// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { parseNumber } from "./format.ts";
import { NumberField } from "./number-field.tsx";

afterEach(cleanup);

function field() {
  const onCommit = vi.fn();
  const onStep = vi.fn();
  render(
    <NumberField
      label="Humor"
      shown="2.17"
      invalid="A number"
      parse={parseNumber}
      onCommit={onCommit}
      onStep={onStep}
    />,
  );
  const input = screen.getByRole<HTMLInputElement>("textbox", { name: "Humor" });
  const type = (text: string) => fireEvent.change(input, { target: { value: text } });
  return { input, type, onCommit, onStep };
}

describe("a typed number", () => {
  test("is taken on Enter, a real minus sign and a comma included", () => {
    const { input, type, onCommit } = field();
    type("−1,5");
    fireEvent.keyDown(input, { key: "Enter" });
    expect(onCommit.mock.calls).toEqual([[-1.5]]);
  });

  test("is taken on leaving", () => {
    const { input, type, onCommit } = field();
    type("3");
    fireEvent.blur(input);
    expect(onCommit.mock.calls).toEqual([[3]]);
  });

  test("changes nothing when it was not touched", () => {
    const { input, onCommit } = field();
    fireEvent.focus(input);
    fireEvent.blur(input);
    expect(onCommit).not.toHaveBeenCalled();
  });

  test("that cannot be read is marked, and the last good one comes back on leaving", () => {
    const { input, type, onCommit } = field();
    type("many");
    expect(input.getAttribute("aria-invalid")).toBe("true");
    fireEvent.keyDown(input, { key: "Enter" });
    expect(input.value).toBe("many");
    fireEvent.blur(input);
    expect(input.value).toBe("2.17");
    expect(onCommit).not.toHaveBeenCalled();
  });

  test("is given up with Escape", () => {
    const { input, type, onCommit } = field();
    type("9");
    fireEvent.keyDown(input, { key: "Escape" });
    fireEvent.blur(input);
    expect(onCommit).not.toHaveBeenCalled();
  });

  test("moves by one step with the arrows, by ten with Shift or Page", () => {
    const { input, onStep } = field();
    fireEvent.keyDown(input, { key: "ArrowUp" });
    fireEvent.keyDown(input, { key: "ArrowDown", shiftKey: true });
    fireEvent.keyDown(input, { key: "PageUp" });
    expect(onStep.mock.calls).toEqual([[1], [-10], [10]]);
  });
});
