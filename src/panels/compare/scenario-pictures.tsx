import { memo } from "react";
import type { ValueSummary } from "../../core/rows/samples.ts";
import { quantileOfTarget } from "../../core/rows/units.ts";
import { Fit } from "../../plots/base/fit.tsx";
import { ParallelPlot } from "../../plots/scenarios/parallel-plot.tsx";
import { RadarPlot } from "../../plots/scenarios/radar-plot.tsx";
import { useText } from "../../ui/text/use-text.ts";
import type { ComparedScenario } from "./compare-model.ts";
import "./compare.css";

/** Every scenario around a circle and across parallel axes. */
export const ScenarioPictures = memo(function ScenarioPictures({
  scenarios,
  values,
  labels,
  reference,
}: {
  scenarios: readonly ComparedScenario[];
  values: readonly ValueSummary[];
  labels: readonly string[];
  reference: string | null;
}) {
  const unit = useText().panels.meanReward;
  const named = scenarios.map(({ id, name, compared }) => ({
    id: id ?? "",
    label: name,
    levels: compared.shown.levels,
    quantiles: values.map((v, i) => quantileOfTarget(v, compared.shown.levels[i]) / 100),
  }));
  const axes = values.map((value, i) => ({
    label: labels[i],
    unit,
    sd: value.sd,
    lowerIsBetter: value.lowerIsBetter,
  }));
  return (
    <div className="compare-pictures">
      <Fit className="compare-picture">
        {(width) => (
          <RadarPlot
            width={width}
            height={320}
            values={labels}
            scenarios={named}
            emphasised={reference ?? ""}
          />
        )}
      </Fit>
      <Fit className="compare-picture">
        {(width) => (
          <ParallelPlot
            width={width}
            height={300}
            axes={axes}
            scenarios={named}
            emphasised={reference ?? ""}
          />
        )}
      </Fit>
    </div>
  );
});
