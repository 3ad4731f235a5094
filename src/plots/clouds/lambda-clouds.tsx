import { SplatCanvas } from "./splat-canvas.tsx";

/** The draws of a λ space as two clouds, the desirable ones over the others. */
export function LambdaClouds({
  width,
  height,
  points,
  desirable,
}: {
  /** CSS pixels. */
  width: number;
  height: number;
  /** x, y pairs in CSS pixels. */
  points: Float32Array;
  /** 1 for a desirable draw, else 0. */
  desirable: Uint8Array;
}) {
  const cloud = { width, height, points, flags: desirable };
  return (
    <>
      <SplatCanvas className="splat-other" {...cloud} drawnFlag={0} />
      <SplatCanvas className="splat-mixes" {...cloud} />
    </>
  );
}
