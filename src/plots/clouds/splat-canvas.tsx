import { useLayoutEffect, useRef } from "react";
import { useThemeEpoch } from "../base/use-theme-epoch.ts";
import { pointOpacity, type Rgb, shade, splat } from "./splat.ts";

function colourOf(element: Element): Rgb {
  const [r = 0, g = 0, b = 0] = (getComputedStyle(element).color.match(/\d+(\.\d+)?/g) ?? []).map(
    Number,
  );
  return [r, g, b];
}

type Paint = (canvas: HTMLCanvasElement, ratio: number) => void;

/** How each canvas on the page is painted, for pictures that are finer than the screen. */
const painters = new WeakMap<HTMLCanvasElement, Paint>();
const SHARP = 2;

/** A cloud as an image at twice the size it has on the page, as a `data:` address. */
export function sharpImage(canvas: HTMLCanvasElement): string {
  const fine = document.createElement("canvas");
  painters.get(canvas)?.(fine, SHARP);
  return fine.toDataURL("image/png");
}

/** A cloud of points on a canvas, in the colour that CSS gives its class; drawn anew when points, size or theme change. */
export function SplatCanvas({
  className,
  width,
  height,
  points,
  radius = 1.75,
  flags,
  drawnFlag = 1,
}: {
  className: string;
  /** CSS pixels. */
  width: number;
  height: number;
  /** x, y pairs in CSS pixels. */
  points: Float32Array;
  /** Of a point, in CSS pixels. Default 1.75. */
  radius?: number;
  /** One flag per point; with it only those whose flag is `drawnFlag` (default 1) are drawn. */
  flags?: Uint8Array;
  drawnFlag?: 0 | 1;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const epoch = useThemeEpoch();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes the computed colour
  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const paint: Paint = (target, ratio) => {
      const context = target.getContext?.("2d");
      if (!context) return;
      const w = Math.max(1, Math.round(width * ratio));
      const h = Math.max(1, Math.round(height * ratio));
      target.width = w;
      target.height = h;
      const scaled = ratio === 1 ? points : points.map((x) => x * ratio);
      const sums = new Float32Array(w * h);
      splat(scaled, w, h, radius * ratio - 0.5, sums, flags && { flags, value: drawnFlag });
      const image = context.createImageData(w, h);
      shade(sums, colourOf(element), pointOpacity(points.length / 2), image.data);
      context.putImageData(image, 0, 0);
    };
    paint(element, Math.min(SHARP, window.devicePixelRatio || 1));
    painters.set(element, paint);
  }, [width, height, points, radius, flags, drawnFlag, epoch]);
  return (
    <canvas ref={canvas} className={`splat ${className}`} style={{ width, height }} aria-hidden />
  );
}
