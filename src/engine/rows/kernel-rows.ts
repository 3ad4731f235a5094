import { scoresInto } from "../../core/rows/tilt-weights.ts";
import {
  type KernelFunctions,
  kernelModule,
  MOST_KERNEL_VALUES,
  type Pass,
  startKernel,
} from "./kernel.ts";
import {
  BinnedRows,
  type Binning,
  extremeRows,
  MOST_BINS,
  type PartialHistograms,
  type PartialSupport,
  type PartialTilt,
  type RowSums,
  type ScoredRow,
} from "./row-sums.ts";

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

/** Where columns, base weights, bins and masses lie in the kernel's memory, in bytes. */
interface KernelLayout {
  readonly rows: number;
  /** How many values. */
  readonly size: number;
  /** Whether rewards are of 32 bits. */
  readonly isNarrow: boolean;
  readonly stride: number;
  /** 0 where there are no base weights. */
  readonly weightsAt: number;
  readonly idsAt: number;
  readonly idStride: number;
  readonly massesAt: number;
  /** The whole memory. */
  readonly bytes: number;
}

/** Rows in a started kernel's memory. */
interface PlacedRows {
  readonly layout: KernelLayout;
  readonly functions: KernelFunctions;
  readonly buffer: ArrayBuffer;
  readonly columns: Columns;
  readonly weights: Float64Array | null;
  /** Stretches whose bins stand in memory now. */
  readonly binned: Set<Stretch>;
}

/** Rows `from` to `to` − 1. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Copies columns (all of one type) and base weights into a memory of the compiled kernel; null where it cannot run here:
 * no WebAssembly SIMD, more than 32 values, columns of mixed types, or not enough memory.
 */
export function kernelRows(columns: Columns, q: Float64Array | null): KernelRows | null {
  const module = kernelModule();
  if (!module || columns.length > MOST_KERNEL_VALUES) return null;
  const isNarrow = columns[0] instanceof Float32Array;
  if (columns.some((c) => c instanceof Float32Array !== isNarrow)) return null;
  try {
    const placed = placeRows(module, layoutOf(columns, isNarrow, q !== null), columns, q);
    const { rows } = placed.layout;
    return {
      columns: placed.columns,
      weights: placed.weights,
      sums(from, to) {
        if (from % 4 !== 0 || to > rows || from >= to)
          throw new Error(`invalid stretch: ${from} to ${to}`);
        return new KernelSums(placed, { from, to });
      },
    };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function layoutOf(columns: Columns, isNarrow: boolean, hasWeights: boolean): KernelLayout {
  const size = columns.length;
  const rows = columns[0].length;
  const stride = lines(rows * (isNarrow ? 4 : 8));
  const idStride = lines(rows);
  const afterColumns = FIRST_COLUMN + stride * size;
  const idsAt = afterColumns + (hasWeights ? lines(rows * 8) : 0);
  const massesAt = idsAt + idStride * size;
  const weightsAt = hasWeights ? afterColumns : 0;
  const bytes = massesAt + 2 * size * MOST_BINS * 8;
  return { rows, size, isNarrow, stride, weightsAt, idsAt, idStride, massesAt, bytes };
}

/** Errors: RangeError where there is not enough memory. */
function placeRows(
  module: WebAssembly.Module,
  layout: KernelLayout,
  columns: Columns,
  q: Float64Array | null,
): PlacedRows {
  const { functions, buffer } = startKernel(module, layout.bytes);
  const Storage = layout.isNarrow ? Float32Array : Float64Array;
  const views = columns.map((column, i) => {
    const view = new Storage(buffer, FIRST_COLUMN + i * layout.stride, layout.rows);
    view.set(column);
    return view;
  });
  const weights = q ? new Float64Array(buffer, layout.weightsAt, layout.rows) : null;
  if (q) weights?.set(q);
  return { layout, functions, buffer, columns: views, weights, binned: new Set() };
}

/** The sums of one stretch, by the compiled kernel. */
class KernelSums implements RowSums {
  readonly rows: number;
  private readonly columns: Columns;
  private readonly weights: Float64Array | null;
  private readonly lambda: Float64Array;
  private readonly out: Float64Array;
  private readonly pass: Pass;
  private bins: BinnedRows | null = null;
  /** Where the last tilt was, and its maximum there. */
  private readonly tilted: { readonly lambda: Float64Array; max: number };

  constructor(
    private readonly placed: PlacedRows,
    private readonly stretch: Stretch,
  ) {
    const { layout, buffer } = placed;
    const { from, to } = stretch;
    const { size, isNarrow, stride, weightsAt } = layout;
    this.rows = to - from;
    this.columns = placed.columns.map((column) => column.subarray(from, to));
    this.weights = placed.weights && placed.weights.subarray(from, to);
    this.lambda = new Float64Array(buffer, LAMBDA, size);
    this.out = new Float64Array(buffer, OUT, HEAD + size + size * size);
    this.tilted = { lambda: new Float64Array(size), max: Number.NaN };
    const firstReward = FIRST_COLUMN + from * (isNarrow ? 4 : 8);
    const firstWeight = placed.weights ? weightsAt + from * 8 : 0;
    this.pass = [isNarrow, firstReward, stride, this.rows, size, firstWeight, LAMBDA, SCRATCH, OUT];
  }

  tilt(at: Float64Array): PartialTilt {
    const { lambda, out, tilted } = this;
    const { size } = this.placed.layout;
    lambda.set(at);
    this.placed.functions.tilt(...this.pass);
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
  }

  support(direction: Float64Array): PartialSupport {
    this.lambda.set(direction);
    const row = this.placed.functions.support(...this.pass);
    return {
      row,
      value: this.out[0] + 0,
      point: Float64Array.from(this.columns, (column) => (row < 0 ? 0 : column[row])),
    };
  }

  distribution(at: Float64Array, binning: Binning): PartialHistograms {
    const { functions, buffer, layout } = this.placed;
    this.lambda.set(at);
    const max = this.maxAt(at);
    const { before } = this.binsIn(binning);
    const masses = new Float64Array(buffer, layout.massesAt, layout.size * binning.bins);
    const firstId = layout.idsAt + this.stretch.from;
    if (max > Number.NEGATIVE_INFINITY)
      functions.histogram(
        ...this.pass,
        max,
        firstId,
        layout.idStride,
        binning.bins,
        layout.massesAt,
      );
    else masses.fill(0);
    return { max, before, after: masses.slice() };
  }

  top(at: Float64Array, k: number, order: "lifted" | "lowered"): ScoredRow[] {
    const scores = new Float64Array(this.rows);
    scoresInto(this.columns, at, scores);
    return extremeRows(scores, this.weights, k, order === "lifted" ? 1 : -1);
  }

  private maxAt(at: Float64Array): number {
    const { lambda, max } = this.tilted;
    if (!Number.isNaN(max) && at.every((l, i) => l === lambda[i])) return max;
    this.placed.functions.support(...this.pass);
    return this.out[0];
  }

  /** The bins of the stretch's rows, which another stretch may have overwritten. */
  private binsIn(binning: Binning): BinnedRows {
    const { layout, buffer, binned } = this.placed;
    const { from, to } = this.stretch;
    if (this.bins?.isFor(binning) && binned.has(this.stretch)) return this.bins;
    this.bins = new BinnedRows(
      this.columns,
      this.weights,
      binning,
      (i) => new Uint8Array(buffer, layout.idsAt + i * layout.idStride + from, to - from),
    );
    for (const other of binned) if (other.from < to && from < other.to) binned.delete(other);
    binned.add(this.stretch);
    return this.bins;
  }
}

function lines(bytes: number): number {
  return Math.ceil(bytes / LINE) * LINE;
}
