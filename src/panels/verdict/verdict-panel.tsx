import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import type { AnalysisRequest } from "../../core/analyses/analyses.ts";
import { formatCount } from "../../ui/format.ts";
import { useText } from "../../ui/text/use-text.ts";
import { useHeld } from "../../ui/use-held.ts";
import { AnalysisFailure } from "../kit/analysis-status.tsx";
import { useDocument, useLabels, useSession, useStores } from "../kit/stores.ts";
import { useAnalysis } from "../kit/use-analysis.ts";
import { useDebounced } from "../kit/use-debounced.ts";
import {
  allRepairCards,
  limitNames,
  limitOf,
  type RepairCard,
  type RepairLimit,
} from "./repair-model.ts";
import { type Verdict, type VerdictInput, verdictOf } from "./verdict-model.ts";
import { VerdictStrip } from "./verdict-strip.tsx";
import { VerdictView } from "./verdict-view.tsx";

const ANNOUNCE_AFTER_MS = 700;
const NONE: readonly RepairCard[] = [];

/** The verdict on the palette as it stands, and its announcement once movement stops; `children` is the last line of its words. */
export function VerdictPanel({ children }: { children?: ReactNode }) {
  const text = useText();
  const answer = useSession((s) => s.answer);
  const answered = useSession((s) => s.answered);
  const data = useSession((s) => s.data);
  const labels = useLabels();
  const input = useMemo(
    () =>
      answer && answered && data
        ? { answer, palette: answered, values: data.values, labels, rows: data.rows }
        : null,
    [answer, answered, data, labels],
  );
  const verdict: Verdict | null = useMemo(() => input && verdictOf(input, text), [input, text]);
  const isGesturing = useDocument((s) => s.isGesturing);
  const { offered, isAny, setLimit, analysis } = useOfferedRepairs(input, verdict, isGesturing);
  const repair = useRepair();
  const section = useRef<HTMLElement>(null);
  const baselineEss = answer?.baselineEss ?? 0;
  const names = useMemo(() => limitNames(baselineEss, text), [baselineEss, text]);
  return (
    <section ref={section} className="verdict-panel" aria-label={text.verdict.heading}>
      <Waiting />
      {verdict ? (
        <VerdictView
          verdict={verdict}
          repairs={offered.cards}
          limit={offered.limit}
          limitNames={names}
          repairsAre={!isGesturing ? "current" : isAny ? "late" : "gone"}
          onLimit={setLimit}
          onRepair={repair}
        >
          <SampledFrom />
          {children}
          <AnalysisFailure analysis={analysis} />
        </VerdictView>
      ) : (
        <NoVerdict />
      )}
      {verdict && <VerdictStrip verdict={verdict} of={section} />}
      <Announcer message={verdict?.announcement ?? ""} />
    </section>
  );
}

/** The repairs that are offered: all of them once they are worked out, until then those that came with the answer. */
function useOfferedRepairs(
  input: VerdictInput | null,
  verdict: Verdict | null,
  isGesturing: boolean,
) {
  const text = useText();
  const order = useDocument((s) => s.document.order);
  const [limit, setLimit] = useState<RepairLimit>("safe");
  // Every repair comes with its way to the edge, whatever limit it was asked for.
  const [limited, setLimited] = useState<RepairLimit>("safe");
  if (limit !== "edge" && limited !== limit) setLimited(limit);
  const request: AnalysisRequest<"repairs"> | null = useMemo(() => {
    if (!input?.answer.scaleBack) return null;
    const ids = input.values.map(({ id }) => id);
    return {
      palette: input.palette,
      order: order.map((id) => ids.indexOf(id)).filter((i) => i >= 0),
      limit: limitOf(limited, input.answer.baselineEss),
    };
  }, [input, order, limited]);
  const analysis = useAnalysis("repairs", request, isGesturing);
  const { result, isFresh } = analysis;
  const repairs = useMemo(
    () =>
      input && result && isFresh && !isGesturing
        ? allRepairCards(result, limit, input, text)
        : null,
    [input, isGesturing, result, isFresh, limit, text],
  );
  const now = useMemo(
    () => ({ cards: repairs ?? verdict?.repairs ?? NONE, limit: repairs && limit }),
    [repairs, verdict, limit],
  );
  // In the middle of a drag the verdict keeps its height: what is below it may be what is being dragged.
  const offered = useHeld(now, isGesturing);
  return { offered, isAny: now.cards.length > 0, setLimit, analysis };
}

/** Takes over the targets of a repair, one per value; only those of values that have a target of their own. */
function useRepair() {
  const { document, session } = useStores();
  return useCallback(
    (targets: readonly (number | null)[]) => {
      const { values } = document.getState().document;
      const settings = (session.getState().data?.values ?? []).flatMap(({ id }, i) => {
        const target = targets[i];
        if (target === null || values[id]?.participation !== "target") return [];
        return [[id, { participation: "target" as const, target }] as const];
      });
      document.getState().applySettings(Object.fromEntries(settings));
    },
    [document, session],
  );
}

/** Keeps the room of a verdict until the first answer. */
function NoVerdict() {
  const text = useText().verdict;
  const isFailed = useSession((s) => s.data !== null && !s.isAnswering);
  return (
    <div className="verdict" aria-busy={!isFailed}>
      <div className="verdict-bar">
        <p className="verdict-waiting">{isFailed ? text.headline.failed : text.headline.waiting}</p>
      </div>
      <div className="verdict-words verdict-words-waiting" />
    </div>
  );
}

/** Says that the answers are a random sample of a larger file. */
function SampledFrom() {
  const text = useText().verdict;
  const source = useDocument((s) => s.document.source);
  const rows = useSession((s) => s.data?.rows ?? 0);
  if (source.kind !== "file" || source.sampledFrom === undefined) return null;
  return (
    <p className="verdict-note">
      {text.sampled(formatCount(rows), formatCount(source.sampledFrom))}
    </p>
  );
}

/** Marks the verdict as an old one while its successor is late; nothing shows for the usual few milliseconds. */
function Waiting() {
  const busy = useSession((s) => s.isAnswering);
  return busy ? <span className="verdict-waits" aria-hidden="true" /> : null;
}

function Announcer({ message }: { message: string }) {
  const settled = useDebounced(message, ANNOUNCE_AFTER_MS);
  return (
    <p className="visually-hidden" role="status">
      {settled}
    </p>
  );
}
