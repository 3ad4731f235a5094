import { formatCount } from "../../ui/format.ts";

/** An effective number of answers: whole from 10, one decimal below. */
export function formatAnswers(ess: number): string {
  return ess < 9.95 ? ess.toFixed(1) : formatCount(ess);
}
