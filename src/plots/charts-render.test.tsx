import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { CloudPlot } from "./clouds/cloud-plot.tsx";
import { LambdaSpacePlot } from "./clouds/lambda-space-plot.tsx";
import { MixesPlot } from "./clouds/mixes-plot.tsx";
import { CalibrationPlot } from "./courses/calibration-plot.tsx";
import { ForecastPlot } from "./courses/forecast-plot.tsx";
import { IntervalPlot } from "./courses/interval-plot.tsx";
import { RoundsPlot } from "./courses/rounds-plot.tsx";
import { TradeOffMatrix } from "./courses/trade-off-matrix.tsx";
import { DistributionPlot } from "./distributions/distribution-plot.tsx";
import { PairMatrix, pictureOf } from "./region/pair-matrix.tsx";
import { ParallelPlot } from "./scenarios/parallel-plot.tsx";
import { ProfileRadar } from "./scenarios/profile-radar.tsx";
import { RadarPlot } from "./scenarios/radar-plot.tsx";
import { axes, picture } from "./testing/region-fixture.ts";

function svg(plot: ReactNode): string {
  return renderToStaticMarkup(plot)
    .replace(/-?\d+\.\d{3,}/g, (x) => String(Math.round(Number(x) * 100) / 100))
    .replaceAll("><", ">\n<");
}

const humor = { label: "Humor", unit: "reward", sd: 1.77, place: 0 };
const scenarios = [
  { id: "a", label: "A", levels: [0.6, 1.25, 0.8], quantiles: [0.45, 0.48, 0.4] },
  { id: "b", label: "B", levels: [2.17, 1.88, 0.9], quantiles: [0.7, 0.7, 0.55] },
];
const space = {
  labels: ["Humor", "Helpfulness", "Harmlessness"],
  units: ["nats per unit", "nats per unit", "nats per unit"],
  points: Float64Array.from([1, 2, 3, 3, 2, 1]),
  desirable: Uint8Array.from([1, 0]),
  palette: [2, 1, 1.5],
};
const value = {
  ...humor,
  min: -2.78,
  max: 2.59,
  before: Float64Array.from([0.1, 0.2, 0.3, 0.4]),
  after: Float64Array.from([0, 0.1, 0.2, 0.7]),
  meanBefore: 0.6,
  meanAfter: 2.17,
  target: 2.17,
  quantiles: [{ p: 0.5, before: 1.1, after: 2.3 }],
};
const cloud = {
  points: Float64Array.from([0, 0, 1, 2, 2, 1]),
  marks: { baseline: [0.6, 1.25], palette: [2.17, 1.88], alone: [[2.17, 1.07], null] },
} as const;

describe("each figure, drawn", () => {
  it.each<[string, ReactNode]>([
    [
      "profile",
      <ProfileRadar
        key="p"
        width={320}
        height={240}
        values={["Care", "Fairness", "Loyalty", "Authority"]}
        weights={[1, 0.8, 0.3, 0]}
      />,
    ],
    [
      "calibration",
      <CalibrationPlot
        key="k"
        size={168}
        label="Care"
        place={0}
        points={[
          { predicted: 0.1, observed: 0.05, texts: 40 },
          { predicted: 0.8, observed: 0.9, texts: 10 },
        ]}
      />,
    ],
    [
      "rounds",
      <RoundsPlot
        key="r"
        width={400}
        values={[{ ...humor, course: [0.6, 2, 2.15], simultaneous: 2.17 }]}
      />,
    ],
    [
      "forecast",
      <ForecastPlot
        key="f"
        width={400}
        values={[
          {
            ...humor,
            target: 2.17,
            points: [1, 2, 4].map((k) => ({ k, level: 0.6 + 0.3 * k, error: 0.05 })),
          },
        ]}
      />,
    ],
    [
      "intervals",
      <IntervalPlot
        key="i"
        rows={[{ ...humor, id: "humor", estimate: 2.17, low: 2.09, high: 2.26, reference: 2.17 }]}
      />,
    ],
    [
      "mixes",
      <MixesPlot
        key="m"
        mixes={[{ id: "min", label: "least of all", mixed: 1.9, linear: 1.72 }]}
      />,
    ],
    [
      "trade-offs",
      <TradeOffMatrix
        key="t"
        values={[
          { ...humor, raise: 0.1 },
          { ...humor, label: "Harmlessness", sd: 1.11, raise: 0.1 },
          { ...humor, label: "Fluency", sd: 0.45, raise: 0.1 },
        ]}
        changes={[
          [0, -0.166, null],
          [-0.06, 0, null],
          [0.02, -0.01, 0],
        ]}
      />,
    ],
    [
      "radar",
      <RadarPlot
        key="r"
        width={400}
        height={300}
        values={["Humor", "Harmlessness", "Diversity"]}
        scenarios={scenarios}
        emphasised="b"
      />,
    ],
    [
      "parallel axes",
      <ParallelPlot
        key="p"
        width={400}
        height={240}
        axes={["Humor", "Harmlessness", "Diversity"].map((label) => ({ ...humor, label }))}
        scenarios={scenarios}
        emphasised="b"
      />,
    ],
    [
      "density",
      <DistributionPlot key="d" width={400} height={240} value={value} shape="density" />,
    ],
    [
      "histogram",
      <DistributionPlot key="h" width={400} height={240} value={value} shape="histogram" />,
    ],
    ["ecdf", <DistributionPlot key="e" width={400} height={240} value={value} shape="ecdf" />],
    ["cloud", <CloudPlot key="c" width={400} height={300} axes={axes} {...cloud} />],
    ["λ space of three", <LambdaSpacePlot key="3" width={400} height={300} space={space} />],
    [
      "λ space of two",
      <LambdaSpacePlot
        key="2"
        width={400}
        height={300}
        space={{
          ...space,
          labels: space.labels.slice(0, 2),
          points: Float64Array.from([1, 2, 3, 3]),
          palette: [2, 1],
        }}
      />,
    ],
    [
      "pairs",
      <PairMatrix
        key="p"
        width={300}
        axes={[axes[0], { ...axes[0], label: "Helpfulness" }, axes[1]]}
        baseline={[0.6, -1, 1.25]}
        realised={[2.17, -0.46, 1.88]}
        target={[2.17, -0.46, 1.88]}
        pictures={[picture]}
        onChoose={() => {}}
      />,
    ],
  ])("%s", (_, plot) => {
    const markup = svg(plot);
    expect(markup).not.toMatch(/NaN|Infinity|undefined/);
    expect(markup).toMatch(/aria-label=|<caption>/);
    expect(markup).toMatchSnapshot();
  });
});

describe("each figure with nothing to draw says what to do", () => {
  it.each<[string, ReactNode]>([
    ["rounds", <RoundsPlot key="r" width={400} values={[]} />],
    ["forecast", <ForecastPlot key="f" width={400} values={[]} />],
    ["intervals", <IntervalPlot key="i" rows={[]} />],
    ["mixes", <MixesPlot key="m" mixes={[]} />],
    ["trade-offs", <TradeOffMatrix key="t" values={[{ ...humor, raise: 1 }]} changes={[[0]]} />],
    ["radar", <RadarPlot key="r" width={9} height={9} values={["a", "b", "c"]} scenarios={[]} />],
    [
      "a radar of two",
      <RadarPlot key="q" width={9} height={9} values={["a", "b"]} scenarios={scenarios} />,
    ],
    ["parallel axes", <ParallelPlot key="p" width={9} height={9} axes={[]} scenarios={[]} />],
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
  ])("%s", (_, plot) => {
    expect(svg(plot)).toMatch(/^<p class="figure-empty">[A-Z].+<\/p>$/);
  });
});

it("turns a picture of (x, y) into one of (y, x)", () => {
  const turned = pictureOf([picture], 2, 0);
  expect(turned?.pair).toEqual([2, 0]);
  expect(turned?.hull?.at(-1)).toEqual([4.078, 0.256]);
  expect(turned?.alone[0]).toEqual([1.879, 0.588]);
  expect(turned && pictureOf([turned], 0, 2)).toEqual(picture);
  expect(pictureOf([picture], 1, 0)).toBeNull();
});
