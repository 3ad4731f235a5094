import { useCallback, useEffect, useRef, useState } from "react";
import type { EvaluationRequest, EvaluationSummary } from "../../../moral/evaluation.ts";
import { useDesk, useMoral } from "../kit/moral-desk.ts";
import { useProfile } from "../kit/use-profile.ts";

/** How an evaluation stands. */
export interface EvaluationState {
  /** The newest result; it stays until the next is there. */
  readonly result: EvaluationSummary | null;
  readonly share: number;
  readonly isRunning: boolean;
  readonly isCancelled: boolean;
  cancel(): void;
  again(): void;
}

/** Keeps the evaluation of all systems in step with questions, judge and settings while its tab is open. */
export function useEvaluation(person: string | null, stem: boolean): EvaluationState {
  const desk = useDesk();
  const stamp = useMoral((s) => s.stamp);
  const isReady = useMoral((s) => s.set !== null && s.model !== null);
  const hasOpen = useMoral((s) => s.set !== null && s.set.open > 0);
  const sentences = useMoral((s) => s.sentences);
  const generated = useMoral((s) => s.generated);
  const isWriting = useMoral((s) => s.series !== null);
  const { profile } = useProfile();
  const { weights, strength } = profile;
  const request: EvaluationRequest = {
    person,
    stem,
    sentences,
    generated,
    adherence: { weights, strength },
  };
  const latest = useRef(request);
  latest.current = request;
  const [round, setRound] = useState(0);
  const [state, setState] = useState<Omit<EvaluationState, "cancel" | "again">>({
    result: null,
    share: 0,
    isRunning: false,
    isCancelled: false,
  });
  // Cases that name a profile of their own do not follow the one on the screen, but what is drawn follows its strength.
  const profileKey = hasOpen ? JSON.stringify(weights) : "";
  const key = `${stamp} ${person} ${stem} ${sentences} ${strength} ${profileKey} ${generated.size} ${round}`;
  const isDue = isReady && !isWriting;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the request is compared by its key
  useEffect(() => {
    if (!isDue) return;
    let isWanted = true;
    setState((s) => ({ ...s, share: 0, isRunning: true, isCancelled: false }));
    const onProgress = (share: number) => isWanted && setState((s) => ({ ...s, share }));
    void desk.evaluate(latest.current, onProgress).then((result) => {
      if (isWanted && result) setState({ result, share: 1, isRunning: false, isCancelled: false });
    });
    return () => {
      isWanted = false;
      desk.cancelEvaluation();
    };
  }, [desk, isDue, key]);

  const cancel = useCallback(() => {
    desk.cancelEvaluation();
    setState((s) => ({ ...s, isRunning: false, isCancelled: true }));
  }, [desk]);
  const again = useCallback(() => setRound((n) => n + 1), []);
  return { ...state, cancel, again };
}
