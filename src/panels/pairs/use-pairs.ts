import { useMemo } from "react";
import type { RegionPicture } from "../../core/region/region-picture.ts";
import type { Palette } from "../../core/rows/palette.ts";
import { type AnalysisProgress, useAnalysisList } from "../kit/use-analysis.ts";

/** The pictures of all pairs as far as they are there. */
export interface Pairs extends AnalysisProgress {
  readonly pictures: readonly RegionPicture[];
}

/** Asks for one pair after the other once the palette has settled; pictures of the palette before stay until theirs is there. */
export function usePairs(
  palette: Palette | null,
  pairs: readonly (readonly [number, number])[],
): Pairs {
  const requests = useMemo(
    () => (palette ? pairs.map((pair) => ({ palette, pair })) : []),
    [palette, pairs],
  );
  const { answers, ...progress } = useAnalysisList("pair", requests);
  const pictures = useMemo(
    () => answers.flatMap((answer) => (answer ? [answer.result] : [])),
    [answers],
  );
  return { ...progress, pictures };
}
