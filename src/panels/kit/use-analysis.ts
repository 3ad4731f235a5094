import { createContext, useCallback, useContext, useEffect, useRef, useState } from "react";
import type { AnalysisName, AnalysisRequest, AnalysisResult } from "../../moral/moral-analyses.ts";
import { useSession } from "./stores.ts";

/** Who runs analyses: the application joins it to the engine. */
export interface Analyst {
  /** Resolves to the result, or to null when it was overtaken, called off or failed. */
  analyse<N extends AnalysisName>(
    name: N,
    request: AnalysisRequest<N>,
    onProgress: (share: number) => void,
  ): Promise<AnalysisResult<N> | null>;
  cancel(name: AnalysisName): void;
}

/** Filled once by the application. */
export const AnalystContext = createContext<Analyst | null>(null);

/** How an analysis stands. */
export interface AnalysisState<T, R> {
  /** The newest result, of this request or the one before; null before the first. */
  readonly result: T | null;
  /** The request that the result answers. */
  readonly of: R | null;
  readonly status: "idle" | "running" | "cancelled";
  /** Share done, in [0, 1]. */
  readonly share: number;
  cancel(): void;
  /** Runs a cancelled analysis again. */
  again(): void;
}

interface Held<N extends AnalysisName> {
  readonly stamp: number | undefined;
  readonly of: AnalysisRequest<N> | null;
  readonly result: AnalysisResult<N> | null;
  readonly status: "idle" | "running" | "cancelled";
  readonly share: number;
}

const QUIET_MS = 250;

/**
 * Keeps an analysis in step with `request` while the panel is open: asks again a quarter of a second after the last change,
 * keeps the last result meanwhile, and calls off what nobody waits for. A null request asks nothing.
 */
export function useAnalysis<N extends AnalysisName>(
  name: N,
  request: AnalysisRequest<N> | null,
): AnalysisState<AnalysisResult<N>, AnalysisRequest<N>> {
  const analyst = useContext(AnalystContext);
  const stamp = useSession((s) => s.data?.stamp);
  const restarted = useSession((s) => s.engine === "ready");
  const key = request && JSON.stringify([stamp, restarted, request]);
  const latest = useRef(request);
  latest.current = request;
  const [round, setRound] = useState(0);
  const [state, setState] = useState<Held<N>>({
    stamp,
    of: null,
    result: null,
    status: "idle",
    share: 0,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the request is compared by its content
  useEffect(() => {
    const asked = latest.current;
    if (!analyst || !key || !asked || !restarted) return;
    let isWanted = true;
    const timer = setTimeout(async () => {
      setState((s) => ({ ...s, status: "running", share: 0 }));
      const onProgress = (share: number) => isWanted && setState((s) => ({ ...s, share }));
      const result = await analyst.analyse(name, asked, onProgress);
      if (isWanted)
        setState((s) =>
          result === null
            ? { ...s, status: s.status === "cancelled" ? "cancelled" : "idle" }
            : { stamp, of: asked, result, status: "idle", share: 1 },
        );
    }, QUIET_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
      analyst.cancel(name);
    };
  }, [analyst, name, key, round]);

  const cancel = useCallback(() => {
    setState((s) => ({ ...s, status: "cancelled" }));
    analyst?.cancel(name);
  }, [analyst, name]);
  const again = useCallback(() => setRound((n) => n + 1), []);
  const isOfThisData = state.stamp === stamp;
  return {
    result: isOfThisData ? state.result : null,
    of: isOfThisData ? state.of : null,
    status: state.status,
    share: state.share,
    cancel,
    again,
  };
}
