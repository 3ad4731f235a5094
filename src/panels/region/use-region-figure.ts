import { useMemo } from "react";
import type { RegionPicture } from "../../core/region/region-picture.ts";
import type { ValueSummary } from "../../core/rows/samples.ts";
import type { RegionAxis } from "../../plots/region/region-frame.ts";
import type { RegionPlotProps } from "../../plots/region/region-plot.tsx";
import { askedLevel } from "../../state/palette.ts";
import { verdictKind } from "../../state/verdict.ts";
import { useText } from "../../ui/text/use-text.ts";
import { MARKS } from "../kit/marks.ts";
import { useDocument, useLabels, useSession } from "../kit/stores.ts";

/** The region as it stands: what a plot of it draws, but for its size and what can be done with it. */
export interface RegionFigure
  extends Pick<
    RegionPlotProps,
    "picture" | "axes" | "baseline" | "realised" | "target" | "status"
  > {
  /** The values across and upwards. */
  readonly pair: readonly [ValueSummary, ValueSummary];
}

/** The newest region of the chosen pair with the marks of the palette; null while there is none. */
export function useRegionFigure(): RegionFigure | null {
  const unit = useText().panels.meanReward;
  const data = useSession((s) => s.data);
  const answer = useSession((s) => s.answer);
  const picture: RegionPicture | null = useSession((s) => s.region);
  const settings = useDocument((s) => s.document.values);
  const labels = useLabels();
  const [first, second] = picture?.pair ?? [0, 1];
  const [x, y] = data ? [data.values[first], data.values[second]] : [];
  const axes = useMemo(() => {
    const axis = (value: ValueSummary, label: string): RegionAxis => ({
      label,
      unit,
      min: value.min,
      max: value.max,
      sd: value.sd,
      lowerIsBetter: value.lowerIsBetter,
    });
    return x && y ? ([axis(x, labels[first]), axis(y, labels[second])] as const) : null;
  }, [x, y, labels, first, second, unit]);
  if (!answer || !picture || !axes || !x || !y) return null;
  const { levels } = answer.shown;
  const asked = (value: ValueSummary, level: number) =>
    askedLevel(settings[value.id], value) ?? level;
  return {
    pair: [x, y],
    picture,
    axes,
    baseline: [x.mean, y.mean],
    realised: [levels[first], levels[second]],
    target: [asked(x, levels[first]), asked(y, levels[second])],
    status: MARKS[verdictKind(answer)],
  };
}
