import { describe, expect, test } from "vitest";
import { escaped, type LatexWords, latexTable } from "./latex-table.ts";
import { exported, exportedHhh } from "./testing/exported.ts";

const words: LatexWords = {
  original: "Original model",
  mean: "Mean",
  quantile: (percent) => `${percent} % quantile`,
  palette: "Palette",
  target: "Target",
  targetQuantile: "its quantile",
  mix: "Mix",
  level: "Level",
  levelQuantile: "its quantile",
  price: "Price",
  caption: (data, kl, ess, rows) => `${data}: ${kl} nats, ${ess} of ${rows} answers.`,
};
const rowsOf = (table: string) =>
  table
    .split("\n")
    .filter((line) => line.endsWith("\\\\") && !line.startsWith("\\multicolumn"))
    .map((line) =>
      line
        .slice(0, -3)
        .split(" & ")
        .map((cell) => cell.trim()),
    );
const number = (cell: string) => Number(cell.replaceAll("$", ""));

describe("the LaTeX table", () => {
  test("has a cell for every value in every row, and the report's figures in them", async () => {
    const { facts } = await exportedHhh(70);
    const table = latexTable(facts, words);
    const rows = rowsOf(table);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([7]));
    expect(rows[0]).toEqual(["", ...facts.values.map(({ label }) => label)]);
    const by = new Map(rows.map((row) => [row[0], row.slice(1)]));
    facts.values.forEach(({ summary, price, level }, i) => {
      expect(Math.abs(number(by.get("Mean")?.[i] ?? "") - summary.mean)).toBeLessThan(
        summary.sd / 40,
      );
      expect(Math.abs(number(by.get("Level")?.[i] ?? "") - level)).toBeLessThan(summary.sd / 40);
      const printed = number(by.get("Price $\\lambda$")?.[i] ?? "");
      expect(Math.abs(printed - price)).toBeLessThanOrEqual(0.005 * price);
      expect(printed === 0).toBe(price === 0);
    });
    expect(by.get("70 \\% quantile")?.slice(0, 3)).toEqual(by.get("Target")?.slice(0, 3));
    expect(table.match(/\\(toprule|bottomrule)/g)).toHaveLength(2);
    expect(table.split("{").length).toBe(table.split("}").length);
    const wide = latexTable({ ...facts, values: [...facts.values, ...facts.values] }, words);
    expect(wide).toContain("\\resizebox{\\linewidth}");
    expect(wide.split("{").length).toBe(wide.split("}").length);
  });

  test("marks costs, and dashes for what is left out", async () => {
    const rewards = (shift: number) =>
      Float64Array.from({ length: 200 }, (_, j) => (j * shift) % 97);
    const columns = [
      { id: "cost_%", rewards: rewards(17), lowerIsBetter: true },
      { id: "free", rewards: rewards(7) },
    ];
    const { facts } = await exported(columns, [60, null]);
    const table = latexTable(facts, words);
    expect(table).toContain("COST\\_\\% $\\downarrow$ & FREE");
    expect(rowsOf(table).find(([name]) => name === "Target")?.[2]).toBe("--");
    expect(table).not.toContain("LuaLaTeX");
    const far = await exported([{ ...columns[1], id: "漢字" }], [60]);
    expect(latexTable(far.facts, words)).toContain("% Names beyond Latin letters need LuaLaTeX");
  });

  test("has the parts of a table in their order, wide ones scaled to the page", async () => {
    const { facts } = await exportedHhh(70, 300);
    const shape = (values: typeof facts.values) =>
      latexTable({ ...facts, values }, words)
        .split("\n")
        .filter((line) => line !== "" && !/ & |^% (?!\\)/.test(line))
        .map((line) => line.replace(/^\\caption.*/, "\\caption"));
    const parts = (columns: number, package_: string, [open, close]: readonly string[][]) => [
      `% \\usepackage{booktabs${package_}}`,
      "\\begin{table}",
      "\\centering",
      "\\caption",
      "\\small",
      "\\setlength{\\tabcolsep}{4pt}",
      ...open,
      `\\begin{tabular}{l${"r".repeat(columns)}}`,
      "\\toprule",
      "\\midrule",
      `\\multicolumn{${columns + 1}}{l}{\\emph{Original model}} \\\\`,
      "\\midrule",
      `\\multicolumn{${columns + 1}}{l}{\\emph{Palette}} \\\\`,
      "\\midrule",
      `\\multicolumn{${columns + 1}}{l}{\\emph{Mix}} \\\\`,
      "\\bottomrule",
      ...close,
      "\\end{table}",
    ];
    expect(shape(facts.values.slice(0, 4))).toEqual(parts(4, "", [[], ["\\end{tabular}"]]));
    expect(shape(facts.values.slice(0, 5))).toEqual(
      parts(5, ",graphicx", [["\\resizebox{\\linewidth}{!}{%"], ["\\end{tabular}}"]]),
    );
    expect(latexTable(facts, words)).toContain("% answers.json\n");
  });

  test("gives figures without a spread three decimals, and no minus to a zero", async () => {
    const { facts } = await exportedHhh(70, 300);
    const [first] = facts.values;
    const flat = { ...first, level: -0.0001, summary: { ...first.summary, sd: 0 } };
    const cells = rowsOf(latexTable({ ...facts, values: [flat] }, words));
    expect(cells.find(([name]) => name === "Level")?.[1]).toBe("$0.000$");
    const far = { ...first, level: 1.5e30, summary: { ...first.summary, sd: 1e29 } };
    const large = rowsOf(latexTable({ ...facts, values: [far] }, words));
    expect(large.find(([name]) => name === "Level")?.[1]).toBe("$1.5\\cdot 10^{30}$");
  });

  test("no name can be a command", () => {
    expect(escaped("\\input{x} $1 & 50% #1 a_b ^~\n−λ")).toBe(
      "\\textbackslash{}input\\{x\\} \\$1 \\& 50\\% \\#1 a\\_b \\textasciicircum{}\\textasciitilde{} $-$$\\lambda$",
    );
  });
});
