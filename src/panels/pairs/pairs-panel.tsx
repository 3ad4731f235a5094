import { memo, useCallback, useMemo } from "react";
import type { RegionPicture } from "../../core/region/region-picture.ts";
import { Fit } from "../../plots/base/fit.tsx";
import { PairMatrix } from "../../plots/region/pair-matrix.tsx";
import type { RegionAxis } from "../../plots/region/region-frame.ts";
import { useText } from "../../ui/text/use-text.ts";
import { AnalysisEmpty, AnalysisHead } from "../kit/analysis-head.tsx";
import { useDocument, useLabels, useSession } from "../kit/stores.ts";
import { usePalette } from "../kit/use-palette.ts";
import { usePairs } from "./use-pairs.ts";

/** All pairs of values as small multiples; choosing one shows it large above. */
export function PairsPanel() {
  const text = useText();
  const palette = usePalette();
  const values = useSession((s) => s.data?.values);
  const shown = useSession((s) => s.answer?.shown.levels);
  const setPair = useDocument((s) => s.setPair);
  const labels = useLabels();
  const pairs = useMemo(
    () =>
      (values ?? []).flatMap((_, y) =>
        Array.from({ length: y }, (_, x): readonly [number, number] => [x, y]),
      ),
    [values],
  );
  const known = usePairs(palette, pairs);
  const axes = useMemo(
    () =>
      (values ?? []).map(
        (value, i): RegionAxis => ({
          label: labels[i],
          unit: text.panels.meanReward,
          min: value.min,
          max: value.max,
          sd: value.sd,
          lowerIsBetter: value.lowerIsBetter,
        }),
      ),
    [values, labels, text],
  );
  const choose = useCallback(
    ([x, y]: readonly [number, number]) => {
      if (!values) return;
      setPair([values[x].id, values[y].id]);
      document.querySelector(".region-panel")?.scrollIntoView({ block: "nearest" });
    },
    [values, setPair],
  );
  if (!values || !palette || !shown) return <AnalysisEmpty>{text.analyses.waiting}</AnalysisEmpty>;
  return (
    <>
      <AnalysisHead isDrawn lead={text.analyses.pairs.lead} analysis={known} />
      <Matrix
        axes={axes}
        pictures={known.pictures}
        baseline={values.map((v) => v.mean)}
        realised={shown}
        target={palette.targets.map((target, i) => target ?? shown[i])}
        onChoose={choose}
      />
    </>
  );
}

const Matrix = memo(function Matrix(props: {
  axes: readonly RegionAxis[];
  pictures: readonly RegionPicture[];
  baseline: readonly number[];
  realised: readonly number[];
  target: readonly number[];
  onChoose: (pair: readonly [number, number]) => void;
}) {
  return <Fit className="analysis-fit">{(width) => <PairMatrix width={width} {...props} />}</Fit>;
});
