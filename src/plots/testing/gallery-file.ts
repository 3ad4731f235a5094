import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect } from "vitest";

/** A figure of the gallery: its file's name, the size of its picture in pixels, and the figure itself. */
export interface GalleryFigure {
  readonly name: string;
  readonly size: readonly [number, number];
  readonly figure: ReactElement;
}

const SOURCE = join(import.meta.dirname, "../..");
const MARGIN = 16;
const PANEL_SHEETS = ["moral/profile/profile-rail.css", "moral/rewards/rewards.css"];

/**
 * Draws a figure, compares it with its file in the gallery and gives its elements, for tests of what it must show. The files
 * are for people too: a browser opens them as they are, in the theme of the device.
 */
export async function inGallery({ name, size, figure }: GalleryFigure): Promise<HTMLElement> {
  const markup = rounded(renderToStaticMarkup(figure));
  expect(markup).not.toMatch(/NaN|Infinity|undefined/);
  await expect(gallerySvg(name, markup, size)).toMatchFileSnapshot(
    join(import.meta.dirname, "gallery", `${name}.svg`),
  );
  const page = document.createElement("div");
  page.innerHTML = markup;
  return page;
}

function rounded(markup: string): string {
  return markup.replace(/-?\d+\.\d{3,}/g, (x) => String(Math.round(Number(x) * 100) / 100));
}

/** The figure without its foot, in a picture with the styles that it uses. */
function gallerySvg(
  name: string,
  markup: string,
  [width, height]: readonly [number, number],
): string {
  const figure = markup
    .replace(/<div class="figure-foot">.*?<\/div>/g, "")
    .replaceAll("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replaceAll("><", ">\n<");
  const [w, h] = [width + 2 * MARGIN, height + 2 * MARGIN];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}">
<title>${name}</title>
<style>
${stylesOf(figure)}
</style>
<rect width="${w}" height="${h}" style="fill: var(--paper)"/>
<foreignObject x="${MARGIN}" y="${MARGIN}" width="${width}" height="${height}" style="overflow: visible">
<div xmlns="http://www.w3.org/1999/xhtml" style="font: 13px var(--sans); color: var(--ink)">
${figure}
</div>
</foreignObject>
</svg>
`;
}

interface StyleRule {
  readonly selectors: readonly string[];
  readonly body: string;
}

/** The rules whose classes and elements all occur in the figure, and the theme's properties that they use. */
function stylesOf(figure: string): string {
  const classes = new Set(wordsOf(figure, /class="([^"]*)"/g));
  const elements = new Set(wordsOf(figure, /<([a-z]+)/g));
  const isUsed = (selector: string) =>
    !/[:[]/.test(selector) &&
    wordsOf(selector, /\.([\w-]+)/g).every((name) => classes.has(name)) &&
    wordsOf(selector, /(?<![.\w-])([a-z]\w*)/g).every((name) => elements.has(name));
  const rules = sheetRules().flatMap(({ selectors, body }) => {
    const used = selectors.filter(isUsed);
    return used.length > 0 ? [`${used.join(", ")} {${body}}`] : [];
  });
  const [theme] = rulesOf(join(SOURCE, "ui/theme.css")).filter(({ selectors }) =>
    selectors.includes(":root"),
  );
  const properties = new Set(wordsOf(rules.join() + figure, /var\((--[\w-]+)/g));
  const definitions = theme.body
    .split(/;\s*/)
    .filter((line) =>
      /^\s*(color-scheme|--paper|--ink|--sans|--key)\b/.test(line)
        ? true
        : properties.has(line.split(":")[0].trim()),
    )
    .map((line) => line.trim().replace(/\s+/g, " "));
  return [`:root { ${definitions.join("; ")} }`, ...rules].join("\n");
}

function wordsOf(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, words]) => words.split(/\s+/));
}

/** Every rule of the base, of the plots and of panels that style plots of their own, without those for narrow screens. */
function sheetRules(): StyleRule[] {
  const plots = readdirSync(join(SOURCE, "plots"), { recursive: true, encoding: "utf8" });
  const sheets = plots
    .filter((file) => file.endsWith(".css"))
    .sort((a, b) => Number(b.startsWith("base")) - Number(a.startsWith("base")) || (a < b ? -1 : 1))
    .map((file) => join(SOURCE, "plots", file));
  const ofPanels = PANEL_SHEETS.map((file) => join(SOURCE, "panels", file));
  return [join(SOURCE, "ui/base.css"), ...sheets, ...ofPanels].flatMap(rulesOf);
}

function rulesOf(file: string): StyleRule[] {
  const css = readFileSync(file, "utf8")
    .replace(/\/\*.*?\*\//gs, "")
    .replace(/@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, "");
  return Array.from(css.matchAll(/([^{}]+)\{([^{}]*)\}/g), ([, selectors, body]) => ({
    selectors: selectors.split(",").map((selector) => selector.trim()),
    body: ` ${body.trim().replace(/\s+/g, " ")} `,
  }));
}
