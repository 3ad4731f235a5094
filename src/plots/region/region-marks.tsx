import type { Pixel } from "../base/convex-curve.ts";
import type { PlacedLabel } from "../base/place-labels.ts";
import { svgNumber } from "../base/scale.ts";
import type { MarkPixels } from "./region-labels.ts";

const xy = (prefix: "x" | "c", [x, y]: Pixel, n = "") =>
  prefix === "c"
    ? { cx: svgNumber(x), cy: svgNumber(y) }
    : { [`x${n}`]: svgNumber(x), [`y${n}`]: svgNumber(y) };

function line(from: Pixel, to: Pixel, trim = 0) {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const share = Math.max(0, length - trim) / length;
  const end: Pixel = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
  return { ...xy("x", from, "1"), ...xy("x", end, "2") };
}

/** The head's tip stays `clear` pixels away from the mark it points at. */
function arrowHead(from: Pixel, to: Pixel, clear: number): string | null {
  const dx = to[0] - from[0];
  const dy = to[1] - from[1];
  const length = Math.hypot(dx, dy);
  if (length < clear + 16) return null;
  const [ux, uy] = [dx / length, dy / length];
  const at = (back: number, side: number) =>
    `${svgNumber(to[0] - ux * back - uy * side)},${svgNumber(to[1] - uy * back + ux * side)}`;
  return `M${at(clear, 0)}L${at(clear + 8, 3.4)}L${at(clear + 8, -3.4)}Z`;
}

/** Single-value arrows (dashed), the arrow from baseline ○ to realised ●, and the link to an unreached target. */
export function RegionArrows({ marks, linked }: { marks: MarkPixels; linked: boolean }) {
  const { baseline, realised, target, alone } = marks;
  const inside = Math.hypot(target[0] - realised[0], target[1] - realised[1]) < 6;
  const clear = inside ? 11 : 6.5;
  const head = arrowHead(baseline, realised, clear);
  return (
    <g aria-hidden>
      {alone.map(
        (end, k) =>
          end && (
            // biome-ignore lint/suspicious/noArrayIndexKey: one arrow for each of the two axes
            <g key={k} className="alone">
              <line {...line(baseline, end, 3)} />
              <circle {...xy("c", end)} r="2.75" />
            </g>
          ),
      )}
      <line className="arrow" {...line(baseline, realised, head ? clear + 5 : 0)} />
      {head && <path className="arrow-head" d={head} />}
      {linked && <line className="link" {...line(realised, target, 8)} />}
      <circle className="mark-baseline" {...xy("c", baseline)} r="4.5" />
      <circle className="mark-realised" {...xy("c", realised)} r="4.5" />
    </g>
  );
}

/** Labels with a halo of paper, at the places they were given. */
export function Labels({ labels }: { labels: readonly PlacedLabel[] }) {
  return (
    <g className="labels" aria-hidden>
      {labels.map(({ key, text, x, y, anchor, size }) => (
        <text
          key={key}
          className={`label label-${key.split(" ")[0]}`}
          x={svgNumber(x)}
          y={svgNumber(y)}
          dy="0.35em"
          textAnchor={anchor}
          fontSize={size}
        >
          {text}
        </text>
      ))}
    </g>
  );
}
