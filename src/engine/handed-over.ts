import { transfer } from "comlink";

/** The same value, to go to the other thread together with the memory of these arrays instead of being copied. */
export function handedOver<T>(value: T, arrays: readonly ArrayBufferView[]): T {
  const buffers = arrays.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
  return transfer(value, [...new Set(buffers)]);
}
