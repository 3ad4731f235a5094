import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { textFingerprint } from "../../../core/bytes/text-fingerprint.ts";
import type { EvaluationRequest, EvaluationSummary } from "../../../moral/evaluation.ts";
import { useNewest } from "../../kit/use-newest.ts";
import { useDesk, useMoral } from "../kit/moral-desk.ts";
import { useProfile } from "../kit/use-profile.ts";

/** How an evaluation stands. */
export interface EvaluationState {
  /** The newest result of these questions and answers; it stays until the next is there. */
  readonly result: EvaluationSummary | null;
  readonly share: number;
  readonly isRunning: boolean;
  readonly isCancelled: boolean;
  cancel(): void;
  again(): void;
}

/** Keeps the evaluation of all systems in step with questions, judge and settings while its tab is open. */
export function useEvaluation(person: string | null, stem: boolean): EvaluationState {
  const { ask, cancelEvaluation } = useDesk();
  const set = useMoral((s) => s.set?.fingerprint);
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
    generated: new Map([...generated].map(([place, { text }]) => [place, text])),
    adherence: { weights, strength },
  };
  const generatedKey = useMemo(
    () => textFingerprint([...generated].map(([place, { text }]) => `${place} ${text}`)),
    [generated],
  );
  // Cases that name a profile of their own do not follow the one on the screen, but what is drawn follows its strength.
  const profileKey = hasOpen ? JSON.stringify(weights) : "";
  const wish = `${stamp} ${person} ${stem} ${sentences} ${strength} ${profileKey} ${generatedKey}`;
  const [stopped, setStopped] = useState<string | null>(null);
  const [progress, setProgress] = useState({ of: wish, share: 0 });
  const isCancelled = stopped === wish;
  const key = isReady && !isWriting && !isCancelled ? wish : null;
  const { reply, status } = useNewest(key, async () => {
    setProgress({ of: wish, share: 0 });
    const summary = await ask((service) =>
      service.evaluate(request, (share) =>
        setProgress((now) => (now.of === wish ? { of: wish, share } : now)),
      ),
    );
    return summary && { summary, set };
  });
  const last = useRef(reply);
  last.current = reply ?? last.current;
  useEffect(() => {
    if (key === null) return;
    return cancelEvaluation;
  }, [cancelEvaluation, key]);
  return {
    result: last.current?.set === set ? (last.current?.summary ?? null) : null,
    share: progress.of === wish ? progress.share : 0,
    isRunning: status === "waiting",
    isCancelled,
    cancel: useCallback(() => setStopped(wish), [wish]),
    again: useCallback(() => setStopped(null), []),
  };
}
