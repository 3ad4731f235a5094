import { svgNumber } from "./scale.ts";

const triangle = (r: number, way: 1 | -1) => {
  const h = 1.15 * r;
  return `M0,${svgNumber(-way * h)}L${svgNumber(h)},${svgNumber((way * h) / 1.6)}L${svgNumber(-h)},${svgNumber((way * h) / 1.6)}Z`;
};

const SHAPES: readonly ((r: number) => string)[] = [
  (r) => `M${-r},0A${r},${r} 0 1 0 ${r},0A${r},${r} 0 1 0 ${-r},0Z`,
  (r) => {
    const s = svgNumber(0.88 * r);
    return `M-${s},-${s}H${s}V${s}H-${s}Z`;
  },
  (r) => triangle(r, 1),
  (r) => {
    const d = svgNumber(1.25 * r);
    return `M0,-${d}L${d},0L0,${d}L-${d},0Z`;
  },
  (r) => triangle(r, -1),
  (r) => {
    const a = svgNumber(0.42 * r);
    const b = svgNumber(1.2 * r);
    return `M-${a},-${b}H${a}V-${a}H${b}V${a}H${a}V${b}H-${a}V${a}H-${b}V-${a}H-${a}Z`;
  },
];

/** SVG path, centred on 0,0, of the marker in place k: disc, square, triangle, diamond, triangle down, cross; then again. */
export function markerPath(k: number, radius = 3.5): string {
  return SHAPES[k % SHAPES.length](radius);
}

const DASHES = ["none", "7 3", "2 2.5", "9 3 2 3", "4 2", "1.5 4"];

/** Dash pattern of the line in place k, for lines that have no colour of their own. */
export function lineDash(k: number): string {
  return DASHES[k % DASHES.length];
}
