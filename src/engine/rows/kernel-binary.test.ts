import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { kernelModule, startKernel } from "./kernel.ts";
import { FIRST_COLUMN, SCRATCH } from "./kernel-rows.ts";

function kernel(bytes = 65_536) {
  const module = kernelModule();
  if (!module) throw new Error("no WebAssembly SIMD here");
  return startKernel(module, bytes);
}

test("the compiled kernel is what its source compiles to", async () => {
  const script = resolve(import.meta.dirname, "../../../workers/kernel/build.mjs");
  const { compileKernel } = (await import(pathToFileURL(script).href)) as {
    compileKernel(): Promise<string>;
  };
  const checkedIn = readFileSync(resolve(import.meta.dirname, "kernel-binary.ts"), "utf8");
  expect(await compileKernel()).toBe(checkedIn);
});

test("its scratch area fits before the columns", () => {
  expect(SCRATCH + kernel().functions.scratchBytes()).toBeLessThanOrEqual(FIRST_COLUMN);
});

test.each([
  ["normal results", -708, 0, false],
  ["small arguments", -1, 1, false],
  ["normal results, carefully", -708, 709, true],
])("exp keeps 1e-15 over %s", (_, from, to, careful) => {
  const n = 20_000;
  const { functions, buffer } = kernel(65_536 + 16 * n);
  const x = new Float64Array(buffer, 65_536, n);
  const y = new Float64Array(buffer, 65_536 + 8 * n, n);
  for (let k = 0; k < n; k++) x[k] = from + ((to - from) * k) / (n - 1);
  functions.exponentials(65_536, 65_536 + 8 * n, n, careful);
  let worst = 0;
  for (let k = 0; k < n; k++) worst = Math.max(worst, Math.abs(y[k] / Math.exp(x[k]) - 1));
  expect(worst).toBeLessThan(1e-15);
});

test("exp underflows as it should: within one unit in the last place of a subnormal, then 0", () => {
  const x = [-708.5, -720, -740, -745, -745.2, -746, -800, -1e300, Number.NEGATIVE_INFINITY, 0];
  const { functions, buffer } = kernel(131_072);
  new Float64Array(buffer, 65_536, x.length).set(x);
  functions.exponentials(65_536, 98_304, x.length, true);
  const y = new Float64Array(buffer, 98_304, x.length);
  x.forEach((at, k) => {
    expect(Math.abs(y[k] - Math.exp(at)), `e^${at}`).toBeLessThanOrEqual(
      Math.max(Number.MIN_VALUE, 1e-15 * Math.exp(at)),
    );
  });
});
