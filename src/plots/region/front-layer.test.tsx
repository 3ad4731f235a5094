// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { axes, marks, picture } from "../testing/region-fixture.ts";
import { type FrontPoint, nearestFrontPoint, noteBox, stepFrontPoint } from "./front-geometry.ts";
import { regionDomains, regionFrame, toPixel } from "./region-frame.ts";
import { RegionPlot } from "./region-plot.tsx";

const frame = regionFrame(490, 400, axes, regionDomains(picture, axes, marks));

describe("the nearest front point", () => {
  it("is the one under the pointer, and none further than it may be", () => {
    const [x, y] = toPixel(frame, picture.fronts[1].points[2]);
    expect(nearestFrontPoint(picture.fronts, frame, [x + 4, y - 5])).toEqual({
      front: 1,
      point: 2,
    });
    expect(nearestFrontPoint(picture.fronts, frame, [x + 40, y - 40])).toBeNull();
  });
  it("is never one outside the plot", () => {
    const narrow = { ...frame, plot: { ...frame.plot, right: frame.plot.left + 10 } };
    const at = toPixel(frame, picture.fronts[1].points[2]);
    expect(nearestFrontPoint(picture.fronts, narrow, at)).toBeNull();
  });
});

describe("a step", () => {
  it("stays on the fronts", () => {
    const end = { front: 1, point: 4 };
    expect(stepFrontPoint(picture.fronts, end, 1, 0)).toEqual(end);
    expect(stepFrontPoint(picture.fronts, end, -1, -1)).toEqual({ front: 0, point: 3 });
  });
  it("keeps its share of the way on a front with other points", () => {
    const fronts = [picture.fronts[0], { budget: 4, points: picture.fronts[1].points.slice(0, 3) }];
    expect(stepFrontPoint(fronts, { front: 0, point: 2 }, 0, 1)).toEqual({ front: 1, point: 1 });
  });
});

it("keeps the note inside the plot and off the point", () => {
  const plot = { left: 40, top: 20, right: 400, bottom: 300 };
  expect(noteBox([50, 30], 120, 58, plot)).toEqual({ left: 40, right: 160, top: 42, bottom: 100 });
  expect(noteBox([390, 280], 120, 58, plot)).toEqual({
    left: 280,
    right: 400,
    top: 212,
    bottom: 270,
  });
});

describe("points of the contours", () => {
  const adopted: FrontPoint[] = [];
  const plot = () => {
    adopted.length = 0;
    render(
      <RegionPlot
        width={490}
        height={400}
        picture={picture}
        axes={axes}
        {...marks}
        status="reachable"
        fronts={{
          describe: ({ front, point }) => `λ ${front} ${point}`,
          onAdopt: (at) => adopted.push(at),
        }}
      />,
    );
    return screen.getByRole("slider", { name: "Points of the drift contours" });
  };
  afterEach(cleanup);

  it("are walked with the arrows and adopted with Enter", () => {
    const layer = plot();
    fireEvent.keyDown(layer, { key: "Enter" });
    expect(adopted).toEqual([]);
    for (const key of ["ArrowRight", "ArrowRight", "ArrowUp"]) fireEvent.keyDown(layer, { key });
    expect(layer.getAttribute("aria-valuetext")).toBe(
      "2 nats: Humor 1.37, Harmlessness 2.42. λ 1 1. Enter makes it the palette",
    );
    expect(document.querySelector(".front-note")?.textContent).toContain("λ 1 1");
    fireEvent.keyDown(layer, { key: "Enter" });
    expect(adopted).toEqual([{ front: 1, point: 1 }]);
    fireEvent.keyDown(layer, { key: "Escape" });
    expect(document.querySelector(".front-note")).toBeNull();
  });

  it("are shown by a first click and adopted by a second", () => {
    const layer = plot();
    const [x, y] = toPixel(frame, picture.fronts[0].points[1]);
    const at = { clientX: x - frame.plot.left, clientY: y - frame.plot.top };
    fireEvent.click(layer, at);
    expect(adopted).toEqual([]);
    fireEvent.click(layer, at);
    expect(adopted).toEqual([{ front: 0, point: 1 }]);
  });
});
