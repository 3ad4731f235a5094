import { formatCount, formatNumber, formatPercent, THIN_SPACE } from "../../ui/format.ts";

/** An effective number of answers: whole from 10 or where it is nearly so, one decimal below. */
export function formatAnswers(ess: number): string {
  const nearlyWhole = Math.abs(ess - Math.round(ess)) < 0.05;
  return ess < 9.95 && !nearlyWhole ? formatNumber(ess, { digits: 1 }) : formatCount(ess);
}

/** A share of the answers; "< 0.1 %" rather than "0.0 %". */
export function formatShare(share: number): string {
  return share > 0 && share < 0.0005
    ? `<${THIN_SPACE}${formatPercent(0.001)}`
    : formatPercent(share);
}
