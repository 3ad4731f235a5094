// @vitest-environment happy-dom
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { inGallery } from "../testing/gallery-file.ts";
import { attributesOf, placeOf, placesOf, textsOf } from "../testing/marks.ts";
import { axes } from "../testing/region-fixture.ts";
import { CloudPlot } from "./cloud-plot.tsx";
import { LambdaSpacePlot } from "./lambda-space-plot.tsx";
import { MixesPlot } from "./mixes-plot.tsx";

const cloud = {
  points: Float64Array.from([0, 0, 1, 2, 2, 1]),
  marks: { baseline: [0.6, 1.25], palette: [2.17, 1.88], alone: [[2.17, 1.07], null] },
} as const;
const space = {
  labels: ["Humor", "Helpfulness", "Harmlessness"],
  units: ["nats per unit", "nats per unit", "nats per unit"],
  points: Float64Array.from([1, 2, 3, 3, 2, 1]),
  desirable: Uint8Array.from([1, 0]),
  palette: [2, 1, 1.5],
};
const plane = {
  ...space,
  labels: space.labels.slice(0, 2),
  points: Float64Array.from([1, 2, 3, 3]),
  palette: [2, 1],
};

it("marks baseline and palette over a cloud, with an arrow to what one value alone reaches", async () => {
  const page = await inGallery({
    name: "cloud",
    size: [400, 300],
    figure: <CloudPlot width={400} height={300} axes={axes} {...cloud} />,
  });
  const [from, to, alone] = [".mark-baseline", ".mark-realised", ".alone circle"].map((mark) =>
    placeOf(page, mark),
  );
  expect((to[0] - from[0]) / (alone[0] - from[0])).toBeCloseTo(1, 2);
  expect((from[1] - to[1]) / (from[1] - alone[1])).toBeCloseTo(0.63 / -0.18, 1);
  expect(page.querySelectorAll(".alone")).toHaveLength(1);
  expect(page.querySelectorAll("canvas")).toHaveLength(1);
  expect(textsOf(page, ".label")).toEqual(["your palette", "today", "Humor alone"]);
  expect(textsOf(page, ".axis-title")).toEqual([
    "Humor (mean reward)",
    "Harmlessness (mean reward)",
  ]);
});

it("draws λ of three values as a cube with nine edges and named ends", async () => {
  const page = await inGallery({
    name: "lambda-of-three",
    size: [400, 350],
    figure: <LambdaSpacePlot width={400} height={300} space={space} />,
  });
  expect(page.querySelectorAll(".cube-edge, .cube-axis")).toHaveLength(9);
  expect(textsOf(page, ".axis-title")).toEqual([
    "Humor 3.00",
    "Helpfulness 2.00",
    "Harmlessness 3.00",
  ]);
  const axisEnds = attributesOf(page, ".cube-axis", "x2", "y2");
  const [[x0, y0]] = attributesOf(page, ".cube-axis", "x1", "y1");
  const shares = [2 / 3, 1 / 2, 1 / 2];
  const [x, y] = [x0, y0].map((origin, k) =>
    axisEnds.reduce((sum, end, i) => sum + shares[i] * (end[k] - origin), origin),
  );
  expect(placeOf(page, ".mark-realised")).toEqual([expect.closeTo(x, 1), expect.closeTo(y, 1)]);
  expect(page.querySelectorAll("canvas")).toHaveLength(2);
});

it("draws λ of two values as a plane from 0", async () => {
  const page = await inGallery({
    name: "lambda-of-two",
    size: [400, 350],
    figure: <LambdaSpacePlot width={400} height={300} space={plane} />,
  });
  const [x, y] = placeOf(page, ".mark-realised");
  expect(x).toBeCloseTo(40 + (350 * 2) / (3 * 1.05), 1);
  expect(y).toBeCloseTo(264 - (242 * 1) / (3 * 1.05), 1);
  expect(textsOf(page, ".tick")).toContain("0.0");
  expect(textsOf(page, ".label")).toEqual(["your palette"]);
});

it("draws each mix and its linear match on one axis from 0", async () => {
  const page = await inGallery({
    name: "mixes",
    size: [490, 110],
    figure: <MixesPlot mixes={[{ id: "min", label: "least of all", mixed: 1.9, linear: 1.72 }]} />,
  });
  const [[mixed], [linear]] = attributesOf(page, "circle", "cx");
  expect(linear / mixed).toBeCloseTo(1.72 / 1.9, 3);
  // No mark lies behind the last number of the axis.
  expect(Number(textsOf(page, ".interval text.tick").at(-1))).toBeGreaterThanOrEqual(1.9);
  expect(attributesOf(page, ".mix-saved", "x1", "x2")).toEqual([[linear, mixed]]);
  expect(textsOf(page, ".interval-numbers b")).toEqual(["1.72"]);
  expect(placesOf(page, "circle")).toHaveLength(2);
});

it.each<[string, ReactElement]>([
  ["mixes", <MixesPlot key="m" mixes={[]} />],
  [
    "cloud",
    <CloudPlot key="c" width={9} height={9} axes={axes} {...cloud} points={new Float64Array()} />,
  ],
  [
    "λ space",
    <LambdaSpacePlot
      key="l"
      width={9}
      height={9}
      space={{ ...space, points: new Float64Array() }}
    />,
  ],
])("%s with nothing to draw says what to do", (_, figure) => {
  expect(renderToStaticMarkup(figure)).toMatch(/^<p class="figure-empty">[A-Z].+<\/p>$/);
});
