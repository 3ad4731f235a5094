import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Box, crosses, type LabelRequest, overlaps, placeLabels } from "./place-labels.ts";

const bounds: Box = { left: 0, top: 0, right: 300, bottom: 200 };
const point = fc.tuple(
  fc.double({ min: 0, max: 300, noNaN: true }),
  fc.double({ min: 0, max: 200, noNaN: true }),
);

const request = (key: string, spots: readonly (readonly [number, number])[]): LabelRequest => ({
  key,
  text: "label",
  size: 11,
  spots: spots.map(([x, y]) => ({ x, y, anchor: "middle" })),
});

describe("placeLabels", () => {
  it("never lets a label touch another, a box or a line, nor leave the bounds", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(point, { minLength: 1, maxLength: 6 }), { maxLength: 8 }),
        fc.array(point, { maxLength: 4 }),
        fc.tuple(point, point),
        (spots, marks, line) => {
          const boxes = marks.map(([x, y]) => ({
            left: x - 6,
            right: x + 6,
            top: y - 6,
            bottom: y + 6,
          }));
          const placed = placeLabels(
            spots.map((s, i) => request(String(i), s)),
            bounds,
            { boxes, lines: [{ key: "line", kind: "edge", points: line }] },
          );
          placed.forEach(({ box }, i) => {
            expect(box.left >= 0 && box.right <= 300 && box.top >= 0 && box.bottom <= 200).toBe(
              true,
            );
            expect(crosses(box, ...line)).toBe(false);
            const others = [
              ...boxes,
              ...placed.filter((_, j) => j !== i).map((label) => label.box),
            ];
            expect(others.some((other) => overlaps(box, other))).toBe(false);
          });
        },
      ),
    );
  });

  it("takes the first free spot, and the earlier one again while it stays free", () => {
    const wish = request("a", [
      [100, 50],
      [100, 150],
    ]);
    const mark = { left: 90, right: 110, top: 40, bottom: 60 };
    const moved = placeLabels([wish], bounds, { boxes: [mark], lines: [] });
    expect(moved[0].spot).toBe(1);
    expect(placeLabels([wish], bounds, { boxes: [], lines: [] })[0].spot).toBe(0);
    expect(placeLabels([wish], bounds, { boxes: [], lines: [] }, moved)[0].spot).toBe(1);
  });

  it("lets a label lie on the line of its own key", () => {
    const line = {
      key: "a",
      kind: "edge" as const,
      points: [
        [0, 50],
        [300, 50],
      ] as const,
    };
    expect(
      placeLabels([request("a", [[100, 50]])], bounds, { boxes: [], lines: [line] }),
    ).toHaveLength(1);
    expect(
      placeLabels([request("b", [[100, 50]])], bounds, { boxes: [], lines: [line] }),
    ).toHaveLength(0);
  });
});

describe("a label that finds no free spot", () => {
  const across = (kind: "arrow" | "edge") => ({
    key: "x",
    kind,
    points: [
      [0, 50],
      [300, 50],
    ] as const,
  });
  const place = (kind: "arrow" | "edge", near: number) =>
    placeLabels([{ ...request("a", [[100, 50]]), near }], bounds, {
      boxes: [],
      lines: [across(kind)],
    });
  it("is left out, unless the spot is near and only an edge is in the way", () => {
    expect(place("edge", 0)).toHaveLength(0);
    expect(place("edge", 1)).toHaveLength(1);
    expect(place("arrow", 1)).toHaveLength(0);
  });
});

describe("crosses", () => {
  const box: Box = { left: 10, top: 10, right: 20, bottom: 20 };
  it.each([
    [[0, 15], [30, 15], true],
    [[15, 12], [16, 13], true],
    [[0, 0], [9, 30], false],
    [[0, 25], [30, 25], false],
    [[25, 0], [25, 30], false],
    [[8, 18], [12, 22], true],
    [[5, 18], [12, 25], false],
  ] as const)("%j – %j: %s", (p, q, hit) => {
    expect(crosses(box, p, q)).toBe(hit);
  });
});
