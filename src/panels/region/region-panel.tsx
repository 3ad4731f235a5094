import { useCallback } from "react";
import type { ValueSummary } from "../../core/rows/samples.ts";
import { Fit } from "../../plots/base/fit.tsx";
import { RegionPlot } from "../../plots/region/region-plot.tsx";
import type { DragPhase } from "../../plots/region/use-target-drag.ts";
import { Choice } from "../../ui/choice.tsx";
import { Term } from "../../ui/term.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { Approximate } from "../kit/approximate.tsx";
import { useDocument, useLabels, useSession, useStores } from "../kit/stores.ts";
import { useGesture } from "../kit/use-gesture.ts";
import { PairSelect } from "./pair-select.tsx";
import { useFrontActions } from "./use-front-actions.ts";
import { useRegionFigure } from "./use-region-figure.ts";
import "./region-panel.css";

const NO_VALUES: readonly ValueSummary[] = [];

/** Height of the fold-out line below the drawing. */
const BELOW = 28;

/** What a chosen pair of values can reach, with the target to drag. */
export function RegionPanel() {
  const text = useText();
  const data = useSession((s) => s.data);
  const single = data !== null && data.values.length < 2;
  return (
    <section className="panel region-panel" aria-label={text.panels.region.title}>
      <div className="panel-head">
        <h2 className="panel-title">
          <Term term="reachable">{text.panels.region.title}</Term>
        </h2>
        {!single && (
          <div className="region-switches">
            <PairSelect />
            <Others />
          </div>
        )}
      </div>
      {single ? <p className="panel-empty">{text.panels.region.single}</p> : <Drawing />}
      {!single && <Approximate />}
    </section>
  );
}

function Others() {
  const words = useText().analyses.region;
  const { session } = useStores();
  const others = useSession((s) => s.others);
  const values = useSession((s) => s.data?.values.length ?? 0);
  if (values < 3) return null;
  return (
    <Choice
      label={words.others}
      value={others}
      options={[
        { value: "targets", label: words.targets },
        { value: "free", label: words.free },
      ]}
      onChange={(choice) => session.setState({ others: choice })}
    />
  );
}

function Drawing() {
  const values = useSession((s) => s.data?.values);
  const setTargets = useDocument((s) => s.setTargets);
  const gesture = useGesture(useDocument((s) => s.beginGesture));
  const labels = useLabels();
  const figure = useRegionFigure();
  const [x, y] = figure?.pair.map(({ id }) => id) ?? [];
  const drag = useCallback(
    (atX: number, atY: number, phase: DragPhase) => {
      if (phase === "start") gesture.begin();
      else if (phase !== "move") gesture[phase]();
      else if (x !== undefined && y !== undefined) setTargets({ [x]: atX, [y]: atY });
    },
    [x, y, setTargets, gesture],
  );
  const fronts = useFrontActions(figure?.picture ?? null, values ?? NO_VALUES, labels);
  if (!figure) return <div className="plot-box" aria-busy="true" />;
  const { pair: _, ...plotProps } = figure;
  return (
    <Fit className="plot-box">
      {(width, height) => (
        <RegionPlot
          width={width}
          height={Math.max(280, height - BELOW)}
          {...plotProps}
          onTargetDrag={drag}
          fronts={fronts}
        />
      )}
    </Fit>
  );
}
