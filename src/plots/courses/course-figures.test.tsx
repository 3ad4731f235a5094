// @vitest-environment happy-dom
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { inGallery } from "../testing/gallery-file.ts";
import { attributesOf, placesOf, textsOf } from "../testing/marks.ts";
import { CalibrationPlot } from "./calibration-plot.tsx";
import { ForecastPlot } from "./forecast-plot.tsx";
import { IntervalPlot } from "./interval-plot.tsx";
import { RoundsPlot } from "./rounds-plot.tsx";
import { TradeOffMatrix } from "./trade-off-matrix.tsx";

const humor = { label: "Humor", unit: "reward", sd: 1.77, place: 0 };

it("draws each round as a mark, higher where the level is, and the simultaneous level as a line", async () => {
  const page = await inGallery({
    name: "rounds",
    size: [400, 140],
    figure: (
      <RoundsPlot width={400} values={[{ ...humor, course: [0.6, 2, 2.15], simultaneous: 2.17 }]} />
    ),
  });
  const [first, second, third] = placesOf(page, ".course-mark");
  expect(second[0] - first[0]).toBeCloseTo(third[0] - second[0], 1);
  expect((first[1] - second[1]) / (second[1] - third[1])).toBeCloseTo(1.4 / 0.15, 1);
  const [[y1, y2]] = attributesOf(page, ".reference", "y1", "y2");
  expect(y1).toBe(y2);
  expect(y1).toBeLessThan(third[1]);
  expect(textsOf(page, "text.tick").slice(-3)).toEqual(["0", "1", "2"]);
});

it("draws a forecast over doublings, with a band and its target", async () => {
  const points = [1, 2, 4].map((k) => ({ k, level: 0.6 + 0.3 * k, error: 0.05 }));
  const page = await inGallery({
    name: "forecast",
    size: [400, 165],
    figure: <ForecastPlot width={400} values={[{ ...humor, target: 2.17, points }]} />,
  });
  const [one, two, four] = placesOf(page, ".course-mark");
  expect(two[0] - one[0]).toBeCloseTo(four[0] - two[0], 1);
  expect((two[1] - four[1]) / (one[1] - two[1])).toBeCloseTo(2, 1);
  expect(page.querySelectorAll(".band, .reference")).toHaveLength(2);
  expect(textsOf(page, "text.tick").slice(-3)).toEqual(["1", "2", "4"]);
});

it("draws an estimate in the middle of its row, and its interval in proportion", async () => {
  const page = await inGallery({
    name: "intervals",
    size: [490, 80],
    figure: (
      <IntervalPlot
        rows={[{ ...humor, id: "humor", estimate: 2.17, low: 2.09, high: 2.26, reference: 2.17 }]}
      />
    ),
  });
  expect(attributesOf(page, ".interval-dot", "cx")).toEqual([[50]]);
  const [[low, high]] = attributesOf(page, ".interval-bar", "x1", "x2");
  expect((high - 50) / (50 - low)).toBeCloseTo(0.09 / 0.08, 2);
  expect(high).toBeCloseTo(90, 1);
  expect(attributesOf(page, ".interval-cap", "x1")).toEqual([[low], [high]]);
  expect(attributesOf(page, ".interval-reference", "x")).toEqual([[50]]);
  expect(textsOf(page, ".interval-numbers b")).toEqual(["2.17"]);
});

it("tints every trade-off by its sign, and says where nothing is bought", async () => {
  const page = await inGallery({
    name: "trade-offs",
    size: [490, 130],
    figure: (
      <TradeOffMatrix
        values={[
          { ...humor, raise: 0.1 },
          { ...humor, label: "Harmlessness", sd: 1.11, raise: 0.1 },
          { ...humor, label: "Fluency", sd: 0.45, raise: 0.1 },
        ]}
        changes={[
          [null, -0.166, "free"],
          [-0.06, null, "beyond"],
          [0.02, "not-enough", null],
        ]}
      />
    ),
  });
  const classes = Array.from(page.querySelectorAll("tbody td"), (cell) => cell.className);
  expect(classes).toEqual([
    ...["trade-same", "trade-lower", "trade-none"],
    ...["trade-lower", "trade-same", "trade-none"],
    ...["trade-raise", "trade-none", "trade-same"],
  ]);
  expect(textsOf(page, ".trade-lower, .trade-raise")).toEqual(["−0.17", "−0.06", "+0.02"]);
  expect(textsOf(page, ".trade-none [aria-hidden]")).toEqual([
    "free",
    "out of reach",
    "not enough",
  ]);
  expect(textsOf(page, "thead th")).toEqual(["Humor", "Harmlessness", "Fluency"]);
});

it("leaves out of the trade-offs what costs nothing, and says so", () => {
  const markup = renderToStaticMarkup(
    <TradeOffMatrix
      values={["Humor", "Harmlessness", "Fluency"].map((label) => ({
        ...humor,
        label,
        raise: 0.1,
      }))}
      changes={[
        [null, -0.166, "free"],
        [-0.06, null, "free"],
        [0, 0, null],
      ]}
    />,
  );
  expect(markup).not.toContain("raise Fluency by");
  expect(markup).toContain("Raising Fluency a little costs nothing");
});

it("writes equal steps of a trade-off alike, whatever the spread of their value", () => {
  const value = { unit: "reward", raise: 0.01 };
  const markup = renderToStaticMarkup(
    <TradeOffMatrix
      values={[
        { ...value, label: "Diversity", sd: 0.12 },
        { ...value, label: "Fluency", sd: 0.45 },
      ]}
      changes={[
        [0, -0.1],
        [-0.1, 0],
      ]}
    />,
  );
  expect(markup).toContain("raise Diversity by 0.01<");
  expect(markup).toContain("raise Fluency by 0.01<");
});

it("shows no table of trades where only one value has a target", () => {
  const markup = renderToStaticMarkup(
    <TradeOffMatrix values={[{ ...humor, raise: 0.1 }]} changes={[[null]]} />,
  );
  expect(markup).toContain("A trade takes two values that have a target; here only one has.");
});

it("draws a rated chance against what was seen, larger where there are more texts", async () => {
  const page = await inGallery({
    name: "calibration",
    size: [168, 210],
    figure: (
      <CalibrationPlot
        size={168}
        label="Care"
        place={0}
        points={[
          { predicted: 0.1, observed: 0.05, texts: 40 },
          { predicted: 0.8, observed: 0.9, texts: 10 },
        ]}
      />
    ),
  });
  const marks = page.querySelectorAll("path[transform]");
  const side = 168 - 34 - 8;
  expect(placesOf(page, "path[transform]")).toEqual([
    [expect.closeTo(34 + side * 0.1, 1), expect.closeTo(22 + side * 0.95, 1)],
    [expect.closeTo(34 + side * 0.8, 1), expect.closeTo(22 + side * 0.1, 1)],
  ]);
  const radii = Array.from(marks, (mark) => /A(\d+),/.exec(mark.getAttribute("d") ?? "")?.[1]);
  expect(radii).toEqual(["6", "4"]);
});

it.each<[string, ReactElement]>([
  ["rounds", <RoundsPlot key="r" width={400} values={[]} />],
  ["forecast", <ForecastPlot key="f" width={400} values={[]} />],
  ["intervals", <IntervalPlot key="i" rows={[]} />],
  ["trade-offs", <TradeOffMatrix key="t" values={[{ ...humor, raise: 1 }]} changes={[[0]]} />],
])("%s with nothing to draw says what to do", (_, figure) => {
  expect(renderToStaticMarkup(figure)).toMatch(/^<p class="figure-empty">[A-Z].+<\/p>$/);
});
