import type { TiltMoments, View } from "../rows/oracle.ts";
import type { Status } from "./report.ts";

/** A certificate in sd units: direction u ≥ 0 with Σ u_i = 1, max_j u·r_j = bound < asked = u·c (method §3). */
export interface SdCertificate {
  readonly direction: Float64Array;
  readonly bound: number;
  readonly asked: number;
}

/** What `solveDual` returns: the outcome in sd units, oriented so that higher is better. */
export interface DualSolution {
  readonly status: Status;
  /** λ ≥ 0, length m, in nats per sd; exactly 0 where slack or unconstrained. */
  readonly lambda: Float64Array;
  /** The moments at λ; moments.mean are the realised levels. */
  readonly moments: TiltMoments;
  /** KL(p_λ ‖ p0) = λ·E_λ[r] − log Z(λ), in nats. */
  readonly kl: number;
  /** KKT residual in sd units. */
  readonly kkt: number;
  /** How many passes over the rows were spent. */
  readonly passes: number;
  readonly certificate: SdCertificate | null;
}

/** Settings of `solveDual`. */
export interface DualOptions {
  /** Where to start, length m, λ ≥ 0. Default 0. */
  readonly start?: Float64Array;
  /** KKT tolerance in sd units. Default 1e-9. */
  readonly tolerance?: number;
  /** Passes after which the status is `iteration-limit`. Default 100. */
  readonly maxPasses?: number;
  /**
   * A fixed tilt added to λ, length m: the problem is then the same with base weights q·exp(base·r) (method §6 b).
   * No certificate is looked for. Default none.
   */
  readonly base?: Float64Array;
  /**
   * η_i ≥ 0, length m: how far targets may give way. The dual loses ½ Σ η_i λ_i², so that at the optimum E[r_i] = c_i − η_i λ_i
   * on the binding values (method §5, nearest palette under a budget). No certificate is looked for. Default none.
   */
  readonly softness?: Float64Array;
  /** Default pooled. */
  readonly view?: View;
}
