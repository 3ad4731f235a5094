import { memo, useMemo, useState } from "react";
import type { AnalysisResult } from "../../core/analyses/analyses.ts";
import type { ValueSummary } from "../../core/rows/samples.ts";
import { Fit } from "../../plots/base/fit.tsx";
import { RoundsPlot } from "../../plots/courses/rounds-plot.tsx";
import { Choice } from "../../ui/choice.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { AnalysisEmpty, AnalysisHead, AnalysisOutOfReach } from "../kit/analysis-head.tsx";
import { useDocument, useLabels, useSession } from "../kit/stores.ts";
import { useAnalysis } from "../kit/use-analysis.ts";
import { usePalette } from "../kit/use-palette.ts";

type Shown = "levels" | "prices";

/** One value at a time, round by round, beside all at once. */
export function SequentialPanel() {
  const text = useText().analyses;
  const palette = usePalette();
  const values = useSession((s) => s.data?.values);
  const status = useSession((s) => s.answer?.report.status);
  const order = useDocument((s) => s.document.order);
  const labels = useLabels();
  const [shown, setShown] = useState<Shown>("levels");
  const places = useMemo(
    () => order.map((id) => values?.findIndex((v) => v.id === id) ?? -1).filter((i) => i >= 0),
    [order, values],
  );
  const analysis = useAnalysis("sequential", palette && { palette, order: places });
  const asked = analysis.of?.palette.targets;
  const isOut = status === "infeasible" || status === "iteration-limit" || status === "boundary";
  return (
    <>
      <AnalysisHead isDrawn lead={text.sequential.lead} analysis={analysis}>
        <Choice
          label={text.sequential.show}
          value={shown}
          options={[
            { value: "levels", label: text.sequential.levels },
            { value: "prices", label: text.sequential.prices },
          ]}
          onChange={setShown}
        />
      </AnalysisHead>
      {isOut ? (
        <AnalysisOutOfReach>{text.sequential.outOfReach}</AnalysisOutOfReach>
      ) : analysis.result && asked && values ? (
        <Course
          course={analysis.result}
          asked={asked}
          values={values}
          labels={labels}
          shown={shown}
        />
      ) : (
        <AnalysisEmpty>{text.waiting}</AnalysisEmpty>
      )}
    </>
  );
}

const Course = memo(function Course({
  course,
  asked,
  values,
  labels,
  shown,
}: {
  course: NonNullable<AnalysisResult<"sequential">>;
  asked: readonly (number | null)[];
  values: readonly ValueSummary[];
  labels: readonly string[];
  shown: Shown;
}) {
  const text = useText();
  const { rounds, together } = course;
  const drawn = values.flatMap((value, i) => {
    if (asked[i] === null) return [];
    const isLevel = shown === "levels";
    const mostPrice = Math.max(together.lambda[i], ...rounds.map((r) => r.lambda[i]));
    return [
      {
        label: labels[i],
        unit: isLevel ? text.panels.meanReward : text.analyses.lambdaUnit,
        // A fifth of a λ gives it three digits that count.
        sd: isLevel ? value.sd : mostPrice > 0 ? mostPrice / 5 : 1 / value.sd,
        place: i,
        course: isLevel
          ? [value.mean, ...rounds.map((r) => r.levels[i])]
          : [0, ...rounds.map((r) => r.lambda[i])],
        simultaneous: isLevel ? together.levels[i] : together.lambda[i],
      },
    ];
  });
  return (
    <Fit className="analysis-fit">{(width) => <RoundsPlot width={width} values={drawn} />}</Fit>
  );
});
