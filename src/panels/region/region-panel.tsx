import { useCallback, useMemo } from "react";
import type { ValueSummary } from "../../core/samples.ts";
import { Fit } from "../../plots/fit.tsx";
import type { Point, RegionAxis } from "../../plots/region-frame.ts";
import { RegionPlot } from "../../plots/region-plot.tsx";
import { verdictKind } from "../../state/verdict.ts";
import { Choice } from "../../ui/choice.tsx";
import { Term } from "../../ui/term.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { Approximate } from "../approximate.tsx";
import { MARKS } from "../marks.ts";
import { useDocument, useLabels, useSession, useStores } from "../stores.ts";
import { PairSelect } from "./pair-select.tsx";
import { useFrontActions } from "./use-front-actions.ts";
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
  const text = useText();
  const data = useSession((s) => s.data);
  const answer = useSession((s) => s.answer);
  const picture = useSession((s) => s.region);
  const settings = useDocument((s) => s.document.values);
  const setTargets = useDocument((s) => s.setTargets);
  const beginGesture = useDocument((s) => s.beginGesture);
  const endGesture = useDocument((s) => s.endGesture);
  const labels = useLabels();
  const [first, second] = picture?.pair ?? [0, 1];
  const pair = useMemo(
    () => data && ([data.values[first], data.values[second]] as const),
    [data, first, second],
  );
  const [x, y] = pair ?? [];
  const axes = useMemo(() => {
    const axis = (value: ValueSummary, label: string): RegionAxis => ({
      label,
      unit: text.panels.meanReward,
      min: value.min,
      max: value.max,
      sd: value.sd,
      lowerIsBetter: value.lowerIsBetter,
    });
    return x && y ? ([axis(x, labels[first]), axis(y, labels[second])] as const) : null;
  }, [x, y, labels, first, second, text]);
  const drag = useCallback(
    (atX: number, atY: number, phase: "start" | "move" | "end") => {
      if (phase === "start") beginGesture();
      else if (phase === "end") endGesture();
      else if (x && y) setTargets({ [x.id]: atX, [y.id]: atY });
    },
    [x, y, setTargets, beginGesture, endGesture],
  );
  const fronts = useFrontActions(picture, data?.values ?? NO_VALUES, labels);
  if (!answer || !picture || !axes || !x || !y)
    return <div className="plot-box" aria-busy="true" />;
  const levels = answer.shown.levels;
  const asked = (value: ValueSummary, level: number) => {
    const setting = settings[value.id];
    if (!setting || setting.participation === "out") return level;
    return setting.participation === "hold" ? value.mean : setting.target;
  };
  const target: Point = [asked(x, levels[first]), asked(y, levels[second])];
  return (
    <Fit className="plot-box">
      {(width, height) => (
        <RegionPlot
          width={width}
          height={Math.max(280, height - BELOW)}
          picture={picture}
          axes={axes}
          baseline={[x.mean, y.mean]}
          realised={[levels[first], levels[second]]}
          target={target}
          status={MARKS[verdictKind(answer)]}
          onTargetDrag={drag}
          fronts={fronts}
        />
      )}
    </Fit>
  );
}
