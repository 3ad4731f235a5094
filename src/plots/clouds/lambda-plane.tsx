import { scaleLinear } from "d3";
import { useMemo } from "react";
import { useText } from "../../ui/text/use-text.ts";
import { Axes } from "../base/axes.tsx";
import { placeLabels } from "../base/place-labels.ts";
import { PlotSvg } from "../base/plot-svg.tsx";
import { svgNumber } from "../base/scale.ts";
import { AXIS_MARGIN, plotBox } from "../region/region-frame.ts";
import { spotsAround } from "../region/region-labels.ts";
import { Labels } from "../region/region-marks.tsx";
import { cloudPixels } from "./cloud-geometry.ts";
import { LambdaClouds } from "./lambda-clouds.tsx";
import { lambdaEnds } from "./lambda-geometry.ts";
import { type LambdaSpace, lambdaSummary } from "./lambda-text.tsx";

/** λ space of two values, from 0 to the greatest draw. */
export function LambdaPlane({
  width,
  height,
  space,
}: {
  width: number;
  height: number;
  space: LambdaSpace;
}) {
  const text = useText().figures;
  const { points, desirable, palette, labels, units } = space;
  const frame = useMemo(() => {
    const plot = plotBox(width, height, AXIS_MARGIN);
    const [x, y] = lambdaEnds(points, 2, palette);
    return {
      x: scaleLinear([0, x * 1.05], [plot.left, plot.right]),
      y: scaleLinear([0, y * 1.05], [plot.bottom, plot.top]),
      plot,
    };
  }, [width, height, points, palette]);
  const pixels = useMemo(() => cloudPixels(frame, points), [frame, points]);
  const mark = palette && ([frame.x(palette[0]), frame.y(palette[1])] as const);
  const markLabels = mark
    ? placeLabels(
        [{ key: "palette", text: text.lambda.palette, size: 11.5, spots: spotsAround(mark, 6) }],
        frame.plot,
        { boxes: [], lines: [] },
      )
    : [];
  return (
    <>
      <LambdaClouds width={width} height={height} points={pixels} desirable={desirable} />
      <PlotSvg width={width} height={height} summary={lambdaSummary(text, space)}>
        <Axes
          x={frame.x}
          y={frame.y}
          plot={frame.plot}
          titles={[text.lambda.axis(labels[0], units[0]), text.lambda.axis(labels[1], units[1])]}
        />
        {mark && (
          <circle className="mark-realised" cx={svgNumber(mark[0])} cy={svgNumber(mark[1])} r="5" />
        )}
        <Labels labels={markLabels} />
      </PlotSvg>
    </>
  );
}
