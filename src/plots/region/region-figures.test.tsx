// @vitest-environment happy-dom

import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { inGallery } from "../testing/gallery-file.ts";
import { attributesOf, placeOf, placesOf, textsOf } from "../testing/marks.ts";
import { axes, marks, picture } from "../testing/region-fixture.ts";
import { PairMatrix, pictureOf } from "./pair-matrix.tsx";
import { regionDomains, regionFrame, toPixel } from "./region-frame.ts";
import { RegionPlot } from "./region-plot.tsx";

describe("a region plot", () => {
  it("draws a palette that is met", async () => {
    const page = await inGallery({
      name: "region",
      size: [490, 400],
      figure: (
        <RegionPlot
          width={490}
          height={400}
          picture={picture}
          axes={axes}
          {...marks}
          status="thin"
          onTargetDrag={() => {}}
        />
      ),
    });
    const frame = regionFrame(490, 400, axes, regionDomains(picture, axes, marks));
    for (const [mark, point] of [
      [".mark-baseline", marks.baseline],
      [".mark-realised", marks.realised],
      [".target", marks.target],
    ] as const) {
      const [x, y] = placeOf(page, mark);
      const [px, py] = toPixel(frame, point);
      expect([x, y]).toEqual([expect.closeTo(px, 1), expect.closeTo(py, 1)]);
    }
    expect(page.querySelectorAll(".contour")).toHaveLength(picture.fronts.length);
    expect(page.querySelectorAll(".region-band")).toHaveLength(picture.fronts.length);
    expect(page.querySelectorAll(".alone")).toHaveLength(2);
    expect(page.querySelectorAll(".hull, .hull-free")).toHaveLength(2);
    expect(page.querySelector(".link")).toBeNull();
    expect(textsOf(page, ".label")).toEqual(
      expect.arrayContaining(["today", "your palette", "1 nat", "2 nats"]),
    );
    expect(textsOf(page, ".axis-title")).toEqual([
      "Humor (mean reward)",
      "Harmlessness (mean reward)",
    ]);
    expect(page.querySelector("[role=slider]")?.getAttribute("tabindex")).toBe("0");
  });

  it("draws one out of reach, linked to the closest safe mix", async () => {
    const page = await inGallery({
      name: "region-out-of-reach",
      size: [350, 330],
      figure: (
        <RegionPlot
          width={350}
          height={330}
          picture={picture}
          axes={axes}
          baseline={marks.baseline}
          realised={[2.2, 2.7]}
          target={[2.46, 3.1]}
          status="out-of-reach"
        />
      ),
    });
    const [realised, target] = [placeOf(page, ".mark-realised"), placeOf(page, ".target")];
    expect(target[0]).toBeGreaterThan(realised[0]);
    expect(target[1]).toBeLessThan(realised[1]);
    expect(attributesOf(page, ".link", "x1", "y1")).toEqual([realised]);
    expect(textsOf(page, ".label")).toContain("closest safe mix");
    expect(page.querySelector("[role=slider]")?.getAttribute("tabindex")).toBe("-1");
  });

  it("says so when the other targets conflict", async () => {
    const page = await inGallery({
      name: "region-conflict",
      size: [490, 400],
      figure: (
        <RegionPlot
          width={490}
          height={400}
          picture={{ ...picture, hull: null, fronts: [] }}
          axes={axes}
          {...marks}
          status="out-of-reach"
        />
      ),
    });
    expect(textsOf(page, ".plot-empty")[0]).toContain("no level of these two can be reached");
    expect(page.querySelectorAll(".hull, .contour, .region-band, .alone")).toHaveLength(0);
    expect(page.querySelector(".hull-free")).not.toBeNull();
  });
});

it("draws the pairs that are ready, and a place for each of the others", async () => {
  const page = await inGallery({
    name: "pairs",
    size: [300, 270],
    figure: (
      <PairMatrix
        width={300}
        axes={[axes[0], { ...axes[0], label: "Helpfulness" }, axes[1]]}
        baseline={[0.6, -1, 1.25]}
        realised={[2.17, -0.46, 1.88]}
        target={[2.17, -0.46, 1.88]}
        pictures={[picture]}
        onChoose={() => {}}
      />
    ),
  });
  expect(page.querySelectorAll(".pair-pending")).toHaveLength(2);
  expect(page.querySelectorAll("button.pair-cell")).toHaveLength(1);
  expect(textsOf(page, ".pair-row")).toEqual(["Helpfulness", "Harmlessness"]);
  expect(textsOf(page, ".pair-column")).toEqual(["Humor", "Helpfulness"]);
  expect(placesOf(page, ".mark-realised")).toEqual(placesOf(page, ".pair-target"));
  const [[x, y], [x0, y0]] = [placeOf(page, ".mark-realised"), placeOf(page, ".mark-baseline")];
  expect([x > x0, y < y0]).toEqual([true, true]);
});

it("turns the names of narrow columns, so that none is broken", () => {
  const turned = (width: number, label: string) =>
    renderToStaticMarkup(
      <PairMatrix
        width={width}
        axes={Array.from({ length: 6 }, (_, k) => ({ ...axes[0], label: `${label} ${k}` }))}
        baseline={[]}
        realised={[]}
        target={[]}
        pictures={[]}
        onChoose={() => {}}
      />,
    ).includes("pair-turned");
  expect(turned(340, "Harmlessness")).toBe(true);
  expect(turned(900, "Harmlessness")).toBe(false);
  expect(turned(340, "a")).toBe(false);
});

it("turns a picture of (x, y) into one of (y, x)", () => {
  const turned = pictureOf([picture], 2, 0);
  expect(turned?.pair).toEqual([2, 0]);
  expect(turned?.hull?.at(-1)).toEqual([4.078, 0.256]);
  expect(turned?.alone[0]).toEqual([1.879, 0.588]);
  expect(turned && pictureOf([turned], 0, 2)).toEqual(picture);
  expect(pictureOf([picture], 1, 0)).toBeNull();
});
