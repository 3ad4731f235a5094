// @vitest-environment happy-dom
import { render } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderFormula } from "../../build/render-formulas.ts";
import { help } from "../text/en/help.ts";
import { Formula, type FormulaNode } from "./formula.tsx";
import { FORMULA_TEX } from "./formula-tex.ts";
import trees from "./formula-trees.json" with { type: "json" };

test("the rendered formulas are what their TeX renders to", () => {
  const rendered = Object.fromEntries(
    Object.entries(FORMULA_TEX).map(([term, tex]) => [term, renderFormula(tex)]),
  );
  expect(trees).toEqual(rendered);
});

test("every formula belongs to a term, and only MathML stands in it", () => {
  const tags = new Set<string>();
  const collect = ([tag, , children]: FormulaNode) => {
    tags.add(tag);
    for (const child of children) if (typeof child !== "string") collect(child);
  };
  for (const [term, tree] of Object.entries(trees)) {
    expect(help.terms).toHaveProperty(term);
    collect(tree as unknown as FormulaNode);
  }
  expect([...tags].filter((tag) => !/^m[a-z]+$/.test(tag))).toEqual([]);
});

test("a term with a formula shows it, one without shows nothing", () => {
  const { container, rerender } = render(<Formula term="carry" />);
  expect(container.querySelector("math mfrac")?.textContent).toContain("w");
  rerender(<Formula term="scenario" />);
  expect(container.innerHTML).toBe("");
});
