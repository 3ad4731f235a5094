import { publishedAgent } from "../../../core/profile/published-agents.ts";
import type { RatedSummary } from "../../../moral/agents/rated-answers.ts";
import type { MeanInterval } from "../../../moral/rouge/bootstrap-means.ts";
import { ValueMark } from "../../../plots/base/value-mark.tsx";
import { formatNumber } from "../../../ui/format.ts";
import { ScrollBox } from "../../../ui/scroll-box.tsx";
import { useText } from "../../../ui/text/use-text.ts";
import { useProfile, useValueNames } from "../kit/use-profile.ts";

const ORIGINAL = "original";

/** Table 1 of the paper, measured on the answers: how far the original and each agent follow the agent's value. */
export function MeasuredTable({
  ratings,
  agents,
}: {
  ratings: RatedSummary;
  agents: readonly string[];
}) {
  const text = useText().moralParts.agents;
  const nameOf = useValueNames();
  const { ids } = useProfile();
  const meanOf = (system: string, value: string) => {
    const place = ratings.values.findIndex(({ id }) => id === value);
    return ratings.systems.find(({ id }) => id === system)?.means[place] ?? null;
  };
  const published = (agent: string) => {
    const figures = publishedAgent(agent);
    if (!figures) return text.none;
    return text.pair(percent(figures.original, 2), percent(figures.agent, 2));
  };
  return (
    <ScrollBox className="analysis-scroll" label={text.caption}>
      <table className="analysis-table agents-table">
        <caption className="visually-hidden">{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.value}</th>
            <th scope="col" className="number">
              {text.original}
            </th>
            <th scope="col" className="number">
              {text.agent}
            </th>
            <th scope="col" className="number">
              {text.published}
            </th>
          </tr>
        </thead>
        <tbody>
          {agents.map((agent) => (
            <tr key={agent}>
              <th scope="row">
                <ValueMark place={Math.max(0, ids.indexOf(agent))} /> {nameOf(agent)}
              </th>
              <Measured mean={meanOf(ORIGINAL, agent)} />
              <Measured mean={meanOf(agent, agent)} />
              <td className="number muted">{published(agent)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Measured({ mean }: { mean: MeanInterval | null }) {
  const text = useText().moralParts.agents;
  if (!mean || mean.count === 0) return <td className="number">{text.none}</td>;
  return (
    <td className="number">
      {percent(100 * mean.mean)}
      <span className="agents-interval">
        {text.interval(percent(100 * mean.low), percent(100 * mean.high))}
      </span>
    </td>
  );
}

function percent(share: number, digits = 1): string {
  return `${formatNumber(share, { digits })} %`;
}
