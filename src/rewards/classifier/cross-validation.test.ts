import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../core/numerics/random.ts";
import { crossValidate, stratifiedFolds } from "./cross-validation.ts";
import { featureRows } from "./feature-rows.ts";
import { areaUnderCurve, brierScore, calibrationOf, qualityOf } from "./quality.ts";

const SYLLABLES = "ba ke li mo nu ra si to ve zu".split(" ");
const random = seededRandom(3);
const pick = <T>(from: readonly T[]): T => from[Math.floor(random.uniform() * from.length)];
const word = () => Array.from({ length: 3 }, () => pick(SYLLABLES)).join("");
const texts = Array.from({ length: 200 }, () => Array.from({ length: 8 }, word).join(" "));
const features = featureRows(texts);
const rows = Int32Array.from(texts.keys());

describe("cross-validation", () => {
  test("deals each class evenly over the folds", () => {
    const follows = Uint8Array.from({ length: 103 }, (_, i) => (i % 3 === 0 ? 1 : 0));
    const foldOf = stratifiedFolds(follows, 5, seededRandom(1));
    for (const kind of [0, 1]) {
      const sizes = [0, 1, 2, 3, 4].map(
        (fold) => foldOf.filter((f, i) => f === fold && follows[i] === kind).length,
      );
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }
  });

  test("finds nothing where labels are drawn by lot", () => {
    const areas = Array.from({ length: 20 }, () => {
      const follows = Uint8Array.from(texts, () => (random.uniform() < 0.5 ? 1 : 0));
      return crossValidate({ features, rows, follows }, { repeats: 1 }).quality.auc.mean;
    });
    const mean = areas.reduce((sum, x) => sum + x, 0) / areas.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.05);
  });

  test("finds a word that decides, and every chance is one of a stranger", () => {
    const follows = Uint8Array.from(texts, (_, i) => i % 2);
    const told = featureRows(texts.map((text, i) => `${text} ${i % 2 ? "kept" : "broke"}`));
    const { quality, outOfFold } = crossValidate({ features: told, rows, follows }, { repeats: 3 });
    expect(quality.auc.mean).toBeGreaterThan(0.95);
    expect(outOfFold.every((p) => p > 0 && p < 1)).toBe(true);
    expect(quality).toMatchObject({ texts: 200, folds: 5, repeats: 3 });
  });

  test("is the same for the same seed and another for another", () => {
    const follows = Uint8Array.from(texts, (_, i) => i % 2);
    const run = (seed: number) => crossValidate({ features, rows, follows }, { seed, repeats: 2 });
    expect(run(4)).toEqual(run(4));
    expect(run(4).outOfFold).not.toEqual(run(5).outOfFold);
  });

  test("refuses a class smaller than the folds", () => {
    const follows = Uint8Array.from(texts, (_, i) => (i < 4 ? 1 : 0));
    expect(() => crossValidate({ features, rows, follows })).toThrow("invalid folds: 5 of 4");
  });
});

/** 1 where a follower's score is above a breaker's, ½ where they are equal. */
function winOver(follower: number, breaker: number): number {
  if (follower === breaker) return 0.5;
  return follower > breaker ? 1 : 0;
}

describe("quality", () => {
  test("counts the area under the curve as all pairs do, ties as half", () => {
    const cases = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.boolean()), {
      minLength: 2,
    });
    fc.assert(
      fc.property(cases, (made) => {
        const positives = made.filter(([, follows]) => follows).map(([score]) => score);
        const negatives = made.filter(([, follows]) => !follows).map(([score]) => score);
        fc.pre(positives.length > 0 && negatives.length > 0);
        const wins = positives.flatMap((p) => negatives.map((q) => winOver(p, q)));
        const area = areaUnderCurve(
          Float64Array.from(made, ([score]) => score),
          Uint8Array.from(made, ([, follows]) => Number(follows)),
        );
        expect(area).toBeCloseTo(wins.reduce((sum, win) => sum + win) / wins.length, 12);
      }),
    );
  });

  test("bins chances, and leaves empty bins empty", () => {
    const chances = Float64Array.of(0.05, 0.95, 0.97, 1);
    const bins = calibrationOf([chances], Uint8Array.of(0, 1, 0, 1));
    expect(bins).toHaveLength(10);
    expect(bins[9]).toMatchObject({ texts: 3, observed: 2 / 3 });
    expect(bins[9].predicted).toBeCloseTo(2.92 / 3, 12);
    expect(bins[5]).toEqual({ from: 0.5, to: 0.6, texts: 0, predicted: null, observed: null });
  });

  test("spreads over repeats", () => {
    const follows = Uint8Array.of(1, 0);
    const right = Float64Array.of(1, 0);
    const quality = qualityOf([right, Float64Array.of(0, 1)], follows, 5);
    expect(quality.accuracy).toEqual({ mean: 0.5, sd: Math.SQRT1_2 });
    expect(brierScore(right, follows)).toBe(0);
  });
});
