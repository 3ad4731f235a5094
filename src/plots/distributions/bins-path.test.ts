import { describe, expect, it } from "vitest";
import { binsPath, shareOf } from "./bins-path.ts";

describe("binsPath", () => {
  it("steps over equal bins", () => {
    expect(binsPath([0.25, 0.75], 0.75, "histogram")).toEqual({
      line: "M0,667L500,667L500,0L1000,0L1000,0",
      area: "M0,667L500,667L500,0L1000,0L1000,0L1000,1000L0,1000Z",
    });
  });
  it("is flat where there is nothing", () => {
    expect(binsPath([0, 0], 0, "histogram").line).toBe(
      "M0,1000L500,1000L500,1000L1000,1000L1000,1000",
    );
  });
  it("reaches both ends of a density", () => {
    const { line } = binsPath([0.2, 0.5, 0.3], 0.5, "density");
    expect(line.startsWith("M0,600")).toBe(true);
    expect(line.endsWith("1000,400")).toBe(true);
  });
});

it("places values between the ends", () => {
  expect([shareOf(1, 0, 4), shareOf(-1, 0, 4), shareOf(9, 0, 4), shareOf(3, 3, 3)]).toEqual([
    0.25, 0, 1, 0.5,
  ]);
});

it("draws cumulative shares from the bottom to the top", () => {
  const { line } = binsPath([0.25, 0.5, 0.25], 0, "ecdf");
  expect(line).toBe("M0,1000L333,750L667,250L1000,0");
});
