/** A drawing in CSS pixels: what stands between the tags of an `<svg>` of that size. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly body: string;
}

/** What stands around a drawing that left its page. */
export interface Framing {
  readonly title: string;
  /** Lines below the drawing, already short enough for it. */
  readonly caption: readonly string[];
  /** What the picture shows, for those who do not see it, and what has to be said with it. */
  readonly description: string;
  /** The address that made it. */
  readonly link: string;
  /** The words of the link in the caption. */
  readonly linkWords: string;
  readonly colours: { readonly paper: string; readonly ink: string; readonly muted: string };
  /** A list of fonts, the last one generic. */
  readonly fonts: string;
}

const MARGIN = 24;
const TITLE = 30;
const LINE = 16;
const GAP = 12;

/** Size in pixels of a drawing in its frame. */
export function framedSize(
  { width, height }: Pick<Drawing, "width" | "height">,
  { caption }: Pick<Framing, "caption">,
): { readonly width: number; readonly height: number } {
  return {
    width: Math.ceil(width) + 2 * MARGIN,
    height: Math.ceil(height) + 2 * MARGIN + TITLE + GAP + LINE * (caption.length + 1),
  };
}

/**
 * A drawing as an SVG file that stands alone: its ground, title, caption and link are in it, the link in its metadata too; it
 * needs no style sheet. `style` (default none) goes into a `<style>` element, for fonts that travel with a picture.
 */
export function svgDocument(drawing: Drawing, framing: Framing, style = ""): string {
  const { title, caption, description, link, linkWords, colours, fonts } = framing;
  const size = framedSize(drawing, framing);
  const below = MARGIN + TITLE + Math.ceil(drawing.height) + GAP + 12;
  const line = (text: string, k: number) =>
    `<text x="${MARGIN}" y="${below + k * LINE}" font-size="11" fill="${colours.muted}">${xml(text)}</text>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" font-family="${xml(fonts)}" style="font-variant-numeric:lining-nums" role="img" aria-labelledby="title description">`,
    `<title id="title">${xml(title)}</title>`,
    `<desc id="description">${xml(description)}</desc>`,
    '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<rdf:Description rdf:about=""><dc:title>${xml(title)}</dc:title><dc:description>${xml(description)}</dc:description><dc:source>${xml(link)}</dc:source><dc:creator>Value Palette</dc:creator></rdf:Description>`,
    "</rdf:RDF></metadata>",
    ...(style === "" ? [] : [`<style>${style}</style>`]),
    `<rect width="100%" height="100%" fill="${colours.paper}"/>`,
    `<text x="${MARGIN}" y="${MARGIN + 14}" font-size="15" font-weight="600" fill="${colours.ink}">${xml(title)}</text>`,
    `<g transform="translate(${MARGIN},${MARGIN + TITLE})">`,
    drawing.body,
    "</g>",
    ...caption.map(line),
    `<a href="${xml(link)}">${line(linkWords, caption.length)}</a>`,
    "</svg>",
    "",
  ].join("\n");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Words as XML holds them; what XML cannot hold is left out. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign]);
}
