import { useMemo, useState } from "react";
import { isReached } from "../../core/solve/report.ts";
import { Fit } from "../../plots/base/fit.tsx";
import { LambdaSpacePlot } from "../../plots/clouds/lambda-space-plot.tsx";
import type { LambdaSpace } from "../../plots/clouds/lambda-text.tsx";
import { Choice } from "../../ui/choice.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { AnalysisEmpty, AnalysisHead } from "../kit/analysis-head.tsx";
import { useDocument, useLabels, useSession } from "../kit/stores.ts";
import { useAnalysis } from "../kit/use-analysis.ts";
import { useNothingAsked, usePair } from "./use-pair.ts";

const DRAWS = 2000;

/** Random linear mixes of two or three values by their weights λ, those that harm none of them set off (paper Fig. 2). */
export function LambdaView() {
  const text = useText().analyses;
  const words = text.mixes;
  const values = useSession((s) => s.data?.values);
  const report = useSession((s) => s.answer?.report);
  const order = useDocument((s) => s.document.order);
  const labels = useLabels();
  const pair = usePair();
  const nothing = useNothingAsked();
  const [count, setCount] = useState<"two" | "three" | "projected">("two");
  const among = useMemo(() => {
    if (!values || !pair) return null;
    const third = order
      .map((id) => values.findIndex((v) => v.id === id))
      .find((i) => i >= 0 && !pair.includes(i));
    return count !== "two" && third !== undefined ? [...pair, third] : [...pair];
  }, [values, pair, order, count]);
  const request = useMemo(
    () => (nothing && among ? { palette: nothing, among, draws: DRAWS } : null),
    [nothing, among],
  );
  const analysis = useAnalysis("cloud", request);
  const drawn = analysis.of?.among;
  const cloud = analysis.result;
  const space = useMemo((): LambdaSpace | null => {
    if (!cloud || !drawn) return null;
    const axes = count === "projected" ? drawn.slice(0, 2) : drawn;
    const points = new Float64Array((cloud.lambda.length / cloud.size) * axes.length);
    for (let d = 0; d * axes.length < points.length; d++)
      axes.forEach((i, k) => {
        points[d * axes.length + k] = cloud.lambda[d * cloud.size + i];
      });
    const isThere = report !== undefined && isReached(report.status);
    return {
      labels: axes.map((i) => labels[i]),
      units: axes.map(() => words.natsPer),
      points,
      desirable: cloud.desirable,
      palette: isThere ? axes.map((i) => report.lambda[i]) : null,
    };
  }, [cloud, drawn, count, report, labels, words]);
  if (values && !pair) return <AnalysisEmpty>{words.few}</AnalysisEmpty>;
  return (
    <>
      <AnalysisHead isDrawn lead={words.lambdaLead} analysis={analysis}>
        <Choice
          label={words.among}
          value={count}
          options={[
            { value: "two", label: words.two },
            { value: "three", label: words.three, disabled: (values?.length ?? 0) < 3 },
            { value: "projected", label: words.projected, disabled: (values?.length ?? 0) < 3 },
          ]}
          onChange={setCount}
        />
      </AnalysisHead>
      {space ? (
        <Fit className="mixes-fit">
          {(width) => <LambdaSpacePlot width={width} height={420} space={space} />}
        </Fit>
      ) : (
        <AnalysisEmpty>{text.waiting}</AnalysisEmpty>
      )}
    </>
  );
}
