import { memo, useMemo, useState } from "react";
import type { ValueSummary } from "../../core/rows/samples.ts";
import { quantileOfTarget } from "../../core/rows/units.ts";
import { Fit } from "../../plots/base/fit.tsx";
import type { CloudAxis, CloudMarks } from "../../plots/clouds/cloud-geometry.ts";
import { CloudPlot } from "../../plots/clouds/cloud-plot.tsx";
import { Choice } from "../../ui/choice.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { AnalysisEmpty, AnalysisHead } from "../kit/analysis-head.tsx";
import { useLabels, useSession } from "../kit/stores.ts";
import { useAnalysis } from "../kit/use-analysis.ts";
import { useNothingAsked, usePair } from "./use-pair.ts";

const DRAWS = 1500;

/** Random linear mixes by the levels they reach (paper Fig. 1). */
export function CloudView() {
  const text = useText();
  const words = text.analyses.mixes;
  const values = useSession((s) => s.data?.values);
  const levels = useSession((s) => s.answer?.shown.levels);
  const region = useSession((s) => s.region);
  const labels = useLabels();
  const pair = usePair();
  const nothing = useNothingAsked();
  const [unit, setUnit] = useState<"raw" | "quantiles">("raw");
  const request = useMemo(
    () =>
      nothing && values ? { palette: nothing, among: values.map((_, i) => i), draws: DRAWS } : null,
    [nothing, values],
  );
  const analysis = useAnalysis("cloud", request);
  const cloud = analysis.result;
  const isQuantile = unit === "quantiles";
  const axes = useMemo(() => {
    if (!values || !pair) return null;
    const axis = (i: number): CloudAxis => ({
      label: labels[i],
      unit: isQuantile ? text.figures.cloud.quantile : text.panels.meanReward,
      sd: isQuantile ? 0.2 : values[i].sd,
      percent: isQuantile,
      lowerIsBetter: values[i].lowerIsBetter && !isQuantile,
    });
    return [axis(pair[0]), axis(pair[1])] as const;
  }, [values, pair, labels, isQuantile, text]);
  const points = useMemo(() => {
    if (!cloud || !pair || !values) return null;
    const out = new Float64Array((2 * cloud.levels.length) / cloud.size);
    for (let d = 0; d < out.length / 2; d++)
      for (const k of [0, 1] as const)
        out[2 * d + k] = inUnit(
          values[pair[k]],
          cloud.levels[d * cloud.size + pair[k]],
          isQuantile,
        );
    return out;
  }, [cloud, pair, values, isQuantile]);
  const marks = useMemo((): CloudMarks | null => {
    if (!values || !pair || !levels) return null;
    const at = (x: number, y: number) =>
      [inUnit(values[pair[0]], x, isQuantile), inUnit(values[pair[1]], y, isQuantile)] as const;
    const isSame = region?.pair[0] === pair[0] && region.pair[1] === pair[1];
    return {
      baseline: at(values[pair[0]].mean, values[pair[1]].mean),
      palette: at(levels[pair[0]], levels[pair[1]]),
      alone: isSame ? region.alone.map((p) => p && at(p[0], p[1])) : [],
    };
  }, [values, pair, levels, region, isQuantile]);
  if (values && !pair) return <AnalysisEmpty>{words.few}</AnalysisEmpty>;
  return (
    <>
      <AnalysisHead isDrawn lead={words.cloudLead} analysis={analysis}>
        <Choice
          label={words.axes}
          value={unit}
          options={[
            { value: "raw", label: words.raw },
            { value: "quantiles", label: words.quantiles },
          ]}
          onChange={setUnit}
        />
      </AnalysisHead>
      {axes && points && marks ? (
        <Drawing axes={axes} points={points} marks={marks} />
      ) : (
        <AnalysisEmpty>{text.analyses.waiting}</AnalysisEmpty>
      )}
    </>
  );
}

function inUnit(value: ValueSummary, level: number, isQuantile: boolean): number {
  return isQuantile ? quantileOfTarget(value, level) / 100 : level;
}

const Drawing = memo(function Drawing({
  axes,
  points,
  marks,
}: {
  axes: readonly [CloudAxis, CloudAxis];
  points: Float64Array;
  marks: CloudMarks;
}) {
  return (
    <Fit className="mixes-fit">
      {(width) => (
        <CloudPlot width={width} height={420} axes={axes} points={points} marks={marks} />
      )}
    </Fit>
  );
});
