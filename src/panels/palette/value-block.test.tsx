// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { buildSamples, type ValueSummary } from "../../core/rows/samples.ts";
import { quantileTarget } from "../../core/rows/units.ts";
import type { ValueSetting } from "../../share/document/document.ts";
import { ValueBlock } from "./value-block.tsx";

afterEach(cleanup);

const rewards = Float64Array.from({ length: 401 }, (_, i) => -2 + i / 100);
const [humor] = buildSamples([{ id: "humor", rewards }]).values;

function block(setting: Partial<ValueSetting> = {}, value: ValueSummary = humor) {
  const gesture = { end: vi.fn(), cancel: vi.fn() };
  const edits = {
    setTarget: vi.fn(),
    setParticipation: vi.fn(),
    setUnit: vi.fn(),
    move: vi.fn(),
    begin: vi.fn(() => gesture),
  };
  render(
    <ValueBlock
      index={0}
      place={0}
      count={3}
      label="Humor"
      value={value}
      setting={{ participation: "target", target: 0.8, unit: "raw", ...setting }}
      answer={null}
      edits={edits}
    />,
  );
  const slider = screen.getByRole<HTMLInputElement>("slider", { name: "Humor: target" });
  const field = screen.getByRole<HTMLInputElement>("textbox");
  return { ...edits, gesture, slider, field };
}

describe("a value's block", () => {
  test("says value, unit and verdict to a screen reader", () => {
    const { slider } = block({ unit: "quantile" });
    expect(slider.getAttribute("aria-valuetext")).toBe(
      "q70 quantile of today’s answers, being worked out",
    );
  });

  test("shows the same target in another unit without moving it", () => {
    const { slider, field } = block({ unit: "sd" });
    expect(field.value).toBe("+0.69");
    expect(slider.valueAsNumber).toBe(0.8);
  });

  test("names its ends in the unit of its number", () => {
    block({ unit: "quantile" });
    expect(document.querySelector(".track-ends")?.textContent).toBe("q0q100");
  });

  test("a typed quantile becomes a raw target", () => {
    const { field, setTarget } = block({ unit: "quantile" });
    fireEvent.change(field, { target: { value: "50" } });
    fireEvent.keyDown(field, { key: "Enter" });
    expect(setTarget).toHaveBeenCalledWith("humor", expect.closeTo(0, 12));
  });

  test("a typed unit is taken with its number", () => {
    const { field, setTarget, setUnit } = block();
    fireEvent.change(field, { target: { value: "70%" } });
    fireEvent.keyDown(field, { key: "Enter" });
    expect(setTarget).toHaveBeenCalledWith("humor", expect.closeTo(0.8, 12));
    expect(setUnit).toHaveBeenCalledWith("humor", "quantile");
  });

  test("0.7 in percent is asked about, and the answer is one click", () => {
    const asked = quantileTarget(humor, 0.7);
    const { field, setTarget, setUnit } = block({ unit: "quantile", target: asked });
    expect(screen.getByRole("status").textContent).toBe("");
    fireEvent.change(field, { target: { value: "0.7" } });
    fireEvent.keyDown(field, { key: "Enter" });
    expect(setTarget).toHaveBeenLastCalledWith("humor", asked);
    expect(setUnit).not.toHaveBeenCalled();
    expect(screen.getByRole("status").textContent).toContain("Taken as 0.7 %.");
    fireEvent.click(screen.getByRole("button", { name: "70 % instead" }));
    expect(setTarget).toHaveBeenLastCalledWith("humor", expect.closeTo(0.8, 12));
  });

  test("holding an arrow key is one movement", () => {
    const { slider, setTarget, begin, gesture } = block();
    fireEvent.keyDown(slider, { key: "ArrowRight" });
    fireEvent.keyDown(slider, { key: "ArrowRight" });
    fireEvent.keyUp(slider, { key: "ArrowRight" });
    expect(setTarget).toHaveBeenCalledTimes(2);
    expect(begin).toHaveBeenCalledTimes(1);
    expect(gesture.end).toHaveBeenCalledTimes(1);
  });

  test("a touch that turns out to scroll the page is taken back", () => {
    const { slider, begin, gesture } = block();
    fireEvent.pointerDown(slider);
    fireEvent.change(slider, { target: { value: "-1.4" } });
    fireEvent.pointerCancel(slider);
    expect(begin).toHaveBeenCalledTimes(1);
    expect(gesture.cancel).toHaveBeenCalledTimes(1);
    fireEvent.blur(slider);
    expect(gesture.end).not.toHaveBeenCalled();
  });

  test("a focus that leaves the slider ends no movement of another control", () => {
    const { slider, gesture } = block();
    fireEvent.focus(slider);
    fireEvent.blur(slider);
    expect(gesture.end).not.toHaveBeenCalled();
  });

  test("Home and End go to the ends, Shift goes ten times as far", () => {
    const { slider, setTarget } = block();
    fireEvent.keyDown(slider, { key: "Home" });
    fireEvent.keyDown(slider, { key: "End" });
    fireEvent.keyDown(slider, { key: "ArrowRight" });
    fireEvent.keyDown(slider, { key: "ArrowRight", shiftKey: true });
    const [home, end, step, leap] = setTarget.mock.calls.map(([, raw]) => raw);
    expect([home, end]).toEqual([humor.min, humor.max]);
    expect(leap - 0.8).toBeCloseTo(10 * (step - 0.8), 12);
  });

  test("a held value stands at today's mean, whatever its target was", () => {
    const { slider, field } = block({ participation: "hold" });
    expect(slider.valueAsNumber).toBeCloseTo(humor.mean, 12);
    expect(field.value).toBe("0.00");
    expect(slider.getAttribute("aria-valuetext")).toContain("held at today’s level");
  });

  test("a value left out shows no number", () => {
    const { slider, field } = block({ participation: "out" });
    expect(field.value).toBe("–");
    expect(slider.getAttribute("aria-valuetext")).toBe("left out");
  });

  test("participation and unit are chosen in native lists", () => {
    const { setParticipation, setUnit } = block();
    fireEvent.change(screen.getByRole("combobox", { name: "How Humor takes part" }), {
      target: { value: "out" },
    });
    fireEvent.change(screen.getByRole("combobox", { name: "Unit of Humor" }), {
      target: { value: "sd" },
    });
    expect(setParticipation).toHaveBeenCalledWith("humor", "out");
    expect(setUnit).toHaveBeenCalledWith("humor", "sd");
  });
});

describe("the unit “more likely”", () => {
  const logs = buildSamples([{ id: "humor", rewards: rewards.map((r) => r - 3) }]).values[0];
  const optionsOf = () =>
    [...screen.getByRole("combobox", { name: "Unit of Humor" }).querySelectorAll("option")].map(
      (option) => option.value,
    );

  test("is offered for log-probabilities alone", () => {
    block();
    expect(optionsOf()).toEqual(expect.arrayContaining(["raw", "quantile", "sd"]));
    expect(optionsOf()).not.toContain("likelihood");
    cleanup();
    block({}, logs);
    expect(optionsOf()).toContain("likelihood");
  });

  test("is typed in percent", () => {
    const target = logs.mean + Math.log(1.2);
    const { field, setTarget } = block({ unit: "likelihood", target }, logs);
    expect(field.value).toBe("+20");
    fireEvent.change(field, { target: { value: "50" } });
    fireEvent.keyDown(field, { key: "Enter" });
    expect(setTarget).toHaveBeenCalledWith("humor", expect.closeTo(logs.mean + Math.log(1.5), 12));
  });
});

describe("a value's place in the order of priority", () => {
  test("is moved by the arrow keys, and no further than the list goes", () => {
    const { move } = block({});
    const grip = screen.getByRole("button", {
      name: "Move Humor: 1 of 3 in the order of priority",
    });
    fireEvent.keyDown(grip, { key: "ArrowUp" });
    expect(move).not.toHaveBeenCalled();
    fireEvent.keyDown(grip, { key: "ArrowDown" });
    expect(move).toHaveBeenCalledWith("humor", 1);
  });
});
