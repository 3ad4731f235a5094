import temml from "temml";
import type { FormulaNode } from "../ui/formulas/formula.tsx";

const PARTS = /<(\/?)([a-z]+)([^>]*)>|([^<]+)/g;
const ATTRIBUTE = /([a-z]+)="([^"]*)"/g;
/** MathML says the rest by itself, and neither style nor namespace may stand in a page that allows no inline styles. */
const LEFT_OUT = new Set(["class", "style", "xmlns"]);

/** Renders a TeX formula to a tree of MathML elements; run when formulas change, never in the page. Errors: throws what temml says. */
export function renderFormula(tex: string): FormulaNode {
  const markup = temml.renderToString(tex, { displayMode: true, throwOnError: true });
  const root: FormulaNode = ["", {}, []];
  const open = [root];
  for (const [, close, tag, attributes, text] of markup.matchAll(PARTS)) {
    const children = open[open.length - 1][2];
    if (text !== undefined) children.push(plain(text));
    else if (close) open.pop();
    else {
      const kept = [...attributes.matchAll(ATTRIBUTE)]
        .map(([, name, value]) => [name, value])
        .filter(([name]) => !LEFT_OUT.has(name));
      const node: FormulaNode = [tag, Object.fromEntries(kept), []];
      children.push(node);
      if (!attributes.endsWith("/")) open.push(node);
    }
  }
  const [math] = root[2];
  if (typeof math === "string" || math === undefined) throw new Error(`invalid formula: ${tex}`);
  return math;
}

function plain(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
