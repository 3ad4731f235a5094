// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { axes, marks, picture } from "../testing/region-fixture.ts";
import { regionDomains, regionFrame, toPixel } from "./region-frame.ts";
import { type TargetDrag, useTargetDrag } from "./use-target-drag.ts";

const frame = regionFrame(490, 400, axes, regionDomains(picture, axes, marks));
const [x, y] = toPixel(frame, marks.target);

function Mark({ onDrag, setDragged }: { onDrag: TargetDrag; setDragged: (is: boolean) => void }) {
  const handlers = useTargetDrag(frame, marks.target, setDragged, onDrag);
  return (
    <svg viewBox="0 0 490 400" role="img" aria-label="plot">
      <circle data-testid="mark" tabIndex={-1} {...handlers} />
    </svg>
  );
}

function drag() {
  const onDrag = vi.fn<TargetDrag>();
  const setDragged = vi.fn<(is: boolean) => void>();
  render(<Mark onDrag={onDrag} setDragged={setDragged} />);
  const mark = screen.getByTestId("mark");
  const capture = vi.fn<(pointer: number) => void>();
  const release = vi.fn<(pointer: number) => void>();
  Object.assign(mark, { setPointerCapture: capture, releasePointerCapture: release });
  const svg = screen.getByRole("img");
  svg.getBoundingClientRect = () => new DOMRect(10, 20, 980, 800);
  Object.defineProperty(svg, "viewBox", { value: { baseVal: { width: 490 } } });
  /** A place of the drawing in the window, where it is twice as large. */
  const at = (px: number, py: number) => ({
    button: 0,
    pointerId: 7,
    clientX: 10 + 2 * px,
    clientY: 20 + 2 * py,
  });
  const phases = () => onDrag.mock.calls.map((call) => call[2]);
  return { onDrag, setDragged, mark, capture, release, at, phases };
}

afterEach(cleanup);

it("captures the pointer, and keeps the mark where it was gripped", () => {
  const { onDrag, setDragged, mark, capture, release, at, phases } = drag();
  fireEvent.pointerDown(mark, at(x + 3, y - 2));
  expect(capture).toHaveBeenCalledWith(7);
  fireEvent.pointerMove(mark, at(x + 3 - 40, y - 2 + 30));
  const [movedX, movedY] = onDrag.mock.calls[1];
  expect(toPixel(frame, [movedX, movedY])).toEqual([
    expect.closeTo(x - 40, 6),
    expect.closeTo(y + 30, 6),
  ]);
  fireEvent.pointerUp(mark, at(x, y));
  expect(release).toHaveBeenCalledWith(7);
  expect(phases()).toEqual(["start", "move", "end"]);
  expect(setDragged.mock.calls).toEqual([[true], [false]]);
});

it("stays inside the plot", () => {
  const { onDrag, mark, at } = drag();
  fireEvent.pointerDown(mark, at(x, y));
  fireEvent.pointerMove(mark, at(-500, 5000));
  const [movedX, movedY] = onDrag.mock.calls[1];
  expect(toPixel(frame, [movedX, movedY])).toEqual([
    expect.closeTo(frame.plot.left, 6),
    expect.closeTo(frame.plot.bottom, 6),
  ]);
});

it("takes back a drag that the browser cancels, once", () => {
  const { mark, release, at, phases } = drag();
  fireEvent.pointerDown(mark, at(x, y));
  fireEvent.pointerCancel(mark, at(x, y));
  fireEvent.pointerUp(mark, at(x, y));
  fireEvent.pointerMove(mark, at(0, 0));
  expect(release).toHaveBeenCalledTimes(1);
  expect(phases()).toEqual(["start", "cancel"]);
});

it("leaves other buttons of the pointer alone", () => {
  const { mark, at, phases } = drag();
  fireEvent.pointerDown(mark, { ...at(x, y), button: 2 });
  fireEvent.pointerMove(mark, at(0, 0));
  expect(phases()).toEqual([]);
});

it("ends a step of the keys when the focus goes, also without the key coming up", () => {
  const { mark, phases } = drag();
  fireEvent.keyDown(mark, { key: "ArrowLeft" });
  fireEvent.blur(mark);
  fireEvent.keyUp(mark, { key: "ArrowLeft" });
  expect(phases()).toEqual(["start", "move", "end"]);
});
