import { scoresInto } from "../../core/rows/tilt-weights.ts";
import { kernelModule, MOST_KERNEL_VALUES, startKernel } from "./kernel.ts";
import { BinnedRows, extremeRows, MOST_BINS, type PartialTilt, type RowSums } from "./row-sums.ts";

type Columns = readonly (Float64Array | Float32Array)[];

/** Rows in the kernel's memory: views of them, and the sums of any stretch. */
export interface KernelRows {
  readonly columns: Columns;
  readonly weights: Float64Array | null;
  /** The sums of rows `from` to `to` − 1; `from` a multiple of four. Errors: throws `invalid stretch: …`. */
  sums(from: number, to: number): RowSums;
}

const LAMBDA = 4096;
const OUT = 8192;
/** The kernel's scratch area, an address in bytes. */
export const SCRATCH = 32_768;
/** Columns begin here; what lies before holds λ, the result and the kernel's scratch area. */
export const FIRST_COLUMN = 131_072;
const LINE = 64;
/** Numbers before Σ w r in what a pass leaves: max, Σw, Σw², the greatest w. */
const HEAD = 4;

/**
 * Copies columns (all of one type) and base weights into a memory of the compiled kernel; null where it cannot run here:
 * no WebAssembly SIMD, more than 32 values, columns of mixed types, or not enough memory.
 */
export function kernelRows(columns: Columns, q: Float64Array | null): KernelRows | null {
  const module = kernelModule();
  const size = columns.length;
  const narrow = columns[0] instanceof Float32Array;
  if (!module || size > MOST_KERNEL_VALUES) return null;
  if (columns.some((c) => c instanceof Float32Array !== narrow)) return null;
  const rows = columns[0].length;
  const stride = lines(rows * (narrow ? 4 : 8));
  const wide = lines(rows * 8);
  const idStride = lines(rows);
  try {
    const weightsAt = FIRST_COLUMN + stride * size;
    const idsAt = weightsAt + (q ? wide : 0);
    const massesAt = idsAt + idStride * size;
    const { functions, buffer } = startKernel(module, massesAt + 2 * size * MOST_BINS * 8);
    const Storage = narrow ? Float32Array : Float64Array;
    const views = columns.map((column, i) => {
      const view = new Storage(buffer, FIRST_COLUMN + i * stride, rows);
      view.set(column);
      return view;
    });
    const weights = q ? new Float64Array(buffer, weightsAt, rows) : null;
    if (q) weights?.set(q);
    /** Stretches whose bins stand in memory now. */
    const placed = new Set<{ readonly from: number; readonly to: number }>();
    return { columns: views, weights, sums };

    function sums(from: number, to: number): RowSums {
      if (from % 4 !== 0 || to > rows || from >= to)
        throw new Error(`invalid stretch: ${from} to ${to}`);
      return stretch(from, to);
    }

    function stretch(from: number, to: number): RowSums {
      const own = views.map((c) => c.subarray(from, to));
      const ownWeights = weights && weights.subarray(from, to);
      const lambda = new Float64Array(buffer, LAMBDA, size);
      const out = new Float64Array(buffer, OUT, HEAD + size + size * size);
      const pass = [
        narrow,
        FIRST_COLUMN + from * (narrow ? 4 : 8),
        stride,
        to - from,
        size,
        q ? weightsAt + from * 8 : 0,
        LAMBDA,
        SCRATCH,
        OUT,
      ] as const;
      let binned: BinnedRows | null = null;
      const held = { from, to };
      /** Where the last tilt was, and its maximum there. */
      const tilted = { lambda: new Float64Array(size), max: Number.NaN };
      const maxAt = (at: Float64Array) => {
        if (at.every((l, i) => l === tilted.lambda[i]) && !Number.isNaN(tilted.max))
          return tilted.max;
        functions.support(...pass);
        return out[0];
      };
      return {
        rows: to - from,
        tilt(at): PartialTilt {
          lambda.set(at);
          functions.tilt(...pass);
          tilted.lambda.set(at);
          tilted.max = out[0];
          return {
            max: out[0] + 0,
            total: out[1],
            squares: out[2],
            greatest: out[3],
            sums: out.slice(HEAD, HEAD + size),
            products: out.slice(HEAD + size),
          };
        },
        support(direction) {
          lambda.set(direction);
          const row = functions.support(...pass);
          return {
            row,
            value: out[0] + 0,
            point: Float64Array.from(own, (c) => (row < 0 ? 0 : c[row])),
          };
        },
        distribution(at, binning) {
          lambda.set(at);
          const max = maxAt(at);
          const { bins } = binning;
          const place = (i: number) =>
            new Uint8Array(buffer, idsAt + i * idStride + from, to - from);
          if (!binned?.isFor(binning) || !placed.has(held)) {
            binned = new BinnedRows(own, ownWeights, binning, place);
            for (const other of placed)
              if (other.from < to && from < other.to) placed.delete(other);
            placed.add(held);
          }
          const masses = new Float64Array(buffer, massesAt, size * bins);
          if (max > Number.NEGATIVE_INFINITY)
            functions.histogram(...pass, max, idsAt + from, idStride, bins, massesAt);
          else masses.fill(0);
          return { max, before: binned.before, after: masses.slice() };
        },
        top(at, k, order) {
          const scores = new Float64Array(to - from);
          scoresInto(own, at, scores);
          return extremeRows(scores, ownWeights, k, order === "lifted" ? 1 : -1);
        },
      };
    }
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function lines(bytes: number): number {
  return Math.ceil(bytes / LINE) * LINE;
}
