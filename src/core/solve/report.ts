/** Outcome of a solve (method §3). Data, never an exception. */
export type Status = "aligned" | "already-met" | "infeasible" | "boundary" | "iteration-limit";

/** True where a λ meets the palette: its levels and costs are those of a mix, and not a limit or a proof. */
export function isReached(status: Status): boolean {
  return status === "aligned" || status === "already-met";
}

/** True where a palette can be reached, on the very edge included, where λ is only a direction and the costs are limits. */
export function isReachable(status: Status): boolean {
  return isReached(status) || status === "boundary";
}

/**
 * A direction u ≥ 0 in which every row stays below what the palette asks: max_j u·r_j = bound < asked = u·c.
 * In the user's units with Σ|u_i · sd_i| = 1; for a value where lower is better u_i is negative.
 */
export interface Certificate {
  readonly direction: readonly number[];
  readonly bound: number;
  readonly asked: number;
  /** asked − bound > 0, in sd: it stays where both are so far from zero that their doubles are one. */
  readonly gap: number;
}

/** What a solve found, in the user's units and in the order of `values`. */
export interface SolveReport {
  readonly status: Status;
  /** λ ≥ 0: nats per unit of improvement of each value; exactly 0 where slack or unconstrained. */
  readonly lambda: readonly number[];
  /** E_λ[r]: the realised level of each value. */
  readonly levels: readonly number[];
  /** KL(p_λ ‖ p0) in nats. */
  readonly kl: number;
  /** Effective sample size 1/Σw², in rows. */
  readonly ess: number;
  /** The largest single weight. */
  readonly maxWeight: number;
  /** KKT residual in sd units. */
  readonly kkt: number;
  /** How many passes over the rows were spent. */
  readonly passes: number;
  readonly certificate: Certificate | null;
}
