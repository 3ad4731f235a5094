import { createElement, type ReactNode } from "react";
import type { HelpTerm } from "../text/en/help.ts";
import trees from "./formula-trees.json" with { type: "json" };

/** An element of MathML: tag, attributes, children. */
export type FormulaNode = [string, Record<string, string>, (FormulaNode | string)[]];

const TREES = trees as unknown as Readonly<Partial<Record<HelpTerm, FormulaNode>>>;

/** The formula behind a term as MathML; nothing where it has none. */
export function Formula({ term }: { term: HelpTerm }): ReactNode {
  const tree = TREES[term];
  return tree ? elementOf(tree, 0) : null;
}

function elementOf([tag, attributes, children]: FormulaNode, key: number): ReactNode {
  const inner = children.map((child, k) =>
    typeof child === "string" ? child : elementOf(child, k),
  );
  return createElement(tag, { key, ...attributes }, ...inner);
}
