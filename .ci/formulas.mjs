import { writeFileSync } from "node:fs";
import { bundled } from "./bundle.mjs";

const FOLDER = "src/ui/formulas";

const tex = await import(await bundled(`${FOLDER}/formula-tex.ts`, "formula-tex", ["src/ui"]));
const { renderFormula } = await import(
  await bundled("src/build/render-formulas.ts", "render-formulas", ["src/build"])
);
const trees = Object.fromEntries(
  Object.entries(tex.FORMULA_TEX).map(([term, source]) => [term, renderFormula(source)]),
);
writeFileSync(`${FOLDER}/formula-trees.json`, `${JSON.stringify(trees)}\n`);
