import type { ValueSummary } from "../../../core/rows/samples.ts";
import type { AgentLevel, AgentTable } from "../../../moral/agents/agents.ts";
import { ValueMark } from "../../../plots/base/value-mark.tsx";
import { formatCount, formatNumber } from "../../../ui/format.ts";
import { ScrollBox } from "../../../ui/scroll-box.tsx";
import { useText } from "../../../ui/text/use-text.ts";
import { FiguresHead } from "../kit/figures-head.tsx";
import { useValueNames } from "../kit/use-profile.ts";

/** What each single-value tilt reaches on its own value, and what that costs. */
export function TiltedTable({
  table,
  values,
}: {
  table: AgentTable;
  values: readonly ValueSummary[];
}) {
  const text = useText().moralParts.agents;
  const nameOf = useValueNames();
  const isChance = table.measure === "probability";
  return (
    <ScrollBox className="analysis-scroll" label={text.tiltTitle}>
      <table className="analysis-table agents-table">
        <caption className="visually-hidden">{text.tiltTitle}</caption>
        <FiguresHead
          columns={[text.value, text.untilted, text.agent, text.driftColumn, text.essColumn]}
        />
        <tbody>
          {table.agents.map((agent) => {
            const value = values[agent.value];
            return (
              <tr key={value.id}>
                <th scope="row">
                  <ValueMark place={agent.value} /> {nameOf(value.id)}
                </th>
                <Level level={table.original[agent.value]} sd={value.sd} isChance={isChance} />
                <Level level={agent.levels[agent.value]} sd={value.sd} isChance={isChance} />
                <td className="number">
                  {formatNumber(agent.kl, { digits: 2 })}
                  {agent.isEdge && <span className="agents-interval">{text.edge}</span>}
                </td>
                <td className="number">{formatCount(Math.round(agent.ess))}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Level({ level, sd, isChance }: { level: AgentLevel; sd: number; isChance: boolean }) {
  const text = useText().moralParts.agents;
  const write = (x: number) =>
    isChance
      ? `${formatNumber(100 * Math.min(1, Math.max(0, x)), { digits: 1 })} %`
      : formatNumber(x, { scale: sd });
  return (
    <td className="number">
      {write(level.level)}
      {level.interval && (
        <span className="agents-interval">
          {text.interval(write(level.interval.low), write(level.interval.high))}
        </span>
      )}
    </td>
  );
}
