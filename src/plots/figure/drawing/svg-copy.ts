import { paintOf } from "./paint.ts";
import { stretchedPath } from "./stretched-path.ts";

/** Values of presentation properties as an element inherits them, by name. */
export type Inherited = Readonly<Record<string, string>>;

/** What an SVG starts from where nothing is set. */
export const INITIAL: Inherited = {
  fill: "#000000",
  "fill-opacity": "1",
  stroke: "none",
  "stroke-opacity": "1",
  "stroke-width": "1",
  "stroke-dasharray": "none",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  "paint-order": "normal",
  "shape-rendering": "auto",
  "text-anchor": "start",
  "font-size": "16",
  "font-weight": "400",
  "font-style": "normal",
};
const PAINTS = ["fill", "stroke"] as const;
/** Not inherited. */
const OWN = { opacity: "1", "clip-path": "none", mask: "none" } as const;
const GEOMETRY =
  /^(x|y|x1|x2|y1|y2|dx|dy|cx|cy|r|rx|ry|d|width|height|viewBox|transform|patternUnits|patternTransform|maskUnits|clipPathUnits|preserveAspectRatio|id)$/;
/** What answers to a pointer and is no part of the picture. */
const LEFT_OUT = ".fronts, .target-grip, title, desc";

/**
 * An `<svg>` of the page as markup that stands alone: every style that it shows is an attribute, in sRGB, with nothing of the
 * page's classes. Its ids begin with `prefix`, so that several can stand in one file.
 */
export function svgCopy(
  svg: SVGSVGElement,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  inherited: Inherited,
  prefix: string,
): string {
  const view = svg.viewBox.baseVal;
  const stretch =
    svg.getAttribute("preserveAspectRatio") === "none"
      ? ([box.width / view.width, box.height / view.height] as const)
      : null;
  const ids = new Map<string, string>();
  for (const { id } of svg.querySelectorAll("[id]")) ids.set(id, `${prefix}${ids.size}`);
  const copy = copyOf(svg, inherited, { ids, stretch });
  if (!copy) return "";
  for (const [name, value] of Object.entries({ ...box })) copy.setAttribute(name, round(value));
  if (stretch) {
    copy.removeAttribute("viewBox");
    copy.removeAttribute("preserveAspectRatio");
  } else if (view.width > 0)
    copy.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
  return new XMLSerializer()
    .serializeToString(copy)
    .replaceAll(' xmlns="http://www.w3.org/2000/svg"', "");
}

/** What holds for every element of a copy. */
interface CopyRules {
  /** New ids by the page's. */
  readonly ids: ReadonlyMap<string, string>;
  /** By how much paths are stretched across and down; null for not at all. */
  readonly stretch: readonly [number, number] | null;
}

/** An element and what is inside it, or null where it does not show. */
function copyOf(element: Element, inherited: Inherited, rules: CopyRules): SVGElement | null {
  if (element.matches(LEFT_OUT)) return null;
  const style = getComputedStyle(element);
  if (style.display === "none" || style.visibility === "hidden") return null;
  const copy = document.createElementNS("http://www.w3.org/2000/svg", element.localName);
  copyGeometry(element, copy, rules);
  const shown = { ...inherited, ...presentation(style, inherited) };
  copyStyle(style, copy, { inherited, shown }, rules);
  if (element.localName === "svg") copy.setAttribute("overflow", style.overflow);
  for (const child of element.childNodes) {
    if (child instanceof Text) copy.append(child.data);
    else if (child instanceof Element) {
      const inner = copyOf(child, shown, rules);
      if (inner) copy.append(inner);
    }
  }
  return copy;
}

function copyGeometry(element: Element, copy: SVGElement, { ids, stretch }: CopyRules): void {
  for (const { name, value } of element.attributes)
    if (GEOMETRY.test(name))
      copy.setAttribute(name, name === "id" ? (ids.get(value) ?? value) : value);
  if (stretch && element.localName === "path")
    copy.setAttribute("d", stretchedPath(element.getAttribute("d") ?? "", ...stretch));
}

/** Sets what an element shows and does not inherit, and what is never inherited. */
function copyStyle(
  style: CSSStyleDeclaration,
  copy: SVGElement,
  { inherited, shown }: { readonly inherited: Inherited; readonly shown: Inherited },
  { ids }: CopyRules,
): void {
  const referring = (value: string) =>
    value.replace(/url\("?#([^")]+)"?\)/, (_, id: string) => `url(#${ids.get(id) ?? id})`);
  for (const [name, value] of Object.entries(shown))
    if (value !== inherited[name]) copy.setAttribute(name, referring(value));
  for (const [name, usual] of Object.entries(OWN)) {
    const value = style.getPropertyValue(name) || usual;
    if (value !== usual) copy.setAttribute(name, referring(paintedOr(name, value)));
  }
}

/** The presentation properties of a computed style that an SVG attribute can hold. */
export function presentation(style: CSSStyleDeclaration, from: Inherited): Inherited {
  const out: Record<string, string> = {};
  for (const name of Object.keys(INITIAL)) {
    if ((PAINTS as readonly string[]).includes(name)) continue;
    const value = style.getPropertyValue(name);
    if (value !== "") out[name] = value.replace(/(\d)px/g, "$1").replaceAll(",", "");
  }
  for (const name of PAINTS) {
    const value = style.getPropertyValue(name);
    if (value === "") continue;
    const { colour, alpha } = paintOf(value);
    out[name] = colour;
    const opacity = `${name}-opacity`;
    if (alpha < 1) out[opacity] = String(Number(out[opacity] ?? 1) * alpha);
  }
  const family = style.fontFamily;
  if (family !== "" && family !== from["font-family"]) out["font-family"] = family;
  return out;
}

function paintedOr(name: string, value: string): string {
  return name === "opacity" ? value : paintOf(value).colour;
}

function round(x: number): string {
  return String(Math.round(x * 100) / 100);
}
