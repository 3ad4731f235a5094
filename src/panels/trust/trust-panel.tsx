import { memo, useMemo } from "react";
import type { AnalysisResult } from "../../core/analyses/analyses.ts";
import { isReached, type SolveReport } from "../../core/solve/report.ts";
import { fewestDraws } from "../../core/trust/forecast.ts";
import { Fit } from "../../plots/base/fit.tsx";
import { ForecastPlot } from "../../plots/courses/forecast-plot.tsx";
import { formatCount } from "../../ui/format.ts";
import { RichText } from "../../ui/rich-text.tsx";
import { Term } from "../../ui/term.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { AnalysisEmpty, AnalysisHead, AnalysisOutOfReach } from "../kit/analysis-head.tsx";
import { useDocument, useLabels, useSession } from "../kit/stores.ts";
import { useAnalysis } from "../kit/use-analysis.ts";
import { usePalette } from "../kit/use-palette.ts";
import { HeldOutTable } from "./held-out-table.tsx";
import { IntervalsPart } from "./intervals-part.tsx";
import type { TrustOf } from "./trust-of.ts";
import "./trust.css";

/** How far the figures of a palette can be trusted: intervals, unseen answers, and what decoding would reach (method §8). */
export function TrustPanel() {
  const text = useText().analyses;
  const palette = usePalette();
  const values = useSession((s) => s.data?.values);
  const report = useSession((s) => s.answer?.report);
  const labels = useLabels();
  const document = useDocument((s) => s.document);
  const isQuantile = values?.map(({ id }) => document.values[id]?.unit === "quantile");
  const analysis = useAnalysis("trust", palette && { palette, isQuantile });
  const isReachable = report !== undefined && isReached(report.status);
  const { result, of } = analysis;
  return (
    <>
      <AnalysisHead lead={text.trust.lead} analysis={analysis} />
      {report && !isReachable ? (
        <AnalysisOutOfReach>{text.trust.outOfReach}</AnalysisOutOfReach>
      ) : result?.intervals && of && values ? (
        <Parts trust={result} palette={of.palette} values={values} labels={labels} />
      ) : (
        <AnalysisEmpty>{text.waiting}</AnalysisEmpty>
      )}
    </>
  );
}

const Parts = memo(function Parts({ trust, ...of }: TrustOf & { trust: AnalysisResult<"trust"> }) {
  const words = useText().analyses.trust;
  const { intervals, bootstrap, heldOut, forecast } = trust;
  return (
    <>
      <div className="trust-parts">
        {intervals && <IntervalsPart intervals={intervals} bootstrap={bootstrap} {...of} />}
        <section aria-label={words.heldOut}>
          <h3 className="analysis-subtitle">
            <Term term="heldOut">{words.heldOut}</Term>
          </h3>
          {heldOut && intervals ? (
            <HeldOutTable
              heldOut={heldOut}
              inSample={intervals.levels.map(({ estimate }) => estimate)}
              {...of}
            />
          ) : (
            <p className="analysis-note">{words.heldOutNone}</p>
          )}
        </section>
      </div>
      {forecast && intervals && <Forecast forecast={forecast} kl={intervals.kl.estimate} {...of} />}
    </>
  );
});

function Forecast({
  forecast,
  kl,
  palette,
  values,
  labels,
}: TrustOf & {
  forecast: NonNullable<AnalysisResult<"trust">["forecast"]>;
  kl: SolveReport["kl"];
}) {
  const text = useText();
  const words = text.analyses.trust;
  const forecasts = useMemo(
    () =>
      values.flatMap((value, i) => {
        if (palette.targets[i] === null) return [];
        return [
          {
            label: labels[i],
            unit: text.panels.meanReward,
            sd: value.sd,
            place: i,
            points: [
              { k: 1, level: value.mean, error: 0 },
              ...forecast.map(({ k, levels, se }) => ({ k, level: levels[i], error: se[i] })),
            ],
            target: palette.targets[i],
          },
        ];
      }),
    [forecast, palette, values, labels, text],
  );
  return (
    <section className="analysis-part" aria-label={words.forecast}>
      <h3 className="analysis-subtitle">{words.forecast}</h3>
      <p className="analysis-note">
        <RichText>
          {palette.mode === "per-prompt"
            ? words.forecastWithin
            : words.forecastLead(formatCount(fewestDraws(kl)))}
        </RichText>
      </p>
      <Fit className="analysis-fit">
        {(width) => <ForecastPlot width={width} values={forecasts} />}
      </Fit>
    </section>
  );
}
