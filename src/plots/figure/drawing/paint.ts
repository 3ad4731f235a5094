/** A colour that any program reads: "#rrggbb", a reference such as "url(#a)", or "none", and how opaque it is. */
export interface Paint {
  readonly colour: string;
  /** In [0, 1]. */
  readonly alpha: number;
}

const paintCache = new Map<string, Paint>();

/** A computed CSS colour in sRGB, whatever space it was mixed in. */
export function paintOf(value: string): Paint {
  const paint = paintCache.get(value) ?? read(value);
  paintCache.set(value, paint);
  return paint;
}

function read(value: string): Paint {
  if (value === "none" || value === "") return { colour: "none", alpha: 1 };
  const reference = /^url\("?(#[^")]+)"?\)/.exec(value);
  if (reference) return { colour: `url(${reference[1]})`, alpha: 1 };
  const parts = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(value);
  if (!parts) return mixed(value);
  const [r, g, b, alpha = 1] = parts.slice(1).map((part) => (part ? Number(part) : 1));
  return alpha === 0 ? { colour: "none", alpha: 1 } : { colour: hex(r, g, b), alpha };
}

/** A pixel of that colour says what it is in sRGB. */
function mixed(value: string): Paint {
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (!context) return { colour: "none", alpha: 1 };
  context.fillStyle = value;
  context.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
  return a === 0 ? { colour: "none", alpha: 1 } : { colour: hex(r, g, b), alpha: a / 255 };
}

function hex(...channels: readonly number[]): string {
  return `#${channels.map((c) => Math.round(c).toString(16).padStart(2, "0")).join("")}`;
}
