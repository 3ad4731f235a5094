import { describe, expect, test } from "vitest";
import { draws } from "../testing/draws.ts";
import {
  choleskyInto,
  dot,
  invert,
  norm,
  solveSymmetric,
  submatrix,
  symmetricEigenvalues,
} from "./linear-algebra.ts";

const SIZES = [1, 2, 3, 5, 8];

function randomMatrix(n: number, seed: number): Float64Array {
  const d = draws(seed);
  return Float64Array.from({ length: n * n }, () => d.normal());
}

function product(a: Float64Array, b: Float64Array, n: number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, at) => {
    const [r, c] = [Math.floor(at / n), at % n];
    let s = 0;
    for (let k = 0; k < n; k++) s += a[r * n + k] * b[k * n + c];
    return s;
  });
}

function transposed(a: Float64Array, n: number): Float64Array {
  return a.map((_, at) => a[(at % n) * n + Math.floor(at / n)]);
}

const identity = (n: number) =>
  Array.from({ length: n * n }, (_, at) => expect.closeTo(at % (n + 1) === 0 ? 1 : 0, 8));

describe("an inverse", () => {
  test.each(SIZES)("times its matrix is the identity, from both sides, size %i", (n) => {
    const a = randomMatrix(n, n);
    const before = a.slice();
    const inverse = invert(a, n) ?? new Float64Array(n * n);
    expect([...product(a, inverse, n)]).toEqual(identity(n));
    expect([...product(inverse, a, n)]).toEqual(identity(n));
    expect(a).toEqual(before);
  });

  test("is found where a pivot on the diagonal is 0, rows being exchanged", () => {
    expect([...(invert(Float64Array.of(0, 2, 4, 0), 2) ?? [])]).toEqual([0, 0.25, 0.5, 0]);
    const tiny = Float64Array.of(1e-20, 1, 1, 1);
    expect([...product(tiny, invert(tiny, 2) ?? tiny, 2)]).toEqual(identity(2));
  });

  test("does not exist for a singular matrix", () => {
    expect(invert(Float64Array.of(1, 2, 2, 4), 2)).toBeNull();
    expect(invert(new Float64Array(9), 3)).toBeNull();
  });
});

describe("a symmetric system", () => {
  test.each(SIZES)("is solved, ridge and all, size %i", (n) => {
    const half = randomMatrix(n, 10 + n);
    const a = product(half, transposed(half, n), n);
    const b = randomMatrix(n, 20).subarray(0, n);
    const x = new Float64Array(n);
    expect(solveSymmetric(a, b, n, 0.5, x)).toBe(true);
    for (let i = 0; i < n; i++)
      expect(dot(a.subarray(i * n, (i + 1) * n), x) + 0.5 * x[i]).toBeCloseTo(b[i], 8);
    const l = new Float64Array(n * n);
    expect(choleskyInto(a, n, 0, l)).toBe(true);
    expect([...product(l, transposed(l, n), n)]).toEqual(
      [...a].map((entry) => expect.closeTo(entry, 8)),
    );
  });

  test("that is not positive definite is refused", () => {
    const x = new Float64Array(2);
    expect(solveSymmetric(Float64Array.of(1, 2, 2, 1), Float64Array.of(1, 1), 2, 0, x)).toBe(false);
    expect(choleskyInto(new Float64Array(4), 2, 0, new Float64Array(4))).toBe(false);
    expect(solveSymmetric(new Float64Array(4), Float64Array.of(2, 4), 2, 2, x)).toBe(true);
    expect([...x]).toEqual([expect.closeTo(1, 12), expect.closeTo(2, 12)]);
  });
});

describe("eigenvalues of a symmetric matrix", () => {
  test("are the known ones, ascending", () => {
    expect([...symmetricEigenvalues(Float64Array.of(2, 1, 1, 2), 2)]).toEqual([
      expect.closeTo(1, 12),
      expect.closeTo(3, 12),
    ]);
    expect([...symmetricEigenvalues(Float64Array.of(5, 0, 0, 0, -1, 0, 0, 0, 2), 3)]).toEqual([
      -1, 2, 5,
    ]);
    expect(symmetricEigenvalues(new Float64Array(0), 0).length).toBe(0);
  });

  test.each(SIZES)("survive a turn of the axes, size %i", (n) => {
    // A reflection I − 2vvᵀ/vᵀv keeps eigenvalues.
    const v = randomMatrix(n, 40).subarray(0, n);
    const mirror = Float64Array.from(
      { length: n * n },
      (_, at) => (at % (n + 1) === 0 ? 1 : 0) - (2 * v[Math.floor(at / n)] * v[at % n]) / dot(v, v),
    );
    const wanted = Array.from({ length: n }, (_, i) => i * i - 3);
    const diagonal = Float64Array.from({ length: n * n }, (_, at) =>
      at % (n + 1) === 0 ? wanted[at / (n + 1)] : 0,
    );
    const turned = product(product(mirror, diagonal, n), mirror, n);
    expect([...symmetricEigenvalues(turned, n)]).toEqual(wanted.map((x) => expect.closeTo(x, 9)));
  });
});

test("parts of a matrix and lengths of vectors", () => {
  const a = Float64Array.from({ length: 9 }, (_, at) => at);
  expect([...submatrix(a, 3, [2, 0])]).toEqual([8, 6, 2, 0]);
  expect(dot([1, 2, 3], [4, 5, 6])).toBe(32);
  expect(norm([3, 4])).toBe(5);
});
