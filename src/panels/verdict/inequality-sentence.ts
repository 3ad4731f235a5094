import type { Palette } from "../../core/rows/palette.ts";
import type { PrintableInequality } from "../../core/verdict/printable-inequality.ts";
import { formatDecimal, MINUS } from "../../ui/format.ts";
import type { Catalogue } from "../../ui/text/en.ts";

/**
 * The inequality that no mix can break, in words. `labels` name the values by index.
 * A value where lower is better carries a minus sign.
 */
export function inequalitySentence(
  inequality: PrintableInequality,
  {
    labels,
    palette,
  }: { readonly labels: readonly string[]; readonly palette: Pick<Palette, "mode"> },
  text: Catalogue,
): string {
  const { terms, bound, asked } = inequality;
  const words = text.verdict.proof[palette.mode ?? "pooled"];
  const [only] = terms;
  if (terms.length === 1 && Math.abs(Number(only.coefficient)) === 1) {
    const name = labels[only.index];
    return only.coefficient.startsWith("-")
      ? words.lowest(name, negate(bound), negate(asked))
      : words.highest(name, formatDecimal(bound), formatDecimal(asked));
  }
  const decimals = Math.max(...terms.map(({ coefficient }) => decimalsOf(coefficient)));
  const sum = terms
    .map(({ index, coefficient }, at) => {
      const negative = coefficient.startsWith("-");
      const sign = at === 0 ? (negative ? MINUS : "") : negative ? ` ${MINUS} ` : " + ";
      const size = coefficient.replace("-", "");
      return `${sign}${Number(size) === 1 ? "" : `${formatDecimal(withDecimals(size, decimals))} · `}${labels[index]}`;
    })
    .join("");
  return words.inequality(sum, formatDecimal(bound), formatDecimal(asked));
}

function decimalsOf(decimal: string): number {
  return decimal.split(".")[1]?.length ?? 0;
}

/** The same number with so many decimals, so that the terms of a sum are written alike. */
function withDecimals(decimal: string, count: number): string {
  const [whole, rest = ""] = decimal.split(".");
  return count === 0 ? whole : `${whole}.${rest.padEnd(count, "0")}`;
}

function negate(decimal: string): string {
  const isSigned = decimal.startsWith("-");
  return formatDecimal(
    isSigned ? decimal.slice(1) : Number(decimal) === 0 ? decimal : `-${decimal}`,
  );
}
