// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { inGallery } from "../testing/gallery-file.ts";
import { attributesOf, placeOf, textsOf } from "../testing/marks.ts";
import { DistributionPlot } from "./distribution-plot.tsx";
import { Ridges } from "./ridges.tsx";
import { TrackChart } from "./track-chart.tsx";

const before = Float64Array.from([0.1, 0.2, 0.3, 0.2, 0.15, 0.05]);
const after = Float64Array.from([0, 0.05, 0.15, 0.2, 0.3, 0.3]);

describe("before and after", () => {
  const value = { id: "humor", label: "Humor", unit: "reward", min: -2.78, max: 2.59, sd: 1.77 };
  const values = [
    { ...value, before: 0.6, after: 2.17, target: 2.17 },
    {
      ...value,
      id: "x",
      label: "Constant",
      min: 1,
      max: 1,
      sd: 0,
      before: 1,
      after: 1,
      target: null,
    },
  ];
  const masses = (row: Float64Array) => Float64Array.from([...row, ...row]);
  const histograms = { bins: 6, before: masses(before), after: masses(after) };

  it.each(["density", "histogram"] as const)("draws a %s in each row", async (shape) => {
    const page = await inGallery({
      name: `ridges-${shape}`,
      size: [490, 200],
      figure: <Ridges values={values} histograms={histograms} shape={shape} />,
    });
    expect(textsOf(page, ".ridge-name strong")).toEqual(["Humor", "Constant"]);
    expect(page.querySelectorAll(".bins-before, .bins-after, .bins-line")).toHaveLength(2 * 3);
    const share = (x: number) => (100 * (x - value.min)) / (value.max - value.min);
    expect(attributesOf(page, ".mean-before", "x1")).toEqual([
      [expect.closeTo(share(0.6), 2)],
      [50],
    ]);
    expect(attributesOf(page, ".mean-after", "x1")).toEqual([
      [expect.closeTo(share(2.17), 2)],
      [50],
    ]);
    expect(page.querySelectorAll(".ridge-target")).toHaveLength(1);
    expect(textsOf(page, ".ridge-end")).toEqual(["−2.78", "2.59", "1.00", "1.00"]);
  });

  it("draws the track of a slider", async () => {
    const page = await inGallery({
      name: "track",
      size: [300, 60],
      figure: (
        <TrackChart
          {...value}
          place={0}
          before={before}
          after={after}
          baseline={0.6}
          realised={2.17}
          reachable={2.4}
        >
          <input type="range" />
        </TrackChart>
      ),
    });
    const style = (mark: string) => page.querySelector(mark)?.getAttribute("style");
    expect(style(".track-baseline")).toBe("left:62.94%");
    expect(style(".track-realised")).toContain("left:92.18%");
    expect(style(".track-hatched-high")).toBe("width:3.54%");
    expect(textsOf(page, ".track-ends span")).toEqual(["−2.78", "2.59"]);
    expect(page.querySelectorAll("input[type=range]")).toHaveLength(1);
  });
});

describe("one distribution", () => {
  const value = {
    label: "Humor",
    unit: "reward",
    sd: 1.77,
    place: 0,
    min: -2.78,
    max: 2.59,
    before: Float64Array.from([0.1, 0.2, 0.3, 0.4]),
    after: Float64Array.from([0, 0.1, 0.2, 0.7]),
    meanBefore: 0.6,
    meanAfter: 2.17,
    target: 2.17,
    quantiles: [{ p: 0.5, before: 1.1, after: 2.3 }],
  };
  const draw = (shape: "density" | "histogram" | "ecdf") =>
    inGallery({
      name: shape,
      size: [400, 300],
      figure: <DistributionPlot width={400} height={240} value={value} shape={shape} />,
    });
  const [left, right] = [44, 400 - 12];
  const across = (x: number) => left + ((right - left) * (x - value.min)) / (value.max - value.min);

  it.each([
    ["density", [2, 0]],
    ["histogram", [2, 0]],
    ["ecdf", [0, 1]],
  ] as const)("is drawn as %s with its means, target and quantiles", async (shape, counts) => {
    const page = await draw(shape);
    const areas = page.querySelectorAll(".bins-before, .bins-after").length;
    expect([areas, page.querySelectorAll(".ecdf-before").length]).toEqual(counts);
    for (const [mark, x] of [
      [".mean-before", 0.6],
      [".mean-after", 2.17],
      [".quantile-before", 1.1],
      [".quantile-after", 2.3],
    ] as const)
      expect(attributesOf(page, mark, "x1"), mark).toEqual([[expect.closeTo(across(x), 1)]]);
    expect(placeOf(page, ".distribution-target")[0]).toBeCloseTo(across(2.17), 1);
    const upright = {
      density: "Share of answers per unit of reward",
      histogram: "Share of answers in each bin",
      ecdf: "Share of answers at or below",
    };
    expect(textsOf(page, ".axis-title")).toEqual(["Humor (reward)", upright[shape]]);
  });

  it("steps a histogram between whole bins, and ends an ECDF at the top", async () => {
    const numbers = (path: Element | null) =>
      Array.from(path?.getAttribute("d")?.matchAll(/([\d.]+),([\d.]+)/g) ?? [], ([, x, y]) => [
        Number(x),
        Number(y),
      ]);
    const histogram = numbers((await draw("histogram")).querySelector(".bins-line"));
    const edges = [0, 1, 2, 3, 4].map((i) => left + ((right - left) * i) / 4);
    expect([...new Set(histogram.map(([x]) => x))]).toEqual(edges);
    const ecdf = numbers((await draw("ecdf")).querySelector(".bins-line"));
    expect(ecdf.at(-1)).toEqual([right, 24]);
    expect(ecdf[0]).toEqual([left, 240 - 36]);
  });
});
