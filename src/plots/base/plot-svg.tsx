import type { ReactNode } from "react";

/** A drawing that stands for itself as one image, with the sentences that say what it shows. */
export function PlotSvg({
  width,
  height,
  summary,
  children,
}: {
  /** Pixels. */
  width: number;
  height: number;
  summary: string;
  children: ReactNode;
}) {
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={summary}
    >
      {children}
    </svg>
  );
}
