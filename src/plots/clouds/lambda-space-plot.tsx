import { useText } from "../../ui/text/use-text.ts";
import { NumbersTable } from "../figure/numbers-table.tsx";
import { LambdaPlane } from "./lambda-plane.tsx";
import { LambdaKey, type LambdaSpace, lambdaTable } from "./lambda-text.tsx";
import { LambdaVolume } from "./lambda-volume.tsx";
import "../base/plots.css";
import "../base/charts.css";
import "./clouds.css";

/**
 * Random mixes in λ coordinates (paper Fig. 2), those that leave no value below its baseline set off, and the palette's own
 * λ: a plane for two values, a cube that can be turned for three.
 */
export function LambdaSpacePlot({
  width,
  height,
  space,
}: {
  width: number;
  height: number;
  space: LambdaSpace;
}) {
  const text = useText().figures;
  if (space.points.length === 0) return <p className="figure-empty">{text.lambda.empty}</p>;
  const Drawing = space.labels.length > 2 ? LambdaVolume : LambdaPlane;
  return (
    <figure className="plot cloud" aria-label={text.lambda.title(space.labels.join(", "))}>
      <Drawing width={width} height={height} space={space} />
      <LambdaKey desirable={space.desirable} />
      <NumbersTable data={() => lambdaTable(text, space)} />
    </figure>
  );
}
