import { describe, expect, it } from "vitest";
import { trackGeometry } from "./track-geometry.ts";

const track = { min: -2, max: 2, baseline: 0, realised: 1, reachable: 1.5 };

describe("trackGeometry", () => {
  it("hatches from the best reachable level to the top", () => {
    expect(trackGeometry(track)).toEqual({
      baseline: "50%",
      realised: "75%",
      bar: { left: "50%", width: "25%" },
      hatched: { side: "high", width: "12.5%" },
    });
  });
  it("hatches the low end of a cost", () => {
    const cost = trackGeometry({ ...track, realised: -1, reachable: -1.5, lowerIsBetter: true });
    expect(cost.hatched).toEqual({ side: "low", width: "12.5%" });
    expect(cost.bar).toEqual({ left: "25%", width: "25%" });
  });
  it("hatches nothing when all is reachable, everything when nothing is", () => {
    expect(trackGeometry({ ...track, reachable: 2 }).hatched).toBeNull();
    expect(trackGeometry({ ...track, reachable: null }).hatched).toEqual({
      side: "high",
      width: "100%",
    });
  });
  it("survives a constant value", () => {
    const flat = trackGeometry({ min: 1, max: 1, baseline: 1, realised: 1, reachable: 1 });
    expect(flat).toMatchObject({ baseline: "50%", hatched: null });
  });
});
