import { memo, useMemo } from "react";
import type { AnalysisResult } from "../../core/analyses/analyses.ts";
import type { LiveAnswer } from "../../core/answer.ts";
import type { Palette } from "../../core/rows/palette.ts";
import type { ValueSummary } from "../../core/rows/samples.ts";
import { TradeOffMatrix } from "../../plots/courses/trade-off-matrix.tsx";
import { formatNats, formatPercent } from "../../ui/format.ts";
import { ScrollBox } from "../../ui/scroll-box.tsx";
import { Term } from "../../ui/term.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { AnalysisEmpty, AnalysisHead, AnalysisOutOfReach } from "../kit/analysis-head.tsx";
import { priceStep } from "../kit/price.ts";
import { useLabels, useSession } from "../kit/stores.ts";
import { useAnalysis } from "../kit/use-analysis.ts";
import { usePalette } from "../kit/use-palette.ts";
import "./trade-offs.css";

/** What values cost in terms of each other at constant drift, and what each costs and wins by itself. */
export function TradeOffsPanel() {
  const text = useText().analyses;
  const palette = usePalette();
  const values = useSession((s) => s.data?.values);
  const answer = useSession((s) => s.answer);
  const labels = useLabels();
  const raise = useMemo(() => values?.map((value) => priceStep(value).size) ?? [], [values]);
  const analysis = useAnalysis("tradeOffs", palette && { palette, raise });
  const isReachable = answer === null || answer.report.status === "aligned";
  const asked = analysis.of?.palette;
  return (
    <>
      <AnalysisHead lead={text.tradeOffs.lead} analysis={analysis} />
      {answer?.report.status === "already-met" ? (
        <AnalysisEmpty>{text.nothingAsked}</AnalysisEmpty>
      ) : !isReachable ? (
        <AnalysisOutOfReach>{text.outOfReach}</AnalysisOutOfReach>
      ) : analysis.result && asked && values && answer ? (
        <div className="trade-offs">
          <ScrollBox className="analysis-scroll" label={text.tabs.tradeOffs}>
            <Matrix result={analysis.result} palette={asked} values={values} labels={labels} />
          </ScrollBox>
          <Prices
            winRates={analysis.result.winRate}
            costs={analysis.result.cost}
            answer={answer}
            palette={asked}
            values={values}
            labels={labels}
          />
        </div>
      ) : (
        <AnalysisEmpty>{text.waiting}</AnalysisEmpty>
      )}
    </>
  );
}

interface Named {
  readonly palette: Palette;
  readonly values: readonly ValueSummary[];
  readonly labels: readonly string[];
}

const Matrix = memo(function Matrix({
  result,
  palette,
  values,
  labels,
}: Named & { result: NonNullable<AnalysisResult<"tradeOffs">> }) {
  const unit = useText().panels.meanReward;
  const asked = values.flatMap((_, i) => (palette.targets[i] === null ? [] : [i]));
  return (
    <TradeOffMatrix
      values={asked.map((i) => ({
        label: labels[i],
        unit,
        sd: values[i].sd,
        raise: result.raise[i],
      }))}
      changes={asked.map((i) => asked.map((k) => result.change[i][k]))}
    />
  );
});

function Prices({
  winRates,
  costs,
  answer,
  palette,
  values,
  labels,
}: Named & {
  winRates: readonly number[];
  costs: NonNullable<AnalysisResult<"tradeOffs">>["cost"];
  answer: Pick<LiveAnswer, "shown" | "sharedPrices">;
}) {
  const text = useText().analyses;
  const words = text.tradeOffs;
  const price = (value: ValueSummary, i: number) => {
    if (palette.targets[i] === null) return words.out;
    if (answer.sharedPrices.includes(i)) return words.shared;
    if (!(answer.shown.lambda[i] > 0)) return words.free;
    const { label } = priceStep(value);
    const cost = costs[i];
    return cost === null ? words.beyond(label) : words.price(formatNats(cost), label);
  };
  return (
    <table className="analysis-table">
      <caption className="analysis-subtitle">{words.prices}</caption>
      <thead>
        <tr>
          <th scope="col">{words.columns.value}</th>
          <th scope="col" className="number">
            <Term term="price">{words.columns.price}</Term>
          </th>
          <th scope="col" className="number">
            <Term term="winRate">{words.columns.winRate}</Term>
          </th>
        </tr>
      </thead>
      <tbody>
        {values.map((value, i) => (
          <tr key={value.id}>
            <th scope="row">{labels[i]}</th>
            <td className="number">{price(value, i)}</td>
            <td className="number">{formatPercent(winRates[i])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
