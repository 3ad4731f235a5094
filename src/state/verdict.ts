import type { LiveAnswer } from "../core/answer.ts";
import { THIN_ESS } from "../core/repair/safe-mix.ts";
import type { SolveReport } from "../core/solve/report.ts";

/** The verdict's states as the screen shows them. */
export type VerdictKind = "reachable" | "thin" | "out-of-reach" | "boundary" | "not-settled";

/** Share of the answers below which a mix counts as strong drift (method §8). */
export const STRONG_SHARE = 0.02;

/** What an answer amounts to: thin below 200 effective answers. */
export function verdictKind(answer: Pick<LiveAnswer, "report">): VerdictKind {
  return verdictOfReport(answer.report);
}

/** What a report amounts to: thin below 200 effective answers. */
export function verdictOfReport({ status, ess }: Pick<SolveReport, "status" | "ess">): VerdictKind {
  if (status === "infeasible") return "out-of-reach";
  if (status === "boundary") return "boundary";
  if (status === "iteration-limit") return "not-settled";
  return ess < THIN_ESS ? "thin" : "reachable";
}
