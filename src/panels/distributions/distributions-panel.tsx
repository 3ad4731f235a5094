import { memo, useState } from "react";
import type { ValueSpread } from "../../core/comparison.ts";
import { Fit } from "../../plots/base/fit.tsx";
import { binsOf } from "../../plots/distributions/density.ts";
import type { DistributionShape } from "../../plots/distributions/distribution-geometry.ts";
import {
  DistributionPlot,
  type DistributionValue,
} from "../../plots/distributions/distribution-plot.tsx";
import { askedLevel } from "../../state/palette.ts";
import { Choice } from "../../ui/choice.tsx";
import { formatPercent } from "../../ui/format.ts";
import { RichText } from "../../ui/rich-text.tsx";
import { Select } from "../../ui/select.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { AnalysisEmpty, AnalysisHead } from "../kit/analysis-head.tsx";
import { useDocument, useLabels, useSession } from "../kit/stores.ts";
import { useAnalysis } from "../kit/use-analysis.ts";
import { usePalette } from "../kit/use-palette.ts";
import "./distributions.css";

const SHARES = [0.05, 0.25, 0.5, 0.75, 0.95];
const NONE: ValueSpread["quantiles"] = [];

/** One value large, as density, histogram or cumulative share, with its quantiles and win rate. */
export function DistributionsPanel() {
  const text = useText();
  const words = text.analyses.distributions;
  const palette = usePalette();
  const data = useSession((s) => s.data);
  const answer = useSession((s) => s.answer);
  const settings = useDocument((s) => s.document.values);
  const order = useDocument((s) => s.document.order);
  const labels = useLabels();
  const [chosen, setChosen] = useState<string | null>(null);
  const [shape, setShape] = useState<DistributionShape>("density");
  const analysis = useAnalysis("spread", palette && { palette, shares: SHARES });
  if (!data || !answer) return <AnalysisEmpty>{text.analyses.waiting}</AnalysisEmpty>;
  const valueId = chosen !== null && data.values.some((v) => v.id === chosen) ? chosen : order[0];
  const i = Math.max(
    0,
    data.values.findIndex((v) => v.id === valueId),
  );
  const value = data.values[i];
  const spread = analysis.result?.[i];
  const { histograms } = answer;
  const distribution: DistributionValue = {
    label: labels[i],
    unit: text.panels.reward,
    min: value.min,
    max: value.max,
    sd: value.sd,
    place: i,
    before: binsOf(histograms.before, histograms.bins, i),
    after: binsOf(histograms.after, histograms.bins, i),
    meanBefore: value.mean,
    meanAfter: answer.shown.levels[i],
    target: askedLevel(settings[value.id], value),
    quantiles: spread?.quantiles ?? NONE,
  };
  return (
    <>
      <AnalysisHead
        lead={spread ? words.winRate(formatPercent(spread.winRate)) : words.lead}
        analysis={analysis}
      >
        <Select
          label={words.value}
          value={value.id}
          options={data.values.map(({ id }, k) => ({ value: id, label: labels[k] }))}
          onChange={setChosen}
        />
        <Choice
          label={words.shape}
          value={shape}
          options={(["density", "histogram", "ecdf"] as const).map((s) => ({
            value: s,
            label: words[s],
          }))}
          onChange={setShape}
        />
      </AnalysisHead>
      {answer.shownIs === "closest-safe-mix" && (
        <p className="analysis-note">
          <RichText>{text.analyses.closest}</RichText>
        </p>
      )}
      <Large value={distribution} shape={shape} />
    </>
  );
}

const Large = memo(function Large({
  value,
  shape,
}: {
  value: DistributionValue;
  shape: DistributionShape;
}) {
  return (
    <Fit className="distribution-fit">
      {(width) => <DistributionPlot width={width} height={320} value={value} shape={shape} />}
    </Fit>
  );
});
