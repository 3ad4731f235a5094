/** A colour as red, green and blue in 0…255. */
export type Rgb = readonly [number, number, number];

/** An antialiased disc of a radius in pixels: side × side coverages in [0, 1]. */
export function discKernel(radius: number): {
  readonly side: number;
  readonly cover: Float32Array;
} {
  const reach = Math.ceil(radius);
  const side = 2 * reach + 1;
  const cover = new Float32Array(side * side);
  for (let y = -reach; y <= reach; y++) {
    for (let x = -reach; x <= reach; x++) {
      const inside = radius + 0.5 - Math.hypot(x, y);
      cover[(y + reach) * side + x + reach] = Math.min(1, Math.max(0, inside));
    }
  }
  return { side, cover };
}

/**
 * Adds one disc per point into `out` (width × height sums of coverage, row-major, cleared first). `points` holds x, y pairs in
 * the image's pixels; those outside are skipped. `filter` has one flag per point: with `value` 1 points of
 * flag 0 are left out, with 0 the others.
 */
export function splat(
  points: ArrayLike<number>,
  width: number,
  height: number,
  radius: number,
  out: Float32Array,
  filter?: { readonly flags: ArrayLike<number>; readonly value: 0 | 1 },
): Float32Array {
  const { side, cover } = discKernel(radius);
  const reach = (side - 1) / 2;
  out.fill(0);
  for (let i = 0; i < points.length; i += 2) {
    if (filter && Number(filter.flags[i / 2] !== 0) !== filter.value) continue;
    const cx = Math.round(points[i]);
    const cy = Math.round(points[i + 1]);
    if (!(cx >= -reach && cx < width + reach && cy >= -reach && cy < height + reach)) continue;
    const x0 = Math.max(0, cx - reach);
    const x1 = Math.min(width - 1, cx + reach);
    const y1 = Math.min(height - 1, cy + reach);
    for (let y = Math.max(0, cy - reach); y <= y1; y++) {
      let from = (y - cy + reach) * side + x0 - cx + reach;
      for (let at = y * width + x0; at <= y * width + x1; at++) out[at] += cover[from++];
    }
  }
  return out;
}

/** Opacity of one point: strong where points are few, faint where they are many, so that the densest spots stay apart. */
export function pointOpacity(count: number): number {
  return Math.min(0.85, Math.max(0.08, 26 / Math.sqrt(Math.max(1, count))));
}

/** Paints sums of coverage into RGBA: alpha = 1 − (1 − opacity)^sum, as overlapping discs of that opacity would. */
export function shade(
  sums: Float32Array,
  [r, g, b]: Rgb,
  opacity: number,
  out: Uint8ClampedArray,
): void {
  const rate = Math.log(1 - Math.min(0.99, opacity));
  for (let i = 0; i < sums.length; i++) {
    const at = 4 * i;
    out[at] = r;
    out[at + 1] = g;
    out[at + 2] = b;
    out[at + 3] = sums[i] > 0 ? 255 * (1 - Math.exp(rate * sums[i])) : 0;
  }
}
