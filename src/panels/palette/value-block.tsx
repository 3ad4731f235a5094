import { memo } from "react";
import type { LiveAnswer } from "../../core/answer.ts";
import type { ValueSummary } from "../../core/rows/samples.ts";
import { type TargetUnit, unitsOf } from "../../core/rows/units.ts";
import { valueColor } from "../../plots/base/value-color.ts";
import { binsOf } from "../../plots/distributions/density.ts";
import { TrackChart } from "../../plots/distributions/track-chart.tsx";
import type { ValueSetting } from "../../share/document/document.ts";
import { type VerdictKind, verdictKind } from "../../state/verdict.ts";
import { NumberField } from "../../ui/number-field.tsx";
import { Select } from "../../ui/select.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { MoveGrip } from "./move-grip.tsx";
import { ParticipationSelect } from "./participation-select.tsx";
import { priceLine } from "./price-line.ts";
import { readTarget, stepTarget, writeTarget } from "./target-text.ts";
import { ValueSlider } from "./value-slider.tsx";
import "./value-block.css";

/** What a block tells its owner; `phase` brackets one movement, which is one step of undo. */
export interface ValueEdits {
  readonly setTarget: (id: string, raw: number) => void;
  readonly setParticipation: (id: string, participation: ValueSetting["participation"]) => void;
  readonly setUnit: (id: string, unit: TargetUnit) => void;
  readonly move: (id: string, to: number) => void;
  readonly phase: (phase: "start" | "end") => void;
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
  const words = text.palette;
  const { participation, unit } = setting;
  const constant = value.sd === 0;
  const color = valueColor(index);
  const target = participation === "hold" ? value.mean : setting.target;
  const state: VerdictKind | "waiting" = answer ? verdictKind(answer) : "waiting";
  const shown = writeTarget(value, unit, target);
  const move = (raw: number) => edits.setTarget(value.id, raw);
  const step = (steps: number) => move(stepTarget(value, unit, target, steps));
  const spoken =
    participation === "out"
      ? words.participation.out
      : participation === "hold"
        ? words.valueText(words.heldText(shown), words.unit[unit], words.verdicts[state])
        : words.valueText(shown, words.unit[unit], words.verdicts[state]);
  const price = answer ? priceLine(answer, index, value, participation, text) : undefined;
  const bins = answer?.histograms.bins ?? 0;
  return (
    <li className={`value-block value-${participation}`}>
      <MoveGrip
        label={label}
        place={place}
        count={count}
        onMove={(to) => edits.move(value.id, to)}
        onPhase={edits.phase}
      />
      <div className="value-head">
        <ParticipationSelect
          name={label}
          participation={participation}
          color={color}
          disabled={constant}
          onChange={(choice) => edits.setParticipation(value.id, choice)}
        />
        <span className="value-name" title={label}>
          {label}
        </span>
        <span className="value-price" title={price}>
          {price}
        </span>
        <NumberField
          label={words.field(label, words.unit[unit])}
          shown={participation === "out" ? "–" : shown}
          invalid={words.bad[unit]}
          parse={(typed) => readTarget(value, unit, typed)}
          onCommit={move}
          onStep={step}
          disabled={constant}
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
      <TrackChart
        label={label}
        unit=""
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
          valueText={spoken}
          min={value.min}
          max={value.max}
          value={target}
          participation={participation}
          color={color}
          onStart={() => edits.phase("start")}
          onMove={move}
          onEnd={() => edits.phase("end")}
          onStep={step}
        />
      </TrackChart>
    </li>
  );
});

/** A flat line until the first answer. */
const NO_BINS = new Float64Array(2);
