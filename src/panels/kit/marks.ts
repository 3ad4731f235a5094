import type { ReachStatus } from "../../plots/base/status-mark.tsx";
import type { VerdictKind } from "../../state/verdict.ts";

/** The plots' mark for each verdict; the edge has the thin one, since few answers are left there. */
export const MARKS: Record<VerdictKind, ReachStatus> = {
  reachable: "reachable",
  thin: "thin",
  boundary: "thin",
  "out-of-reach": "out-of-reach",
  "not-settled": "unsettled",
};
