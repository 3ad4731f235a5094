import { createContext, useCallback, useContext, useEffect, useRef, useState } from "react";
import type { AnalysisName, AnalysisRequest, AnalysisResult } from "../core/analyses.ts";
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
export interface AnalysisState<T> {
  /** The newest result, of this palette or the one before; null before the first. */
  readonly result: T | null;
  readonly status: "idle" | "running" | "cancelled";
  /** Share done, in [0, 1]. */
  readonly share: number;
  cancel(): void;
  /** Runs a cancelled analysis again. */
  again(): void;
}

const QUIET_MS = 250;

/**
 * Keeps an analysis in step with `request` while the panel is open: asks again a quarter of a second after the last change,
 * keeps the last result meanwhile, and calls off what nobody waits for. A null request asks nothing.
 */
export function useAnalysis<N extends AnalysisName>(
  name: N,
  request: AnalysisRequest<N> | null,
): AnalysisState<AnalysisResult<N>> {
  const analyst = useContext(AnalystContext);
  const stamp = useSession((s) => s.data?.stamp);
  const restarted = useSession((s) => s.engine === "ready");
  const key = request && JSON.stringify([stamp, restarted, request]);
  const latest = useRef(request);
  latest.current = request;
  const [round, setRound] = useState(0);
  const [state, setState] = useState<{
    of: unknown;
    result: AnalysisResult<N> | null;
    status: AnalysisState<unknown>["status"];
    share: number;
  }>({ of: stamp, result: null, status: "idle", share: 0 });

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
            : { of: stamp, result, status: "idle", share: 1 },
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
  return {
    result: state.of === stamp ? state.result : null,
    status: state.status,
    share: state.share,
    cancel,
    again,
  };
}
