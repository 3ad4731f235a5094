import { useMemo, useState } from "react";
import type { ValueSummary } from "../../../core/rows/samples.ts";
import type { AgentGoal, AgentTable } from "../../../moral/agents/agents.ts";
import type { RatedSummary } from "../../../moral/agents/rated-answers.ts";
import { formatNumber, formatPercent } from "../../../ui/format.ts";
import { Select } from "../../../ui/select.tsx";
import { useText } from "../../../ui/text/use-text.ts";
import { AnalysisFailure } from "../../kit/analysis-status.tsx";
import { useSession } from "../../kit/stores.ts";
import { useAnalysis } from "../../kit/use-analysis.ts";
import { usePalette } from "../../kit/use-palette.ts";
import { useMoral } from "../kit/moral-desk.ts";
import { SampleChoice, type SampleKind } from "../kit/sample-choice.tsx";
import { useReply } from "../kit/use-reply.ts";
import { TiltedTable } from "./tilted-table.tsx";

const GOALS: Readonly<Record<string, AgentGoal>> = {
  "drift 0.1": { kind: "drift", kl: 0.1 },
  "drift 0.25": { kind: "drift", kl: 0.25 },
  "drift 0.5": { kind: "drift", kl: 0.5 },
  "drift 1": { kind: "drift", kl: 1 },
  "drift 2": { kind: "drift", kl: 2 },
  "quantile 60": { kind: "quantile", percent: 60 },
  "quantile 70": { kind: "quantile", percent: 70 },
  "quantile 80": { kind: "quantile", percent: 80 },
  "quantile 90": { kind: "quantile", percent: 90 },
};
const FIRST_GOAL = "drift 0.5";

/** Agents made without training: answers tilted for one value alone, as far as a drift or a level says. */
export function TiltedAgents({ ratings }: { ratings: RatedSummary }) {
  const text = useText().moralParts.agents;
  const [samples, setSamples] = useState<SampleKind>("rated");
  const [goal, setGoal] = useState(FIRST_GOAL);
  return (
    <section className="analysis-part">
      <h3 className="analysis-subtitle">{text.tiltTitle}</h3>
      <p className="analysis-note">{text.tiltNote}</p>
      <div className="analysis-head">
        <SampleChoice label={text.samples} value={samples} onChange={setSamples} />
        <span className="moral-switch">
          <span className="muted">{text.goal}</span>
          <Select
            label={text.goal}
            value={goal}
            options={Object.entries(GOALS).map(([value, one]) => ({
              value,
              label:
                one.kind === "drift"
                  ? text.drift(formatNumber(one.kl, { digits: one.kl < 1 ? 2 : 0 }))
                  : text.quantile(formatPercent(one.percent / 100)),
            }))}
            onChange={setGoal}
          />
        </span>
      </div>
      {samples === "rated" ? (
        <OfRated goal={GOALS[goal]} values={ratings.values} />
      ) : (
        <OfLoaded goal={GOALS[goal]} />
      )}
    </section>
  );
}

function OfRated({ goal, values }: { goal: AgentGoal; values: readonly ValueSummary[] }) {
  const stamp = useMoral((s) => s.stamp);
  const { reply } = useReply(JSON.stringify([stamp, goal]), (service) => service.agents(goal));
  return <Table table={reply} values={values} isRated />;
}

function OfLoaded({ goal }: { goal: AgentGoal }) {
  const values = useSession((s) => s.data?.values);
  const palette = usePalette();
  const mode = palette?.mode;
  const request = useMemo(
    () => (values ? { goal, palette: { targets: [], held: [], mode } } : null),
    [values, goal, mode],
  );
  const analysis = useAnalysis("agents", request);
  if (!values) return null;
  return (
    <>
      <AnalysisFailure analysis={analysis} />
      <Table table={analysis.result} values={values} />
    </>
  );
}

function Table({
  table,
  values,
  isRated = false,
}: {
  table: AgentTable | null;
  values: readonly ValueSummary[];
  isRated?: boolean;
}) {
  const text = useText().moralParts.agents;
  if (!table) return <p className="analysis-note">{text.waiting}</p>;
  return (
    <>
      <TiltedTable table={table} values={values} />
      <p className="analysis-note">
        {table.measure === "probability" ? text.probability : text.mean}
        {isRated && ` ${text.pool}`}
      </p>
    </>
  );
}
