import { paintOf } from "./paint.ts";
import { type Inherited, presentation } from "./svg-copy.ts";

/** A corner that positions are measured from, in CSS pixels of the window. */
export interface Origin {
  readonly left: number;
  readonly top: number;
}

interface Line {
  text: string;
  left: number;
  right: number;
  readonly top: number;
  readonly height: number;
}

const SAME_LINE = 2;
let measuringContext: CanvasRenderingContext2D | null = null;

/** Something drawn, and the box it fills in CSS pixels of the window. */
export interface Mark {
  readonly markup: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The ground and the borders of an element; empty where it has none. */
export function boxMarks(element: Element, origin: Origin): Mark[] {
  const style = getComputedStyle(element);
  const rect = element.getBoundingClientRect();
  const { left, top, right, bottom, width, height } = rect;
  const box = { x: left - origin.left, y: top - origin.top, width, height };
  const markup =
    groundMarkup(style, box) + SIDES.map((side) => borderMarkup(style, side, box)).join("");
  return markup === "" ? [] : [{ markup, left, top, right, bottom }];
}

interface DrawnBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const SIDES = ["top", "right", "bottom", "left"] as const;
type Side = (typeof SIDES)[number];

function groundMarkup(style: CSSStyleDeclaration, { x, y, width, height }: DrawnBox): string {
  const { colour, alpha } = paintOf(style.backgroundColor);
  if (colour === "none") return "";
  const radius = Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, width / 2, height / 2);
  const round = radius > 0 ? ` rx="${num(radius)}"` : "";
  return `<rect x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}"${round} fill="${colour}"${opacity("fill", alpha)}/>`;
}

function borderMarkup(style: CSSStyleDeclaration, side: Side, box: DrawnBox): string {
  const thickness = Number.parseFloat(style.getPropertyValue(`border-${side}-width`));
  const kind = style.getPropertyValue(`border-${side}-style`);
  if (!(thickness > 0) || kind === "none" || kind === "hidden") return "";
  const { colour, alpha } = paintOf(style.getPropertyValue(`border-${side}-color`));
  if (colour === "none") return "";
  const [x1, y1, x2, y2] = middleOf(side, box, thickness).map(num);
  const dashes = kind === "dashed" ? ' stroke-dasharray="3 3"' : "";
  return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${colour}" stroke-width="${num(thickness)}"${opacity("stroke", alpha)}${dashes}/>`;
}

/** The line x1, y1, x2, y2 in the middle of a border, which lies inside its box. */
function middleOf(side: Side, { x, y, width, height }: DrawnBox, thickness: number): number[] {
  const inward = thickness / 2;
  switch (side) {
    case "top":
      return [x, y + inward, x + width, y + inward];
    case "right":
      return [x + width - inward, y, x + width - inward, y + height];
    case "bottom":
      return [x, y + height - inward, x + width, y + height - inward];
    case "left":
      return [x + inward, y, x + inward, y + height];
  }
}

/** A text of the page as one `<text>` per line, where it stands; words that its box cuts off end in an ellipsis. */
export function textMarks(node: Text, origin: Origin, inherited: Inherited): Mark[] {
  const parent = node.parentElement;
  if (!parent || node.data.trim() === "") return [];
  const style = getComputedStyle(parent);
  if (style.visibility === "hidden") return [];
  const { fill: _, "fill-opacity": __, ...font } = presentation(style, inherited);
  const { colour, alpha } = paintOf(style.color);
  const attributes = Object.entries(font)
    .filter(([name, value]) => /^font-/.test(name) && value !== inherited[name])
    .map(([name, value]) => ` ${name}="${value.replaceAll('"', "'")}"`)
    .join("");
  const anchor = /right|end/.test(style.textAlign)
    ? "end"
    : style.textAlign === "center"
      ? "middle"
      : "start";
  const rise = ascentShare(style);
  // With another font such words still fill the room they have here, and no more.
  const isBesideOthers = style.display.startsWith("inline") || parent.childElementCount > 0;
  return linesOf(node)
    .map((line) => cut(line, parent))
    .map(({ text, left, right, top, height }) => {
      const x = anchor === "end" ? right : anchor === "middle" ? (left + right) / 2 : left;
      const place = `x="${num(x - origin.left)}" y="${num(top + height * rise - origin.top)}"`;
      const aligned = anchor === "start" ? "" : ` text-anchor="${anchor}"`;
      const length = isBesideOthers ? ` textLength="${num(right - left)}"` : "";
      const markup = `<text ${place}${aligned}${length}${attributes} fill="${colour}"${opacity("fill", alpha)}>${escaped(text)}</text>`;
      return { markup, left, top, right, bottom: top + height };
    });
}

/** Words of a text node, gathered by the line they stand on. */
function linesOf(node: Text): Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  for (const match of node.data.matchAll(/\S+/g)) {
    range.setStart(node, match.index);
    range.setEnd(node, match.index + match[0].length);
    const [rect] = range.getClientRects();
    if (!rect) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.top - rect.top) < SAME_LINE) {
      last.text += ` ${match[0]}`;
      last.right = rect.right;
    } else {
      const { left, right, top, height } = rect;
      lines.push({ text: match[0], left, right, top, height });
    }
  }
  return lines;
}

function cut(line: Line, parent: Element): Line {
  if (getComputedStyle(parent).textOverflow !== "ellipsis") return line;
  const { right } = parent.getBoundingClientRect();
  if (line.right <= right + 0.5) return line;
  const share = Math.max(0, (right - line.left) / (line.right - line.left));
  const length = Math.max(1, Math.floor(line.text.length * share) - 1);
  return { ...line, text: `${line.text.slice(0, length).trimEnd()}…`, right };
}

/** Where the baseline lies in the height of a line of text. */
function ascentShare(style: CSSStyleDeclaration): number {
  measuringContext ??= document.createElement("canvas").getContext("2d");
  if (!measuringContext) return 0.78;
  measuringContext.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } =
    measuringContext.measureText("x");
  return up / (up + down);
}

function opacity(name: "fill" | "stroke", alpha: number): string {
  return alpha < 1 ? ` ${name}-opacity="${num(alpha)}"` : "";
}

function num(x: number): string {
  return String(Math.round(x * 100) / 100);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
