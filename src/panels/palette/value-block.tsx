import { memo } from "react";
import type { LiveAnswer } from "../../core/answer.ts";
import type { ValueSummary } from "../../core/rows/samples.ts";
import { type TargetUnit, unitsOf } from "../../core/rows/units.ts";
import { valueColor } from "../../plots/base/value-color.ts";
import { binsOf } from "../../plots/distributions/density.ts";
import { TrackChart } from "../../plots/distributions/track-chart.tsx";
import type { ValueSetting } from "../../share/document/document.ts";
import type { Gesture } from "../../state/document-store.ts";
import { type VerdictKind, verdictKind } from "../../state/verdict.ts";
import { Select } from "../../ui/select.tsx";
import type { Catalogue } from "../../ui/text/en.ts";
import { useText } from "../../ui/text/use-text.ts";
import { useGesture } from "../kit/use-gesture.ts";
import { MoveGrip } from "./move-grip.tsx";
import { ParticipationSelect } from "./participation-select.tsx";
import { priceLine } from "./price-line.ts";
import { TargetField, TargetNote, useTyped } from "./target-field.tsx";
import { stepTarget, type TypedTarget, writeTarget } from "./target-text.ts";
import { ValueSlider } from "./value-slider.tsx";
import "./value-block.css";

/** What a block tells its owner; `begin` opens one movement, which is one step of undo. */
export interface ValueEdits {
  readonly setTarget: (id: string, raw: number) => void;
  readonly setParticipation: (id: string, participation: ValueSetting["participation"]) => void;
  readonly setUnit: (id: string, unit: TargetUnit) => void;
  readonly move: (id: string, to: number) => void;
  readonly begin: () => Gesture;
}

/** One value of the rail: how it takes part, its price, its target as a number and as a slider that is a small chart. */
export const ValueBlock = memo(function ValueBlock({
  index,
  place,
  count,
  label,
  value,
  setting,
  answer,
  edits,
}: {
  /** Place in the samples; gives the colour and the columns of the answer. */
  index: number;
  /** Place in the order of priority, from 0, of how many. */
  place: number;
  count: number;
  label: string;
  value: ValueSummary;
  setting: ValueSetting;
  /** Null until the first answer. */
  answer: LiveAnswer | null;
  edits: ValueEdits;
}) {
  const text = useText();
  const { unit } = setting;
  const target = setting.participation === "hold" ? value.mean : setting.target;
  const move = (raw: number) => edits.setTarget(value.id, raw);
  const step = (steps: number) => move(stepTarget(value, unit, target, steps));
  const typing = useTyped(move, (typedUnit) => edits.setUnit(value.id, typedUnit));
  const onTyped = (typed: TypedTarget) => typing.take(unit, typed);
  const shared = { index, label, value, setting, target, answer, edits, move, step };
  return (
    <li className={`value-block value-${setting.participation}`}>
      <MoveGrip
        label={label}
        place={place}
        count={count}
        onMove={(to) => edits.move(value.id, to)}
        onBegin={edits.begin}
      />
      <ValueHead {...shared} onTyped={onTyped} text={text} />
      <TargetNote target={target} doubted={typing.doubted} onMove={move} />
      <ValueTrack {...shared} text={text} />
    </li>
  );
});

interface ValuePart {
  readonly index: number;
  readonly label: string;
  readonly value: ValueSummary;
  readonly setting: ValueSetting;
  /** In raw units; the baseline of a value that is held. */
  readonly target: number;
  readonly answer: LiveAnswer | null;
  readonly edits: ValueEdits;
  readonly move: (raw: number) => void;
  readonly step: (steps: number) => void;
}

/** Participation, name, and the target as a number in its unit. */
function ValueHead(props: ValuePart & { onTyped: (typed: TypedTarget) => void; text: Catalogue }) {
  const { index, label, value, setting, target, edits, text } = props;
  const words = text.palette;
  const { participation, unit } = setting;
  const isConstant = value.sd === 0;
  return (
    <div className="value-head">
      <ParticipationSelect
        name={label}
        participation={participation}
        color={valueColor(index)}
        disabled={isConstant}
        onChange={(choice) => edits.setParticipation(value.id, choice)}
      />
      <span className="value-name" title={label}>
        {label}
      </span>
      <TargetField
        label={label}
        value={value}
        unit={unit}
        target={target}
        isOut={participation === "out"}
        onTyped={props.onTyped}
        onStep={props.step}
      />
      <Select
        className="value-unit"
        label={words.unit.label(label)}
        value={unit}
        shown={words.unit.short[unit]}
        options={unitsOf(value).map((u) => ({ value: u, label: words.unit[u] }))}
        onChange={(choice) => edits.setUnit(value.id, choice)}
      />
    </div>
  );
}

/** The target as a slider over the distribution before and after, with its price below. */
function ValueTrack(props: ValuePart & { text: Catalogue }) {
  const { index, label, value, setting, target, answer, edits, text } = props;
  const words = text.palette;
  const gesture = useGesture(edits.begin);
  const { participation } = setting;
  const bins = answer?.histograms.bins ?? 0;
  return (
    <TrackChart
      label={label}
      note={answer ? priceLine(answer, index, value, participation, text) : ""}
      ends={[value.min, value.max].map((end) => writeTarget(value, setting.unit, end))}
      min={value.min}
      max={value.max}
      sd={value.sd}
      lowerIsBetter={value.lowerIsBetter}
      place={index}
      before={answer ? binsOf(answer.histograms.before, bins, index) : NO_BINS}
      after={answer ? binsOf(answer.histograms.after, bins, index) : NO_BINS}
      baseline={value.mean}
      realised={answer?.shown.levels[index] ?? value.mean}
      reachable={answer ? answer.reachableMaximum[index] : value.max}
    >
      <ValueSlider
        label={words.slider(label)}
        valueText={targetText({ ...props, words })}
        min={value.min}
        max={value.max}
        value={target}
        participation={participation}
        color={valueColor(index)}
        gesture={gesture}
        onMove={props.move}
        onStep={props.step}
      />
    </TrackChart>
  );
}

/** What a screen reader says of the slider: the target in its unit, and the verdict on the palette. */
function targetText(part: ValuePart & { words: Catalogue["palette"] }): string {
  const { value, setting, target, answer, words } = part;
  const { participation, unit } = setting;
  if (participation === "out") return words.participation.out;
  const state: VerdictKind | "waiting" = answer ? verdictKind(answer) : "waiting";
  const written = writeTarget(value, unit, target);
  return words.valueText(
    participation === "hold" ? words.heldText(written) : written,
    words.unit[unit],
    words.verdicts[state],
  );
}

/** A flat line until the first answer. */
const NO_BINS = new Float64Array(2);
