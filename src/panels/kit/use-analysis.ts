import { useCallback, useEffect, useMemo } from "react";
import { useStore } from "zustand";
import type { AnalysisName, AnalysisRequest, AnalysisResult } from "../../moral/moral-analyses.ts";
import {
  type AnalysisAnswer,
  type AnalysisStatus,
  entryOf,
  isFresh,
} from "../../state/analyses-store.ts";
import { useStores } from "./stores.ts";

/** How far an analysis is, and what a user can do about it. */
export interface AnalysisProgress {
  readonly status: AnalysisStatus;
  /** Share done, in [0, 1]. */
  readonly share: number;
  /** What failed, in the engine's own words. */
  readonly problem: string | null;
  cancel(): void;
  /** Runs an analysis again that was stopped or failed. */
  again(): void;
}

/** Several requests of one analysis. */
export interface AnalysisList<N extends AnalysisName> extends AnalysisProgress {
  /** The newest answer at the place of each request, perhaps to an earlier one. */
  readonly answers: readonly (AnalysisAnswer<N> | undefined)[];
}

/** One analysis. */
export interface Analysis<N extends AnalysisName> extends AnalysisProgress {
  /** The newest result, of this request or the one before; null before the first. */
  readonly result: AnalysisResult<N> | null;
  /** The request that the result answers. */
  readonly of: AnalysisRequest<N> | null;
  /** True where that is the request as it stands. */
  readonly isFresh: boolean;
}

const NONE = [] as const;

/** Says what this panel wants to see of an analysis while it is open, and gives what there is of it. */
export function useAnalysisList<N extends AnalysisName>(
  name: N,
  requests: readonly AnalysisRequest<N>[],
): AnalysisList<N> {
  const { analyses } = useStores();
  const { answers, status, share, problem } = useStore(analyses, (state) => entryOf(state, name));
  // Requests are compared by what they say, in the store.
  useEffect(() => analyses.getState().ask(name, requests));
  useEffect(() => () => analyses.getState().release(name), [analyses, name]);
  const cancel = useCallback(() => analyses.getState().stop(name), [analyses, name]);
  const again = useCallback(() => analyses.getState().again(name), [analyses, name]);
  return useMemo(
    () => ({ answers, status, share, problem, cancel, again }),
    [answers, status, share, problem, cancel, again],
  );
}

/** The same for a single request; null asks nothing. While it `isPaused` nothing is computed, and the last result stays. */
export function useAnalysis<N extends AnalysisName>(
  name: N,
  request: AnalysisRequest<N> | null,
  isPaused = false,
): Analysis<N> {
  const { answers, ...progress } = useAnalysisList(name, request && !isPaused ? [request] : NONE);
  const answer = answers[0];
  return {
    ...progress,
    result: answer?.result ?? null,
    of: answer?.request ?? null,
    isFresh: isFresh(answer, request),
  };
}
