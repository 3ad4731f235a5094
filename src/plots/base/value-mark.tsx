import { markerPath } from "./marker.ts";
import { valueColor } from "./value-color.ts";

/** The small mark of the value in place k (0-based): its colour and its shape. Says nothing to a screen reader. */
export function ValueMark({ place }: { place: number }) {
  return (
    <svg className="value-mark" width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
      <path d={markerPath(place, 4)} fill={valueColor(place)} />
    </svg>
  );
}
