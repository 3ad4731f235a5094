import { useLayoutEffect, useRef } from "react";
import { pointOpacity, type Rgb, shade, splat } from "./splat.ts";
import { useThemeEpoch } from "./use-theme-epoch.ts";

function colourOf(element: Element): Rgb {
  const [r = 0, g = 0, b = 0] = (getComputedStyle(element).color.match(/\d+(\.\d+)?/g) ?? []).map(
    Number,
  );
  return [r, g, b];
}

/** A cloud of points on a canvas, in the colour that CSS gives its class; drawn anew when points, size or theme change. */
export function SplatCanvas({
  className,
  width,
  height,
  points,
  radius = 1.75,
  flags,
  wanted = 1,
}: {
  className: string;
  /** CSS pixels. */
  width: number;
  height: number;
  /** x, y pairs in CSS pixels. */
  points: Float32Array;
  /** Of a point, in CSS pixels. Default 1.75. */
  radius?: number;
  /** One flag per point; with it only those that are `wanted` (default 1) are drawn. */
  flags?: Uint8Array;
  wanted?: 0 | 1;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const epoch = useThemeEpoch();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes the computed colour
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext?.("2d");
    if (!element || !context) return;
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    const w = Math.max(1, Math.round(width * ratio));
    const h = Math.max(1, Math.round(height * ratio));
    element.width = w;
    element.height = h;
    const scaled = ratio === 1 ? points : points.map((x) => x * ratio);
    const sums = new Float32Array(w * h);
    splat(scaled, w, h, radius * ratio - 0.5, sums, flags && { flags, wanted });
    const image = context.createImageData(w, h);
    shade(sums, colourOf(element), pointOpacity(points.length / 2), image.data);
    context.putImageData(image, 0, 0);
  }, [width, height, points, radius, flags, wanted, epoch]);
  return (
    <canvas ref={canvas} className={`splat ${className}`} style={{ width, height }} aria-hidden />
  );
}
