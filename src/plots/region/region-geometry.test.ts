import { range } from "d3";
import { describe, expect, it } from "vitest";
import { en } from "../../ui/text/en.ts";
import type { Pixel } from "../base/convex-curve.ts";
import { type Box, crosses, overlaps } from "../base/place-labels.ts";
import { cellText } from "../figure/numbers-table.tsx";
import { axes, marks, picture } from "../testing/region-fixture.ts";
import { fromPixel, regionDomains, regionFrame, toPixel } from "./region-frame.ts";
import { regionLabels } from "./region-labels.ts";
import { boundary, regionShapes } from "./region-shapes.ts";
import { regionSummary, regionTable, regionWords } from "./region-text.ts";

const domains = regionDomains(picture, axes, marks);
const frame = regionFrame(490, 400, axes, domains);
const shapes = regionShapes(picture, frame);

function labelsFor(target: readonly [number, number], realised = target) {
  const pixels = {
    baseline: toPixel(frame, marks.baseline),
    realised: toPixel(frame, realised),
    target: toPixel(frame, target),
    alone: picture.alone.map((point) => point && toPixel(frame, point)),
  };
  const words = regionWords(en.plots, axes, "out-of-reach");
  return { pixels, labels: regionLabels(pixels, shapes, words, frame.plot) };
}

describe("the frame", () => {
  it("keeps domains while the target moves within them", () => {
    const again = regionDomains(picture, axes, { ...marks, target: [1, 3] }, domains);
    expect(again[0]).toBe(domains[0]);
    expect(again[1]).toBe(domains[1]);
  });
  it("puts better right and up for a cost too", () => {
    const cost = [axes[0], { ...axes[1], lowerIsBetter: true }] as const;
    const flipped = regionFrame(490, 400, cost, regionDomains(picture, cost, marks));
    expect(flipped.y(0)).toBeLessThan(flipped.y(4));
    expect(frame.y(0)).toBeGreaterThan(frame.y(4));
  });
  it("goes to pixels and back, and no further than the plot's edges", () => {
    const [x, y] = fromPixel(frame, toPixel(frame, [1.5, 2.5]));
    expect([x, y]).toEqual([expect.closeTo(1.5, 9), expect.closeTo(2.5, 9)]);
    expect(toPixel(frame, fromPixel(frame, [-999, 9999]))).toEqual([
      expect.closeTo(frame.plot.left, 6),
      expect.closeTo(frame.plot.bottom, 6),
    ]);
  });
});

describe("the shapes", () => {
  it("extend a set level to the left edge and straight down to the bottom edge", () => {
    const { samples } = boundary(picture.hull ?? [], frame, false);
    expect(samples[0][1]).toBe(samples[1][1]);
    expect(samples[0][0]).toBeLessThanOrEqual(frame.plot.left);
    expect(samples.at(-1)).toEqual([samples.at(-2)?.[0], frame.plot.bottom]);
  });
  it("are the same whichever way the points run", () => {
    const reversed = [...picture.fronts[0].points].reverse();
    expect(boundary(reversed, frame, true)).toEqual(
      boundary(picture.fronts[0].points, frame, true),
    );
  });
  it("paint the largest budget first", () => {
    expect(shapes.fronts.map((front) => front.budget)).toEqual([2, 1]);
  });
});

describe("the labels", () => {
  it("name every contour in nats", () => {
    const texts = labelsFor(marks.target).labels.map((label) => label.text);
    expect(texts).toEqual(expect.arrayContaining(["1 nat", "2 nats", "today", "your palette"]));
    const out = labelsFor([2.46, 3.1], [2.2, 2.7]).labels.map((label) => label.text);
    expect(out).toEqual(expect.arrayContaining(["your palette", "closest safe mix"]));
  });
  it.each(range(0.1, 2.7, 0.2))(
    "touch no arrow, edge or other label with the target at %d across",
    (x) => {
      for (const y of range(0.4, 4.4, 0.25)) {
        const realised = [0.604 + (x - 0.604) * 0.8, 1.248 + (y - 1.248) * 0.8] as const;
        const { pixels, labels } = labelsFor([x, y], realised);
        const touching = labels.flatMap((label, i) => [
          ...labels.slice(i + 1).filter((other) => overlaps(label.box, other.box)),
          ...linesFor(label.key, pixels).filter((line) => crossesLine(label.box, line)),
        ]);
        expect(touching, `with the target at ${x}, ${y}`).toEqual([]);
      }
    },
  );
});

type Pixels = ReturnType<typeof labelsFor>["pixels"];

/** The lines that a label must not touch; those of the palette's own marks may lie on an edge. */
function linesFor(key: string, { baseline, realised, target }: Pixels): (readonly Pixel[])[] {
  const arrows = [
    [baseline, realised],
    [realised, target],
  ];
  const isOfPalette = key === "palette" || key === "realised";
  return isOfPalette ? arrows : [...arrows, shapes.hull?.samples ?? [], shapes.free.samples];
}

function crossesLine(box: Box, line: readonly Pixel[]): boolean {
  return line.some((end, i) => i > 0 && crosses(box, line[i - 1], end));
}

describe("the words", () => {
  it("tell the whole figure", () => {
    expect(regionSummary(en.plots, axes, picture, marks, "thin")).toBe(
      "Humor runs across, Harmlessness upwards. Today: Humor 0.60, Harmlessness 1.25. The palette asks for Humor 2.17, Harmlessness 1.88: reachable, few answers carry it. Realised: Humor 2.17, Harmlessness 1.88. With the other values at their targets, a mix reaches at most Humor 2.59, Harmlessness 4.08. Contour lines of drift: 1 nat, 2 nats.",
    );
    expect(
      regionSummary(en.plots, axes, { ...picture, hull: null }, marks, "out-of-reach"),
    ).toContain("already conflict");
  });
  it("speak of choices among the answers to each prompt where each is by itself", () => {
    const perPrompt = { ...picture, mode: "per-prompt" } as const;
    expect(regionSummary(en.plots, axes, perPrompt, marks, "thin")).toContain(
      "With the other values at their targets, choosing among the answers to each prompt reaches at most Humor 2.59",
    );
    expect(regionWords(en.plots, axes, "thin", "per-prompt").beyond).toBe(
      "out of reach for any choice among each prompt’s answers",
    );
    expect(regionWords(en.plots, axes, "thin").beyond).toContain("any mix of these answers");
  });
  it("table every mark, edge and front", () => {
    const table = regionTable(en.plots, axes, picture, marks, "thin");
    expect(table.rows).toHaveLength(3 + 2 + 4 + 4 + 10);
    expect(table.rows[0].map(cellText)).toEqual(["today", "0.60", "1.25", ""]);
    expect(table.rows.at(-1)?.map(cellText)).toEqual(["2 nats, Front, 5", "2.48", "0.36", "2"]);
    expect(table.rows[0][1]).toEqual({ value: 0.604, text: "0.60" });
    expect(new Set(table.rows.map((row) => row[0])).size).toBe(table.rows.length);
  });
});
