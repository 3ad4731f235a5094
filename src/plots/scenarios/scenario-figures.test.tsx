// @vitest-environment happy-dom
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { inGallery } from "../testing/gallery-file.ts";
import { attributesOf, placesOf, textsOf } from "../testing/marks.ts";
import { ParallelPlot } from "./parallel-plot.tsx";
import { ProfileRadar } from "./profile-radar.tsx";
import { RadarPlot } from "./radar-plot.tsx";

const names = ["Humor", "Harmlessness", "Diversity"];
const scenarios = [
  { id: "a", label: "A", levels: [0.6, 1.25, 0.8], quantiles: [0.45, 0.48, 0.4] },
  { id: "b", label: "B", levels: [2.17, 1.88, 0.9], quantiles: [0.7, 0.7, 0.55] },
];

/** How far points are from the middle of a radar. */
const distances = (places: readonly (readonly [number, number])[], centre: readonly number[]) =>
  places.map(([x, y]) => Math.hypot(x - centre[0], y - centre[1]));

it("draws a profile as shares of the radius", async () => {
  const weights = [1, 0.8, 0.3, 0];
  const page = await inGallery({
    name: "profile",
    size: [320, 240],
    figure: (
      <ProfileRadar
        width={320}
        height={240}
        values={["Care", "Fairness", "Loyalty", "Authority"]}
        weights={weights}
      />
    ),
  });
  const [[cx, cy, x, y]] = attributesOf(page, ".spoke", "x1", "y1", "x2", "y2");
  const radius = Math.hypot(x - cx, y - cy);
  const shares = distances(placesOf(page, "path[transform]"), [cx, cy]).map((d) => d / radius);
  expect(shares).toEqual(weights.map((weight) => expect.closeTo(weight, 2)));
  expect(page.querySelectorAll(".ring")).toHaveLength(2);
  expect(textsOf(page, ".axis-title")).toEqual(["Care", "Fairness", "Loyalty", "Authority"]);
});

it("draws scenarios as quantiles on a radar, one of them stronger", async () => {
  const page = await inGallery({
    name: "radar",
    size: [400, 330],
    figure: (
      <RadarPlot width={400} height={300} values={names} scenarios={scenarios} emphasised="b" />
    ),
  });
  const [[cx, cy, x, y]] = attributesOf(page, ".spoke", "x1", "y1", "x2", "y2");
  const radius = Math.hypot(x - cx, y - cy);
  const places = placesOf(page, "g.scenario .scenario-mark");
  const shares = distances(places, [cx, cy]).map((d) => d / radius);
  const quantiles = scenarios.flatMap((scenario) => scenario.quantiles);
  expect(shares).toEqual(quantiles.map((quantile) => expect.closeTo(quantile, 2)));
  expect(page.querySelectorAll("g.scenario-strong")).toHaveLength(1);
  expect(textsOf(page, ".scenario-key li")).toEqual(["A", "B"]);
});

it("draws scenarios on parallel axes, better up", async () => {
  const page = await inGallery({
    name: "parallel-axes",
    size: [400, 290],
    figure: (
      <ParallelPlot
        width={400}
        height={240}
        axes={names.map((label) => ({ label, unit: "reward", sd: 1.77 }))}
        scenarios={scenarios}
        emphasised="b"
      />
    ),
  });
  const places = placesOf(page, "g.scenario .scenario-mark");
  expect(places.map(([x]) => x)).toEqual([8, 200, 392, 8, 200, 392]);
  for (const i of [0, 1]) expect(places[i][1]).toBeGreaterThan(places[i + 3][1]);
  expect(places[0][1] - places[3][1]).toBeCloseTo((220 - 34) / 1.2, 0);
  expect(textsOf(page, ".axis-title")).toEqual(names);
});

it.each<[string, ReactElement]>([
  ["radar", <RadarPlot key="r" width={9} height={9} values={names} scenarios={[]} />],
  [
    "a radar of two",
    <RadarPlot key="q" width={9} height={9} values={["a", "b"]} scenarios={scenarios} />,
  ],
  ["parallel axes", <ParallelPlot key="p" width={9} height={9} axes={[]} scenarios={[]} />],
])("%s with nothing to draw says what to do", (_, figure) => {
  expect(renderToStaticMarkup(figure)).toMatch(/^<p class="figure-empty">[A-Z].+<\/p>$/);
});
