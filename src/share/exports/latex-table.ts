import { quantileOfTarget, quantileTarget } from "../../core/rows/units.ts";
import type { ExportFacts, ExportValue } from "./export-facts.ts";
import { aboutLines } from "./python-files.ts";

/** The words of the table, in the reader's language and without mark-up. */
export interface LatexWords {
  readonly original: string;
  readonly mean: string;
  readonly quantile: (percent: string) => string;
  readonly palette: string;
  readonly target: string;
  readonly targetQuantile: string;
  readonly mix: string;
  readonly level: string;
  readonly levelQuantile: string;
  readonly price: string;
  readonly caption: (data: string, kl: string, ess: string, rows: string) => string;
}

const BEYOND_LATIN = /(?!λ)[^\p{Script=Latin}\p{Script=Common}]/u;

/** Values that fit across a page; a table of more is scaled down to it. */
const MOST_ACROSS = 4;

/** Baseline quantiles in percent, as the paper tables them. */
const QUANTILES = [50, 60, 70, 80, 90, 99];

/**
 * The palette as a LaTeX table in the paper's layout: values across; baseline means and quantiles, targets, realised levels
 * with their baseline quantiles, and λ downwards. Needs booktabs, and graphicx for more than seven values. Figures have the digits that their spread deserves.
 */
export function latexTable(facts: ExportFacts, words: LatexWords): string {
  const { values, answer } = facts;
  const { kl, ess } = answer.shown;
  const isWide = values.length > MOST_ACROSS;
  const row = (name: string, cell: (value: ExportValue) => string) =>
    `${name} & ${values.map(cell).join(" & ")} \\\\`;
  const head = (text: string) =>
    `\\multicolumn{${values.length + 1}}{l}{\\emph{${escaped(text)}}} \\\\`;
  const level = (value: ExportValue, x: number | null) =>
    x === null ? "--" : math(x, decimalsFor(value.summary.sd));
  const share = (value: ExportValue, x: number | null) =>
    x === null ? "--" : math(quantileOfTarget(value.summary, x), 1);
  const lines = [
    aboutLines(facts).replace(/^#/gm, "%"),
    `% \\usepackage{booktabs${isWide ? ",graphicx" : ""}}`,
    ...(BEYOND_LATIN.test(values.map(({ label }) => label).join(""))
      ? ["% Names beyond Latin letters need LuaLaTeX or XeLaTeX."]
      : []),
    "\\begin{table}",
    "\\centering",
    `\\caption{${escaped(words.caption(facts.dataName, plain(kl, 2), plain(ess, 0), String(facts.rows)))} ${facts.notes.map(escaped).join(" ")}}`,
    "\\small",
    "\\setlength{\\tabcolsep}{4pt}",
    ...(isWide ? ["\\resizebox{\\linewidth}{!}{%"] : []),
    `\\begin{tabular}{l${"r".repeat(values.length)}}`,
    "\\toprule",
    row(
      "",
      ({ label, summary }) => `${escaped(label)}${summary.lowerIsBetter ? " $\\downarrow$" : ""}`,
    ),
    "\\midrule",
    head(words.original),
    row(escaped(words.mean), (value) => level(value, value.summary.mean)),
    ...QUANTILES.map((percent) =>
      row(escaped(words.quantile(String(percent))), (value) =>
        level(value, quantileTarget(value.summary, percent)),
      ),
    ),
    "\\midrule",
    head(words.palette),
    row(escaped(words.target), (value) => level(value, value.aimed)),
    row(escaped(words.targetQuantile), (value) => share(value, value.aimed)),
    "\\midrule",
    head(words.mix),
    row(escaped(words.level), (value) => level(value, value.level)),
    row(escaped(words.levelQuantile), (value) => share(value, value.level)),
    row(`${escaped(words.price)} $\\lambda$`, ({ price }) =>
      price === 0
        ? "$0$"
        : math(price, Math.min(12, Math.max(0, 2 - Math.floor(Math.log10(price))))),
    ),
    "\\bottomrule",
    isWide ? "\\end{tabular}}" : "\\end{tabular}",
    "\\end{table}",
  ];
  return `${lines.join("\n")}\n`;
}

/** Decimals by which the last digit is at most a twentieth of a spread, and one more for print. */
function decimalsFor(sd: number): number {
  if (!(sd > 0) || !Number.isFinite(sd)) return 3;
  return Math.min(12, Math.max(0, Math.ceil(Math.log10(20 / sd)) + 1));
}

function math(x: number, decimals: number): string {
  const text = plain(x, decimals);
  const [mantissa, exponent] = text.split("e");
  return exponent ? `$${mantissa}\\cdot 10^{${Number(exponent)}}$` : `$${text}$`;
}

function plain(x: number, decimals: number): string {
  if (!Number.isFinite(x)) return "\\infty";
  const text = x.toFixed(decimals);
  return /^-0\.?0*$/.test(text) ? text.slice(1) : text;
}

const SPECIAL: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "−": "$-$",
  λ: "$\\lambda$",
  "≥": "$\\geq$",
  "≤": "$\\leq$",
  "×": "$\\times$",
  "→": "$\\to$",
  "\u202f": "\\,",
  "\u00a0": "~",
};

/** Words as LaTeX sets them; control characters become spaces. */
export function escaped(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/[\\~^&%$#_{}−λ≥≤×→\u202f\u00a0]/g, (sign) => SPECIAL[sign] ?? `\\${sign}`);
}
