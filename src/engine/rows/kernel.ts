import { fromBase64 } from "../../core/bytes/base64.ts";
import { KERNEL_BASE64 } from "./kernel-binary.ts";

/** Where rows lie in the kernel's memory, in bytes, and what the pass itself takes. */
export type Pass = [
  narrow: boolean,
  columns: number,
  stride: number,
  rows: number,
  size: number,
  /** Base weights, 0 where there are none. */
  weights: number,
  point: number,
  scratch: number,
  out: number,
];

/** The compiled functions; see workers/kernel/kernel.ts. */
export interface KernelFunctions {
  scratchBytes(): number;
  tilt(...pass: Pass): void;
  support(...pass: Pass): number;
  histogram(...pass: [...Pass, number, number, number, number, number]): void;
  exponentials(x: number, y: number, n: number, careful: boolean): void;
}

/** Most values that the kernel takes. */
export const MOST_KERNEL_VALUES = 32;

let compiled: WebAssembly.Module | null | undefined;

/** The compiled kernel, null where WebAssembly or its SIMD is missing. */
export function kernelModule(): WebAssembly.Module | null {
  if (compiled === undefined) compiled = compile();
  return compiled;
}

function compile(): WebAssembly.Module | null {
  if (typeof WebAssembly === "undefined") return null;
  try {
    const bytes = fromBase64(KERNEL_BASE64);
    return bytes && WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : null;
  } catch {
    return null;
  }
}

/** Instantiates the kernel over a memory of its own of at least `bytes` bytes. Errors: throws where there is not enough. */
export function startKernel(
  module: WebAssembly.Module,
  bytes: number,
): { readonly functions: KernelFunctions; readonly buffer: ArrayBuffer } {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / 65_536) });
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  if (!isKernel(exports)) throw new Error("invalid kernel: a function is missing");
  return { functions: exports, buffer: memory.buffer };
}

const FUNCTIONS = ["scratchBytes", "tilt", "support", "histogram", "exponentials"] as const;

function isKernel(exports: WebAssembly.Exports): exports is WebAssembly.Exports & KernelFunctions {
  const names: readonly (keyof KernelFunctions)[] = FUNCTIONS;
  return names.every((name) => typeof exports[name] === "function");
}
