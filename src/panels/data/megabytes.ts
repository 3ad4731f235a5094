import { formatNumber } from "../../ui/format.ts";

/** Bytes as megabytes, with one decimal below ten. */
export function megabytes(bytes: number): string {
  return formatNumber(bytes / 1e6, { digits: bytes < 1e7 ? 1 : 0 });
}
