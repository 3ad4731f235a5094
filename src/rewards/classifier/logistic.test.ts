import { describe, expect, test } from "vitest";
import { norm } from "../../core/numerics/linear-algebra.ts";
import { seededRandom } from "../../core/numerics/random.ts";
import { fitLogistic } from "./fit-logistic.ts";
import { type Examples, emptyPoint, hessianTimes, logLoss, slopeAt } from "./logistic.ts";
import { rowDot } from "./sparse-rows.ts";

const SHRINK = 0.01;
const COLUMNS = 7;
const random = seededRandom(5);

/** Sixty sparse rows over seven columns; the first column speaks for the value. */
function madeExamples(): Examples {
  const starts = [0];
  const places: number[] = [];
  for (let i = 0; i < 60; i++) {
    for (let c = 0; c < COLUMNS; c++) if (random.uniform() < 0.4) places.push(c);
    starts.push(places.length);
  }
  const features = {
    rows: 60,
    columns: COLUMNS,
    starts: Int32Array.from(starts),
    places: Int32Array.from(places),
    scales: Float64Array.from({ length: 60 }, () => 0.2 + random.uniform()),
  };
  const rows = Int32Array.from({ length: 50 }, (_, k) => (k * 7) % 60);
  const speaks = (row: number) => places.slice(starts[row], starts[row + 1]).includes(0);
  const follows = Uint8Array.from(rows, (row) =>
    random.uniform() < (speaks(row) ? 0.8 : 0.3) ? 1 : 0,
  );
  return { features, rows, follows };
}

const examples = madeExamples();

function pointAt(weights: Float64Array) {
  const point = emptyPoint(examples);
  examples.rows.forEach((row, k) => {
    point.scores[k] = rowDot(examples.features, row, weights) + weights[COLUMNS];
  });
  slopeAt(examples, SHRINK, weights, point);
  return point;
}

function lossAt(weights: Float64Array): number {
  const square = weights.subarray(0, COLUMNS).reduce((sum, w) => sum + w * w, 0);
  return logLoss(examples.follows, pointAt(weights).scores) + 0.5 * SHRINK * square;
}

/** Central difference along one coordinate. */
function slope<T>(weights: Float64Array, i: number, at: (w: Float64Array) => T): [T, T, number] {
  const h = 1e-5;
  const [up, down] = [Float64Array.from(weights), Float64Array.from(weights)];
  up[i] += h;
  down[i] -= h;
  return [at(up), at(down), 2 * h];
}

describe("the logistic loss", () => {
  const points = Array.from({ length: 5 }, () =>
    Float64Array.from({ length: COLUMNS + 1 }, () => 2 * random.normal()),
  );

  test("has the gradient that finite differences find, intercept included", () => {
    for (const weights of points) {
      const { gradient } = pointAt(weights);
      for (let i = 0; i <= COLUMNS; i++) {
        const [up, down, width] = slope(weights, i, lossAt);
        expect(gradient[i]).toBeCloseTo((up - down) / width, 8);
      }
    }
  });

  test("has the Hessian, and its diagonal, that differences of the gradient find", () => {
    for (const weights of points) {
      const point = pointAt(weights);
      for (let i = 0; i <= COLUMNS; i++) {
        const unit = new Float64Array(COLUMNS + 1);
        unit[i] = 1;
        const product = new Float64Array(COLUMNS + 1);
        hessianTimes(examples, SHRINK, point, unit, product, new Float64Array(50));
        const [up, down, width] = slope(weights, i, (w) => pointAt(w).gradient);
        product.forEach((x, j) => {
          expect(x).toBeCloseTo((up[j] - down[j]) / width, 7);
        });
        expect(point.diagonal[i]).toBeCloseTo(product[i], 12);
      }
    }
  });

  test("does not overflow at scores beyond what an exponential holds", () => {
    const far = new Float64Array(COLUMNS + 1).fill(5000);
    expect(lossAt(far)).toBeGreaterThan(1000);
    expect(pointAt(far).gradient.every(Number.isFinite)).toBe(true);
  });
});

describe("the fit", () => {
  test("ends where the gradient is nought, and no step away is better", () => {
    const { weights, isSettled } = fitLogistic(examples, { shrink: SHRINK, tolerance: 1e-9 });
    expect(isSettled).toBe(true);
    expect(norm(pointAt(weights).gradient)).toBeLessThan(1e-9);
    const best = lossAt(weights);
    for (let k = 0; k < 50; k++)
      expect(lossAt(weights.map((w) => w + 0.01 * random.normal()))).toBeGreaterThan(best);
  });

  test("is the same twice, and tells its progress upwards", () => {
    const told: number[] = [];
    const one = fitLogistic(examples, { shrink: SHRINK, onStep: (share) => told.push(share) });
    expect(one).toEqual(fitLogistic(examples, { shrink: SHRINK }));
    expect(told.length).toBeGreaterThan(0);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });
});
