import { type MixCloud, mixCloud } from "../compare/cloud.ts";
import type { Palette } from "../rows/palette.ts";
import { fromSd, orientedScale } from "../rows/samples.ts";
import { targetsInSd } from "../solve/solve-palette.ts";
import type { AnalysisContext } from "./analysis-context.ts";

/** Random mixes, and the palette's own λ and levels among them. */
export interface CloudReport extends MixCloud {
  readonly palette: {
    readonly lambda: readonly number[];
    readonly levels: readonly number[];
  } | null;
}

const STRENGTH = 6;

/** Random linear mixes of some values (paper Figs. 1 and 2). */
export async function cloud(
  { oracle, samples, memory, checkpoint }: AnalysisContext,
  request: {
    readonly palette: Palette;
    readonly among: readonly number[];
    readonly draws: number;
  },
): Promise<CloudReport> {
  const { among, draws } = request;
  const mixes = await mixCloud(oracle, samples, {
    among,
    draws,
    strength: STRENGTH,
    view: memory.view,
    checkpoint,
  });
  const found = await memory.solve(targetsInSd(samples, request.palette.targets));
  const isReachable = found.status === "aligned" || found.status === "already-met";
  return {
    ...mixes,
    palette: isReachable
      ? {
          lambda: samples.values.map((v, i) => found.lambda[i] / Math.abs(orientedScale(v))),
          levels: samples.values.map((v, i) => fromSd(v, found.moments.mean[i])),
        }
      : null,
  };
}
