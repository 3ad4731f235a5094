import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { StatusMark } from "./base/status-mark.tsx";
import { Ridges } from "./distributions/ridges.tsx";
import { TrackChart } from "./distributions/track-chart.tsx";
import { RegionPlot } from "./region/region-plot.tsx";
import { axes, marks, picture } from "./testing/region-fixture.ts";

/** Markup with one element on a line and every number at two decimals at most. */
function svg(markup: string): string {
  return markup
    .replace(/-?\d+\.\d{3,}/g, (x) => String(Math.round(Number(x) * 100) / 100))
    .replaceAll("><", ">\n<");
}

const before = Float64Array.from([0.1, 0.2, 0.3, 0.2, 0.15, 0.05]);
const after = Float64Array.from([0, 0.05, 0.15, 0.2, 0.3, 0.3]);

describe("a region plot", () => {
  it("draws a palette that is met", () => {
    const plot = (
      <RegionPlot
        width={490}
        height={400}
        picture={picture}
        axes={axes}
        {...marks}
        status="thin"
        onTargetDrag={() => {}}
      />
    );
    expect(svg(renderToStaticMarkup(plot))).toMatchSnapshot();
  });

  it("draws one out of reach, linked to the closest safe mix", () => {
    const plot = (
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
    );
    const markup = svg(renderToStaticMarkup(plot));
    expect(markup).toContain("closest safe mix");
    expect(markup).toContain('class="link"');
    expect(markup).toMatchSnapshot();
  });

  it("says so when the other targets conflict", () => {
    const plot = (
      <RegionPlot
        width={490}
        height={400}
        picture={{ ...picture, hull: null, fronts: [] }}
        axes={axes}
        {...marks}
        status="out-of-reach"
      />
    );
    const markup = renderToStaticMarkup(plot);
    expect(markup).toContain("no level of these two can be reached");
    expect(markup).not.toContain('class="hull"');
  });
});

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

  it.each(["density", "histogram"] as const)("draws a %s in each row", (shape) => {
    const plot = <Ridges values={values} histograms={histograms} shape={shape} />;
    expect(svg(renderToStaticMarkup(plot))).toMatchSnapshot();
  });

  it("draws the track of a slider", () => {
    const track = (
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
    );
    expect(svg(renderToStaticMarkup(track))).toMatchSnapshot();
  });
});

it("marks each verdict with its own shape", () => {
  const shapes = (["reachable", "thin", "out-of-reach", "unsettled"] as const).map((status) =>
    renderToStaticMarkup(<StatusMark status={status} />).replace(/class="[^"]*"/, ""),
  );
  expect(new Set(shapes).size).toBe(4);
});
