import { figureDrawing } from "../../plots/figure/drawing/figure-drawing.ts";
import { paintOf } from "../../plots/figure/drawing/paint.ts";
import type { FigureRequest } from "../../plots/figure/save-figure.tsx";
import type { TableCell } from "../../plots/figure/table-data.ts";
import { csvTable } from "../../share/exports/csv.ts";
import { fileName } from "../../share/exports/file-name.ts";
import { withPngText } from "../../share/exports/png-text.ts";
import { type Framing, framedSize, svgDocument } from "../../share/exports/svg-document.ts";
import type { Catalogue } from "../../ui/text/en.ts";
import type { FigureAbout } from "./figure-about.ts";
import { type ReadyFile, textFile } from "./save-file.ts";

const CAPTION_FONT = "11px";
/** Share of the width that a line of words takes; another font may need more. */
const ROOM = 0.93;
let measuringContext: CanvasRenderingContext2D | null = null;
/** A figure is never so narrow that its title and caption would not fit beside each other's words. */
const NARROWEST = 420;

/** Makes the file of a figure as it stands on the page. */
export async function figureFile(
  { figure, table: numbers, format }: FigureRequest,
  { link, caption, nameParts }: FigureAbout,
  text: Catalogue,
): Promise<ReadyFile> {
  const table = numbers();
  const name = fileName(nameParts(table.caption), format);
  if (format === "csv") {
    const rows = table.rows.map((row) => row.map(cellValue));
    return textFile(name, csvTable(table.columns, rows), "text/csv");
  }
  const style = getComputedStyle(document.documentElement);
  const fonts = style.fontFamily.replaceAll('"', "'");
  const drawnFigure = figureDrawing(figure, style.fontFamily);
  const across = Math.ceil(widthOf(table.caption, `600 15px ${style.fontFamily}`) / ROOM);
  const drawing = { ...drawnFigure, width: Math.max(NARROWEST, across, drawnFigure.width) };
  const framing: Framing = {
    title: table.caption,
    caption: caption.flatMap((line) =>
      wrapped(line, ROOM * drawing.width, `${CAPTION_FONT} ${style.fontFamily}`),
    ),
    description: [summaryOf(figure), ...caption].filter((line) => line !== "").join(" "),
    link,
    linkWords: text.exports.caption.made(placeOf(link)),
    colours: {
      paper: themeColour("--paper"),
      ink: themeColour("--ink"),
      muted: themeColour("--muted"),
    },
    fonts,
  };
  if (format === "svg") return textFile(name, svgDocument(drawing, framing), "image/svg+xml");
  const { FONT_STYLE, pictureOf } = await import("./picture.ts");
  const { width, height } = framedSize(drawing, framing);
  const png = await pictureOf(svgDocument(drawing, framing, FONT_STYLE), width, height);
  const content = withPngText(png, {
    Title: framing.title,
    Description: framing.description,
    Source: link,
    Software: "Value Palette",
  });
  return { name, content: new Blob([content], { type: "image/png" }) };
}

function cellValue(cell: TableCell): string | number {
  return typeof cell === "string" ? cell : cell.value;
}

/** The sentence that stands for the figure. */
function summaryOf(figure: HTMLElement): string {
  const images = [...figure.querySelectorAll('[role="img"][aria-label]')];
  return (
    figure.querySelector("svg > desc")?.textContent ??
    images.map((image) => image.getAttribute("aria-label")).join(" ")
  );
}

/** What a colour of the theme is at the moment, light or dark. */
function themeColour(name: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(${name})`;
  document.documentElement.append(probe);
  const { colour } = paintOf(getComputedStyle(probe).color);
  probe.remove();
  return colour;
}

/** Where the link leads, without what it holds. */
function placeOf(link: string): string {
  const { protocol, host, pathname } = new URL(link);
  return protocol === "file:" ? pathname.slice(pathname.lastIndexOf("/") + 1) : host + pathname;
}

/** A line in as many as it takes to fit into `width` pixels. */
function wrapped(line: string, width: number, font: string): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(" ")) {
    const longer = current === "" ? word : `${current} ${word}`;
    if (current !== "" && widthOf(longer, font) > width) {
      lines.push(current);
      current = word;
    } else current = longer;
  }
  return [...lines, current];
}

function widthOf(text: string, font: string): number {
  measuringContext ??= document.createElement("canvas").getContext("2d");
  if (!measuringContext) return 0;
  measuringContext.font = font;
  return measuringContext.measureText(text).width;
}
