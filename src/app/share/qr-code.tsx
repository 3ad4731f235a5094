import { useMemo } from "react";
import { encode } from "uqr";

/** Light modules around a code, as its standard asks. */
const QUIET = 4;

/** A text as a code to scan: dark on light in every theme, because not every camera reads it the other way. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const { size, data } = encode(text, { ecc: "L", border: 0 });
    return { size, path: data.map(rowPath).join("") };
  }, [text]);
  const side = size + 2 * QUIET;
  return (
    <svg className="qr-code" viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`} role="img">
      <title>{label}</title>
      <path className="qr-ground" d={`M${-QUIET} ${-QUIET}h${side}v${side}h${-side}z`} />
      <path className="qr-marks" d={path} shapeRendering="crispEdges" />
    </svg>
  );
}

/** One row of modules, each run of dark ones as one rectangle. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = "";
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const from = x;
    while (row[x + 1]) x++;
    path += `M${from} ${y}h${x + 1 - from}v1h${from - x - 1}z`;
  }
  return path;
}
