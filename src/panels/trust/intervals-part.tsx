import type { Intervals } from "../../core/intervals.ts";
import { IntervalPlot, type IntervalRow } from "../../plots/interval-plot.tsx";
import { RichText } from "../../ui/rich-text.tsx";
import { Term } from "../../ui/term.tsx";
import { useText } from "../../ui/text/use-text.ts";
import type { TrustOf } from "./trust-panel.tsx";

/** Intervals of the levels that the mix would really reach, of the prices and of the drift. */
export function IntervalsPart({
  intervals,
  palette,
  values,
  labels,
}: TrustOf & { intervals: Intervals }) {
  const text = useText();
  const words = text.analyses.trust;
  const levels: IntervalRow[] = values.flatMap((value, i) => {
    const { estimate, low, high } = intervals.levels[i];
    if (palette.targets[i] === null) return [];
    return [
      {
        id: value.id,
        label: labels[i],
        unit: text.panels.meanReward,
        sd: value.sd,
        place: i,
        estimate,
        low,
        high,
        reference: palette.targets[i],
      },
    ];
  });
  const prices: IntervalRow[] = values.flatMap((value, i) => {
    const found = intervals.lambda[i];
    if (!found) return [];
    const { estimate, low, high } = found;
    return [
      {
        id: value.id,
        label: `λ ${labels[i]}`,
        unit: text.analyses.lambdaUnit,
        sd: 1 / value.sd,
        place: i,
        estimate,
        low,
        high,
        reference: null,
      },
    ];
  });
  const { estimate, low, high } = intervals.kl;
  return (
    <section aria-label={words.intervals}>
      <h3 className="analysis-subtitle">
        <Term term="interval">{words.intervals}</Term>
      </h3>
      {intervals.isLikelyTooNarrow && (
        <p className="analysis-note">
          <RichText>{words.narrow}</RichText>
        </p>
      )}
      <IntervalPlot rows={levels} />
      <IntervalPlot
        rows={[
          ...prices,
          {
            id: "kl",
            label: words.drift,
            unit: words.nats,
            sd: 1,
            place: null,
            estimate,
            low,
            high,
            reference: null,
          },
        ]}
      />
    </section>
  );
}
