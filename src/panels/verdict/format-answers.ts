import { formatCount, formatNumber, formatPercent, THIN_SPACE } from "../../ui/format.ts";

/** An effective number of answers: whole from 10 or where it is nearly so, one decimal below. */
export function formatAnswers(ess: number): string {
  const nearlyWhole = Math.abs(ess - Math.round(ess)) < 0.05;
  return ess < 9.95 && !nearlyWhole ? formatNumber(ess, { digits: 1 }) : formatCount(ess);
}

const MOST_DIGITS = 4;

/** A share of the way to a palette; never "100 %" where it ends before. */
export function formatWay(share: number): string {
  const plain = formatPercent(share);
  if (!(share < 1) || plain !== formatPercent(1)) return plain;
  for (let digits = 1; digits < MOST_DIGITS; digits++) {
    const text = formatPercent(share, { digits });
    if (text !== formatPercent(1, { digits })) return text;
  }
  return formatPercent(share, { digits: MOST_DIGITS });
}

/** A share of the answers; "< 0.1 %" rather than "0.0 %". */
export function formatShare(share: number): string {
  return share > 0 && share < 0.0005
    ? `<${THIN_SPACE}${formatPercent(0.001)}`
    : formatPercent(share);
}
