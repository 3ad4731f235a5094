import type { BootstrapSpread } from "../../core/trust/bootstrap.ts";
import type { Intervals } from "../../core/trust/intervals.ts";
import { IntervalPlot, type IntervalRow } from "../../plots/courses/interval-plot.tsx";
import { formatCount, formatNumber, formatPercent, significantDigits } from "../../ui/format.ts";
import { RichText } from "../../ui/rich-text.tsx";
import { Term } from "../../ui/term.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { bootstrapCheck } from "./bootstrap-check.ts";
import type { TrustOf } from "./trust-of.ts";

/** Intervals of the levels that the mix would really reach, of the prices and of the drift. */
export function IntervalsPart({
  intervals,
  bootstrap,
  palette,
  values,
  labels,
}: TrustOf & { intervals: Intervals; bootstrap: BootstrapSpread | null }) {
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
    const interval = intervals.lambda[i];
    if (!interval) return [];
    const { estimate, low, high } = interval;
    return [
      {
        id: value.id,
        label: `λ ${labels[i]}`,
        unit: text.analyses.lambdaUnit,
        sd: 1 / value.sd,
        digits: significantDigits(estimate),
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
      {palette.mode === "per-prompt" && <p className="analysis-note">{words.withinPrompts}</p>}
      <Check intervals={intervals} bootstrap={bootstrap} labels={labels} />
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

/** Whether intervals and resampled answers say the same. */
function Check({
  intervals,
  bootstrap,
  labels,
}: {
  intervals: Intervals;
  bootstrap: BootstrapSpread | null;
  labels: readonly string[];
}) {
  const words = useText().analyses.trust;
  const narrow = intervals.isLikelyTooNarrow;
  if (!bootstrap) return <Note sentences={[narrow && words.narrow, words.checkNone]} />;
  const check = bootstrapCheck(intervals, bootstrap);
  const lost = bootstrap.of - bootstrap.reachable;
  const times = formatCount(bootstrap.of);
  const name = !check || check.figure === "drift" ? words.drift : `λ ${labels[check.figure]}`;
  const ratio = check ? formatNumber(check.ratio, { digits: 1 }) : "";
  return (
    <Note
      sentences={[
        narrow && check?.kind !== "agrees" && words.narrow,
        check?.kind === "agrees" &&
          (narrow ? words.checkAgreesNarrow : words.checkAgrees)(
            times,
            formatPercent(distance(check.ratio)),
          ),
        check?.kind === "wider" && words.checkWider(times, name, ratio),
        check?.kind === "tighter" && words.checkTighter(times, name, ratio),
        lost > 0 && words.checkLost(formatCount(lost), times),
      ]}
    />
  );
}

function Note({ sentences }: { sentences: readonly (string | false)[] }) {
  return (
    <p className="analysis-note">
      <RichText>{sentences.filter(Boolean).join(" ")}</RichText>
    </p>
  );
}

function distance(ratio: number): number {
  return Math.max(ratio, 1 / ratio) - 1;
}
