import type { Palette } from "../rows/palette.ts";

/** What to draw of a pair of values. */
export interface PictureRequest {
  readonly palette: Palette;
  readonly pair: readonly [number, number];
  /** Whether the other values stay at their targets (default) or are free. */
  readonly others?: "targets" | "free";
}

/** What the region of a request depends on: the pair, the mode, and the targets of the others where they count. */
export function regionKey({ palette, pair, others = "targets" }: PictureRequest): string {
  const { targets, mode = "pooled" } = palette;
  const kept = targets.map((target, i) => (pair.includes(i) ? null : target));
  return JSON.stringify([mode, pair, others === "free" ? others : kept]);
}

/** What the whole picture depends on: its region, and where each of the pair leads by its own target. */
export function pictureKey(request: PictureRequest): string {
  const own = request.pair.map((i) => request.palette.targets[i]);
  return JSON.stringify([regionKey(request), own]);
}
