// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { axes, marks, picture } from "../testing/region-fixture.ts";
import { RegionPlot } from "./region-plot.tsx";

type Call = [x: number, y: number, phase: string];

function Held({ calls }: { calls: Call[] }) {
  const [target, setTarget] = useState<readonly [number, number]>(marks.target);
  return (
    <RegionPlot
      width={490}
      height={400}
      picture={picture}
      axes={axes}
      baseline={marks.baseline}
      realised={marks.realised}
      target={target}
      status="reachable"
      onTargetDrag={(x, y, phase) => {
        calls.push([x, y, phase]);
        setTarget([x, y]);
      }}
    />
  );
}

function plot() {
  const calls: Call[] = [];
  render(<Held calls={calls} />);
  return { calls, target: screen.getByRole("slider", { name: "Target" }) };
}

afterEach(cleanup);

describe("the target", () => {
  it("moves a hundredth of an axis with an arrow and a tenth with Shift, as one step", () => {
    const { calls, target } = plot();
    fireEvent.keyDown(target, { key: "ArrowRight" });
    fireEvent.keyDown(target, { key: "ArrowRight" });
    fireEvent.keyDown(target, { key: "ArrowDown", shiftKey: true });
    fireEvent.keyUp(target, { key: "ArrowDown" });
    expect(calls.map((call) => call[2])).toEqual(["start", "move", "move", "move", "end"]);
    const step = calls[1][0] - marks.target[0];
    expect(step).toBeCloseTo(0.028, 3);
    expect(calls[2][0] - calls[1][0]).toBeCloseTo(step, 9);
    expect(calls[3][1]).toBeLessThan(calls[2][1] - 0.4);
    expect(calls[4].slice(0, 2)).toEqual(calls[3].slice(0, 2));
  });

  it("says where it is and what that means", () => {
    const { target } = plot();
    expect(target.getAttribute("aria-valuetext")).toBe("Humor 2.17, Harmlessness 1.88: reachable");
    fireEvent.keyDown(target, { key: "ArrowUp", shiftKey: true });
    expect(target.getAttribute("aria-valuetext")).toMatch(/^Humor 2\.17, Harmlessness 2\.3\d: /);
  });

  it("leaves other keys alone", () => {
    const { calls, target } = plot();
    expect(fireEvent.keyDown(target, { key: "Tab" })).toBe(true);
    expect(fireEvent.keyDown(target, { key: "ArrowUp", altKey: true })).toBe(true);
    expect(calls).toEqual([]);
  });

  it("follows a pointer only while it is held down", () => {
    const { calls, target } = plot();
    fireEvent.pointerMove(target, { clientX: 100, clientY: 100 });
    expect(calls).toEqual([]);
    fireEvent.pointerDown(target, { button: 0, clientX: 100, clientY: 100 });
    fireEvent.pointerMove(target, { clientX: 100, clientY: 100 });
    fireEvent.pointerUp(target, { clientX: 100, clientY: 100 });
    fireEvent.pointerMove(target, { clientX: 200, clientY: 200 });
    expect(calls.map((call) => call[2])).toEqual(["start", "move", "end"]);
    expect(calls[0].slice(0, 2)).toEqual([...marks.target]);
  });
});

it("opens the table of its numbers on request", () => {
  plot();
  expect(screen.queryByRole("table")).toBeNull();
  const details = document.querySelector("details") as HTMLDetailsElement;
  details.open = true;
  fireEvent(details, new Event("toggle"));
  expect(screen.getAllByRole("row").length).toBe(1 + 23);
});
