import { formatCount } from "../../../ui/format.ts";
import { useText } from "../../../ui/text/use-text.ts";
import { AnalysisHead } from "../../kit/analysis-head.tsx";
import { useMoral } from "../kit/moral-desk.ts";
import { useReply } from "../kit/use-reply.ts";
import { MeasuredTable } from "./measured-table.tsx";
import { TiltedAgents } from "./tilted-agents.tsx";

/** The agents: how far their answers follow their values, and what tilting answers for one value alone would reach. */
export function AgentsTab() {
  const text = useText().moralParts.agents;
  const stamp = useMoral((s) => s.stamp);
  const isReady = useMoral((s) => s.set !== null && s.model !== null);
  const isDemonstration = useMoral((s) => s.isModelDemonstration);
  const agents = useMoral((s) => s.set?.agents) ?? [];
  const questions = useMoral((s) => s.set?.questions.length ?? 0);
  const { reply } = useReply(isReady ? String(stamp) : null, (service) => service.ratings());
  return (
    <>
      <AnalysisHead lead={text.lead} />
      <h3 className="analysis-subtitle">{text.measuredTitle}</h3>
      {!reply ? (
        <p className="analysis-note">{text.waiting}</p>
      ) : agents.length === 0 ? (
        <p className="analysis-note">{text.noAgents}</p>
      ) : (
        <>
          <MeasuredTable ratings={reply} agents={agents} />
          <p className="analysis-note">
            {text.measuredNote(formatCount(questions))} {isDemonstration && text.judge}
          </p>
        </>
      )}
      {reply && <TiltedAgents ratings={reply} />}
    </>
  );
}
