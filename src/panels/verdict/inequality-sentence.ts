import type { PrintableInequality } from "../../core/printable-inequality.ts";
import { MINUS } from "../../ui/format.ts";
import type { Catalogue } from "../../ui/text/en.ts";

/**
 * The inequality that no mix can break, in words. `labels` name the values by index.
 * A value where lower is better carries a minus sign.
 */
export function inequalitySentence(
  inequality: PrintableInequality,
  { labels }: { readonly labels: readonly string[] },
  text: Catalogue,
): string {
  const { terms, bound, asked } = inequality;
  const [only] = terms;
  if (terms.length === 1 && Math.abs(Number(only.coefficient)) === 1) {
    const name = labels[only.index];
    return only.coefficient.startsWith("-")
      ? text.verdict.lowest(name, negate(bound), negate(asked))
      : text.verdict.highest(name, printed(bound), printed(asked));
  }
  const sum = terms
    .map(({ index, coefficient }, at) => {
      const negative = coefficient.startsWith("-");
      const sign = at === 0 ? (negative ? MINUS : "") : negative ? ` ${MINUS} ` : " + ";
      const size = coefficient.replace("-", "");
      return `${sign}${Number(size) === 1 ? "" : `${size} · `}${labels[index]}`;
    })
    .join("");
  return text.verdict.inequality(sum, printed(bound), printed(asked));
}

function printed(decimal: string): string {
  return decimal.replace("-", MINUS);
}

function negate(decimal: string): string {
  return decimal.startsWith("-")
    ? decimal.slice(1)
    : Number(decimal) === 0
      ? decimal
      : MINUS + decimal;
}
