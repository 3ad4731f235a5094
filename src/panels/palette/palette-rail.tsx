import { type ReactNode, useMemo } from "react";
import { UNIT_NAMES, unitsOf } from "../../core/rows/units.ts";
import { defaultDocument } from "../../state/palette.ts";
import { Select } from "../../ui/select.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { useDocument, useLabels, useSession, useStores } from "../kit/stores.ts";
import { UndoRedo } from "../kit/undo-redo.tsx";
import { PresetMenu } from "./preset-menu.tsx";
import { ValueBlock, type ValueEdits } from "./value-block.tsx";
import "./palette-rail.css";

/**
 * The rail: presets, undo and redo, what moves them all (`children`), one block per value in the user's order, and what stands
 * behind the last (`foot`), which scrolls with them.
 */
export function PaletteRail({ children, foot }: { children?: ReactNode; foot?: ReactNode }) {
  const text = useText();
  return (
    <section className="palette-rail" aria-label={text.palette.heading}>
      <div className="rail-head">
        <h2 className="rail-title">{text.palette.heading}</h2>
        <PresetMenu />
        <History />
      </div>
      {children}
      <div className="rail-scroll">
        <CommonUnit />
        <ValueList />
        {foot}
      </div>
    </section>
  );
}

function History() {
  const words = useText().palette;
  const { document, session } = useStores();
  const reset = () => {
    const { data } = session.getState();
    const { document: now, replaceDocument } = document.getState();
    if (data)
      replaceDocument({ ...now, ...defaultDocument(now.source, data.values), pair: now.pair });
  };
  return (
    <div className="history">
      <UndoRedo />
      <button type="button" className="reset" title={words.resetHint} onClick={reset}>
        {words.reset}
      </button>
    </div>
  );
}

/** One unit for every value at once; "mixed" while they differ. */
function CommonUnit() {
  const words = useText().palette.unit;
  const { document } = useStores();
  const values = useSession((s) => s.data?.values);
  const settings = useDocument((s) => s.document.values);
  if (!values || values.length < 2) return null;
  const units = new Set(values.flatMap(({ id }) => settings[id]?.unit ?? []));
  const [first] = units;
  const offered = UNIT_NAMES.filter((unit) =>
    values.every((value) => unitsOf(value).includes(unit)),
  );
  const mixed = { value: "mixed" as const, label: words.mixed, disabled: true };
  return (
    <p className="common-unit">
      <span aria-hidden="true">{words.all}</span>
      <Select
        label={words.allLabel}
        value={units.size === 1 ? first : "mixed"}
        options={[
          ...(units.size === 1 ? [] : [mixed]),
          ...offered.map((unit) => ({ value: unit, label: words[unit] })),
        ]}
        onChange={(unit) => unit !== "mixed" && document.getState().setUnits(unit)}
      />
    </p>
  );
}

function ValueList() {
  const { document } = useStores();
  const data = useSession((s) => s.data);
  const answer = useSession((s) => s.answer);
  const order = useDocument((s) => s.document.order);
  const settings = useDocument((s) => s.document.values);
  const labels = useLabels();
  const edits: ValueEdits = useMemo(() => {
    const { setTarget, setParticipation, setUnit, moveValue, beginGesture } = document.getState();
    return {
      setTarget,
      setParticipation,
      setUnit,
      move: moveValue,
      begin: beginGesture,
    };
  }, [document]);
  if (!data) return <div className="values values-empty" aria-busy="true" />;
  return (
    <ul className="values">
      {order.map((id, place) => {
        const index = data.values.findIndex((value) => value.id === id);
        const setting = settings[id];
        if (index < 0 || !setting) return null;
        return (
          <ValueBlock
            key={id}
            index={index}
            place={place}
            count={order.length}
            label={labels[index]}
            value={data.values[index]}
            setting={setting}
            answer={answer}
            edits={edits}
          />
        );
      })}
    </ul>
  );
}
