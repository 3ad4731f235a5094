import type { RowShare } from "../../core/rows/palette.ts";
import type { Stores } from "../../panels/kit/stores.ts";
import type { ExportFacts } from "../../share/exports/export-facts.ts";
import { linkedDocument } from "../../state/shared-document.ts";
import { formatCount } from "../../ui/format.ts";
import type { Catalogue } from "../../ui/text/en.ts";
import { captionOf, namePartsOf } from "./export-now.ts";
import { paletteAddress } from "./palette-address.ts";

/** What goes with a figure that leaves the page. */
export interface FigureAbout {
  /** The address that made it. */
  readonly link: string;
  /** Paragraphs of its caption. */
  readonly caption: readonly string[];
  /** Parts of its file name; `what` is its title. */
  readonly nameParts: (what: string) => string[];
}

/** Of a figure of the palette; `sketch` says from how many answers pictures are drawn, if not from all. */
export function aboutPalette(
  facts: ExportFacts,
  text: Catalogue,
  sketch: RowShare | null,
): FigureAbout {
  const { palette, data } = captionOf(facts, text);
  const notes = sketch
    ? [...facts.notes, text.exports.notes.sketch(formatCount(sketch.from), formatCount(sketch.of))]
    : facts.notes;
  return {
    link: facts.link,
    caption: [palette, [data, ...notes].join(" ")].filter((line) => line !== ""),
    nameParts: (what) => namePartsOf(facts, what, text),
  };
}

/** Of a figure that is not of the palette's answers, such as those of the moral profile. */
export function aboutPage({ document, session }: Stores, text: Catalogue): FigureAbout {
  return {
    link: paletteAddress(linkedDocument(document, session)),
    caption: [],
    nameParts: (what) => [text.exports.files.app, what],
  };
}
