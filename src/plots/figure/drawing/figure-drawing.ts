import { sharpImage } from "../../clouds/splat-canvas.tsx";
import { boxMarks, type Mark, textMarks } from "./html-marks.ts";
import { INITIAL, type Inherited, svgCopy } from "./svg-copy.ts";

/** A figure as it stands on the page, in CSS pixels: what goes between the tags of an `<svg>` of that size. */
export interface FigureDrawing {
  readonly width: number;
  readonly height: number;
  readonly body: string;
}

const LEFT_OUT = ".figure-foot, .visually-hidden, caption";

/**
 * Draws a figure of the page as SVG that needs neither its page nor its style sheets: drawings with their computed styles,
 * clouds of points as images, and words, grounds and rules that stood beside them as text and lines. `fonts` is the list that
 * the file names once for all.
 */
export function figureDrawing(figure: HTMLElement, fonts: string): FigureDrawing {
  const frame = figure.getBoundingClientRect();
  const inherited: Inherited = { ...INITIAL, "font-family": fonts };
  const marks: Mark[] = [];
  for (const child of figure.childNodes) visit(child);
  const edge = (side: Exclude<keyof Mark, "markup">, of: (...all: number[]) => number) =>
    of(...marks.map((mark) => mark[side]));
  const left = edge("left", Math.min);
  const top = edge("top", Math.min);
  const [x, y] = [frame.left - left, frame.top - top].map((shift) => Math.round(shift * 100) / 100);
  const body = marks.map(({ markup }) => markup).join("\n");
  return {
    width: Math.ceil(edge("right", Math.max) - left),
    height: Math.ceil(edge("bottom", Math.max) - top),
    body: x === 0 && y === 0 ? body : `<g transform="translate(${x},${y})">\n${body}\n</g>`,
  };

  function visit(node: Node): void {
    if (node instanceof Text) marks.push(...textMarks(node, frame, inherited));
    if (!(node instanceof Element) || node.matches(LEFT_OUT)) return;
    if (getComputedStyle(node).display === "none") return;
    if (node instanceof SVGSVGElement)
      add(node, (box) => svgCopy(node, box, inherited, `d${marks.length}-`));
    else if (node instanceof HTMLCanvasElement) add(node, (box) => image(node, box));
    else {
      marks.push(...boxMarks(node, frame));
      for (const child of node.childNodes) visit(child);
    }
  }

  function add(element: Element, draw: (box: Box) => string): void {
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    const markup = draw({ x: left - frame.left, y: top - frame.top, width, height });
    if (markup !== "") marks.push({ markup, left, top, right, bottom });
  }
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function image(canvas: HTMLCanvasElement, { x, y, width, height }: Box): string {
  return `<image x="${x}" y="${y}" width="${width}" height="${height}" href="${sharpImage(canvas)}"/>`;
}
