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
  const sum = terms
    .map(({ index, coefficient }, at) => {
      const negative = coefficient.startsWith("-");
      const sign = at === 0 ? (negative ? MINUS : "") : negative ? ` ${MINUS} ` : " + ";
      const size = coefficient.replace("-", "");
      return `${sign}${Number(size) === 1 ? "" : `${formatDecimal(size)} · `}${labels[index]}`;
    })
    .join("");
  return words.inequality(sum, formatDecimal(bound), formatDecimal(asked));
}

function negate(decimal: string): string {
  const isSigned = decimal.startsWith("-");
  return formatDecimal(
    isSigned ? decimal.slice(1) : Number(decimal) === 0 ? decimal : `-${decimal}`,
  );
}
