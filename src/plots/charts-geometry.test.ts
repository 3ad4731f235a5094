import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overlaps } from "./base/place-labels.ts";
import { textWidth } from "./base/text-width.ts";
import { cloudFrame, cloudLabels, cloudPixels } from "./clouds/cloud-geometry.ts";
import {
  FIRST_VIEW,
  lambdaEnds,
  project,
  projection,
  projectPoints,
  turn,
} from "./clouds/lambda-geometry.ts";
import { intervalDomains } from "./courses/interval-plot.tsx";
import { gridColumns, panelFrame, panelPaths } from "./courses/line-panel.ts";
import { tradeOffTint } from "./courses/trade-off-matrix.tsx";
import {
  curvePaths,
  distributionCurves,
  distributionFrame,
} from "./distributions/distribution-geometry.ts";
import { parallelFrame, parallelPoints } from "./scenarios/parallel-geometry.ts";
import { radarFrame, radarPath, radarPoint } from "./scenarios/radar-geometry.ts";

const panel = { label: "Humor", unit: "reward", sd: 1.77, place: 0, reference: 2.17 };

describe("small line charts", () => {
  it("hold every point with its error, and the reference", () => {
    const points = [
      { x: 0, y: 0.6, error: 0.5 },
      { x: 4, y: 2.1, error: 0.1 },
    ];
    const { y, plot } = panelFrame({ ...panel, points }, 168, 116, [0, 4]);
    for (const level of [0.1, 2.2, 2.17]) {
      expect(y(level)).toBeGreaterThan(plot.top);
      expect(y(level)).toBeLessThan(plot.bottom);
    }
  });
  it("draw a band only where there are errors, and survive a flat course", () => {
    const flat = {
      ...panel,
      reference: 1,
      points: [
        { x: 0, y: 1 },
        { x: 1, y: 1 },
      ],
    };
    const paths = panelPaths(flat, panelFrame(flat, 168, 116, [0, 1]));
    expect(paths.band).toBeNull();
    expect(paths.line).not.toContain("NaN");
  });
  it("fill the width with whole cells", () => {
    expect(gridColumns(620, 168, 16, 3)).toEqual({ columns: 3, cell: 196 });
    expect(gridColumns(350, 168, 16, 6)).toEqual({ columns: 1, cell: 350 });
    expect(gridColumns(100, 168, 16, 6).columns).toBe(1);
    expect(gridColumns(960, 160, 16, 6).columns).toBe(3);
  });
});

describe("one distribution", () => {
  const before = Float64Array.from([0.1, 0.4, 0.3, 0.2]);
  const after = Float64Array.from([0, 0.1, 0.3, 0.6]);
  it("gives an ECDF that rises from 0 to 1", () => {
    const { before: b, after: a } = distributionCurves(before, after, [0, 4], "ecdf");
    expect(b.map(([x]) => x)).toEqual([0, 1, 2, 3, 4]);
    expect(b.map(([, y]) => y)).toEqual([0, 0.1, 0.5, 0.8, 1].map((y) => expect.closeTo(y, 12)));
    expect(a.at(-1)?.[1]).toBeCloseTo(1, 12);
  });
  it("gives a density whose area is one", () => {
    const { before: b, peak } = distributionCurves(before, after, [0, 8], "density");
    const area = b.slice(1, -1).reduce((sum, [, y]) => sum + y * 2, 0);
    expect(area).toBeCloseTo(1, 9);
    expect(peak).toBeLessThan(0.5);
  });
  it("steps a histogram over its bins", () => {
    const curves = distributionCurves(before, after, [0, 4], "histogram");
    expect(curves.peak).toBe(0.6);
    const frame = distributionFrame(256, 160, [0, 4], curves.peak, "histogram");
    expect(curvePaths(curves.before, frame, "histogram").line.split("L")).toHaveLength(9);
  });
  it("survives a constant value", () => {
    const curves = distributionCurves(before, after, [3, 3], "density");
    const frame = distributionFrame(256, 160, [3, 3], curves.peak, "density");
    expect(curvePaths(curves.before, frame, "density").area).not.toContain("NaN");
  });
});

describe("a radar", () => {
  it("leaves room for long labels beside it, and none is needed above it", () => {
    const long = "Hilfsbereitschaft";
    const { centre, radius } = radarFrame(300, 300, ["a", long, "c", "d"]);
    expect(centre[0] + radius + 12 + textWidth(long, 11.5)).toBeLessThanOrEqual(300);
    expect(radarFrame(300, 300, [long, "b", "c", "d"]).radius).toBeGreaterThan(radius);
  });

  const frame = radarFrame(400, 300, ["a", "b", "c", "d"]);
  it("starts at the top and goes clockwise", () => {
    const [x, y] = frame.centre;
    expect(radarPoint(frame, 0, 1)).toEqual([x, y - frame.radius]);
    expect(radarPoint(frame, 1, 0.5)).toEqual([
      expect.closeTo(x + frame.radius / 2, 9),
      expect.closeTo(y, 9),
    ]);
    expect(radarPath(frame, [0, 0, 0, 0])).toBe("M200,150L200,150L200,150L200,150Z");
  });
  it("keeps shares inside the rim", () => {
    expect(radarPoint(frame, 0, 2)).toEqual(radarPoint(frame, 0, 1));
  });
});

describe("parallel axes", () => {
  const axes = [
    { label: "Humor", unit: "r", sd: 1 },
    { label: "Toxicity", unit: "r", sd: 1, lowerIsBetter: true },
  ];
  const scenario = (id: string, levels: readonly number[]) => ({ id, label: id, levels });
  it("put better up, for a cost too", () => {
    const [good, bad] = [scenario("a", [2, 0.1]), scenario("b", [1, 0.9])];
    const frame = parallelFrame(300, 200, axes, [good, bad]);
    const [a, b] = [parallelPoints(frame, good), parallelPoints(frame, bad)];
    for (const i of [0, 1]) expect(a[i][1]).toBeLessThan(b[i][1]);
  });
  it("stagger names that would run into each other", () => {
    const names = ["Helpfulness", "Harmlessness", "Diversity"].map((label) => ({
      ...axes[0],
      label,
    }));
    const same = [scenario("a", [1, 1, 1])];
    const heights = (width: number) =>
      new Set(parallelFrame(width, 200, names, same).axes.map((a) => a.labelY)).size;
    expect([heights(600), heights(160)]).toEqual([1, 2]);
  });
});

describe("intervals", () => {
  it("share one scale in sd, with the estimate in the middle", () => {
    const row = { id: "a", label: "a", unit: "", place: 0, reference: null };
    const rows = [
      { ...row, sd: 2, estimate: 10, low: 8, high: 11 },
      { ...row, sd: 0.1, estimate: 1, low: 0.98, high: 1.02 },
    ];
    const [wide, narrow] = intervalDomains(rows);
    expect(wide).toEqual([7.5, 12.5]);
    expect((narrow[1] - narrow[0]) / 0.1).toBeCloseTo((wide[1] - wide[0]) / 2, 9);
  });
});

describe("a cloud", () => {
  const axis = { label: "Humor", unit: "r", sd: 1 };
  const marks = { baseline: [0, 0], palette: [1, 1], alone: [[1, 0], null] } as const;
  it("holds every point and mark, and turns a cost round", () => {
    const points = Float64Array.from([-2, -1, 3, 4]);
    const frame = cloudFrame(400, 300, [axis, { ...axis, lowerIsBetter: true }], points, marks);
    const [x0, y0, x1, y1] = cloudPixels(frame, points);
    expect(x0).toBeGreaterThan(frame.plot.left);
    expect(x1).toBeLessThan(frame.plot.right);
    expect(y0).toBeLessThan(y1);
  });
  it("shows the whole of a quantile axis", () => {
    const share = { ...axis, percent: true };
    expect(cloudFrame(400, 300, [share, share], new Float64Array(), marks).x.domain()).toEqual([
      0, 1,
    ]);
  });
  it("labels marks without touching one another", () => {
    const at = {
      baseline: [100, 200],
      realised: [260, 120],
      target: [260, 120],
      alone: [
        [250, 215],
        [105, 110],
      ],
    } as const;
    const words = {
      today: "today",
      palette: "your palette",
      alone: ["Humor alone", "Harmlessness alone"],
    };
    const labels = cloudLabels(at, words, { left: 0, top: 0, right: 400, bottom: 300 });
    expect(labels).toHaveLength(4);
    labels.forEach((a, i) => {
      expect(labels.some((b, j) => j > i && overlaps(a.box, b.box))).toBe(false);
    });
  });
});

describe("λ space", () => {
  it("keeps distances when turned", () => {
    const angle = fc.double({ min: 0, max: 6, noNaN: true });
    fc.assert(
      fc.property(angle, (yaw) => {
        const level = projection(300, 300, { yaw, pitch: Math.PI / 2 });
        const a = project(level, [0, 0, 0]);
        const b = project(level, [0.6, 0.8, 0]);
        expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeCloseTo(level.scale, 6);
      }),
    );
  });
  it("scales each coordinate by its end", () => {
    const frame = projection(300, 300, FIRST_VIEW);
    const [x, y] = projectPoints(frame, Float64Array.from([2, 3, 4]), [4, 3, 8]);
    const [ex, ey] = project(frame, [0.5, 1, 0.5]);
    expect([x, y]).toEqual([expect.closeTo(ex, 3), expect.closeTo(ey, 3)]);
    expect(lambdaEnds(Float64Array.from([1, 0, 5, 0]), 2, [7, 0])).toEqual([7, 1]);
  });
  it("turns all the way round but never upside down", () => {
    expect(turn(FIRST_VIEW, 0, 1e4).pitch).toBe(Math.PI / 2);
    expect(turn(FIRST_VIEW, 0, -1e4).pitch).toBe(0);
    expect(turn({ yaw: 0, pitch: 0 }, 100, 0).yaw).toBeCloseTo(2 * Math.PI - 1, 9);
  });
});

it("tints trade-offs by sign and size in sd", () => {
  expect(tradeOffTint(-0.25, 2)).toEqual({ sign: "lower", depth: 0.5 });
  expect(tradeOffTint(9, 2)).toEqual({ sign: "raise", depth: 1 });
  for (const nothing of [0, null, Number.NaN]) {
    expect(tradeOffTint(nothing, 2)).toEqual({ sign: "none", depth: 0 });
  }
});
