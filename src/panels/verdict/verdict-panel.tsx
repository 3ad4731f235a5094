import { useCallback, useMemo } from "react";
import { useText } from "../../ui/text/use-text.ts";
import { useSettled } from "../../ui/use-settled.ts";
import { useLabels, useSession, useStores } from "../stores.ts";
import { type Verdict, verdictOf } from "./verdict-model.ts";
import { VerdictView } from "./verdict-view.tsx";

const ANNOUNCE_AFTER_MS = 700;

/** The verdict on the palette as it stands, and its announcement once movement stops. */
export function VerdictPanel() {
  const text = useText();
  const { document, session } = useStores();
  const answer = useSession((s) => s.answer);
  const answered = useSession((s) => s.answered);
  const data = useSession((s) => s.data);
  const labels = useLabels();
  const verdict: Verdict | null = useMemo(() => {
    if (!answer || !answered || !data) return null;
    const input = { answer, palette: answered, values: data.values, labels, rows: data.rows };
    return verdictOf(input, text);
  }, [answer, answered, data, labels, text]);
  const repair = useCallback(
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
  return (
    <section className="verdict-panel" aria-label={text.verdict.heading}>
      <Waiting />
      {verdict ? (
        <VerdictView verdict={verdict} onRepair={repair} />
      ) : (
        <div className="verdict" aria-busy="true">
          <div className="verdict-bar">
            <p className="verdict-waiting">{text.verdict.headline.waiting}</p>
          </div>
        </div>
      )}
      <Announcer message={verdict?.announcement ?? ""} />
    </section>
  );
}

/** Marks the verdict as an old one while its successor is late; nothing shows for the usual few milliseconds. */
function Waiting() {
  const busy = useSession((s) => s.isAnswering);
  return busy ? <span className="verdict-waits" aria-hidden="true" /> : null;
}

function Announcer({ message }: { message: string }) {
  const settled = useSettled(message, ANNOUNCE_AFTER_MS);
  return (
    <p className="visually-hidden" role="status">
      {settled}
    </p>
  );
}
