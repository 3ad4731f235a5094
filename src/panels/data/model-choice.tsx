import { useId, useRef, useState } from "react";
import type { ModelPlace } from "../../engine/text-model-contract.ts";
import type { RewardProblem } from "../../rewards/reward-problem.ts";
import { useText } from "../../ui/text/use-text.ts";
import { useDataActions } from "./data-actions.ts";
import type { ScoringRequest } from "./scoring.ts";
import "./from-address.css";

type Chosen = ScoringRequest["textModel"];

/** A text-classification model of the user's: where it lies, and which of its labels are wanted. */
export function ModelChoice({
  chosen,
  onChange,
}: {
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
}) {
  const words = useText();
  const text = words.data.scoring;
  const { lookAtModel } = useDataActions();
  const [labels, setLabels] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<RewardProblem | null>(null);
  const [isLooking, setLooking] = useState(false);
  const newest = useRef<ModelPlace | null>(null);
  const look = async (place: ModelPlace) => {
    newest.current = place;
    setLooking(true);
    setProblem(null);
    const lookup = await lookAtModel(place);
    if (newest.current !== place) return;
    setLooking(false);
    setProblem(lookup?.ok === false ? lookup.problem : null);
    setLabels(lookup?.ok ? lookup.labels : []);
    // Of two labels one says it all: the second, which is the one that holds.
    onChange(
      lookup?.ok
        ? { place, labels: lookup.labels.slice(lookup.labels.length === 2 ? 1 : 0) }
        : null,
    );
  };
  return (
    <fieldset className="scorer-group">
      <legend>{text.model}</legend>
      <p className="muted">{text.modelNote}</p>
      {chosen ? (
        <LabelChoice
          all={labels}
          chosen={chosen.labels}
          onChange={(labels) => onChange({ ...chosen, labels })}
          onDrop={() => onChange(null)}
        />
      ) : (
        <PlaceForm onPlace={(place) => void look(place)} />
      )}
      {isLooking && <p role="status">{text.looking}</p>}
      {problem && (
        <p className="problem problem-error" role="alert">
          {words.rewards.problems[problem.code](problem)}
        </p>
      )}
    </fieldset>
  );
}

function PlaceForm({ onPlace }: { onPlace: (place: ModelPlace) => void }) {
  const text = useText().data.scoring;
  const [typed, setTyped] = useState("");
  const id = useId();
  return (
    <>
      <p>
        <label className="file-choice" htmlFor={`${id}-folder`}>
          {text.chooseFolder}
        </label>
        <input
          id={`${id}-folder`}
          className="visually-hidden"
          type="file"
          ref={(input) => input?.setAttribute("webkitdirectory", "")}
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = "";
            if (files.length > 0) onPlace({ kind: "folder", files });
          }}
        />
      </p>
      <form
        className="address-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onPlace({ kind: "address", address: typed });
        }}
      >
        <label className="visually-hidden" htmlFor={`${id}-address`}>
          {text.modelAddress}
        </label>
        <input
          id={`${id}-address`}
          className="text-field address-field"
          type="text"
          maxLength={2000}
          placeholder={text.modelExample}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" className="button" disabled={typed.trim() === ""}>
          {text.look}
        </button>
      </form>
    </>
  );
}

function LabelChoice({
  all,
  chosen,
  onChange,
  onDrop,
}: {
  all: readonly string[];
  chosen: readonly string[];
  onChange: (labels: readonly string[]) => void;
  onDrop: () => void;
}) {
  const text = useText().data.scoring;
  return (
    <>
      <p>{text.labels}</p>
      {all.map((label) => (
        <label key={label} className="label-choice">
          <input
            type="checkbox"
            checked={chosen.includes(label)}
            onChange={() => onChange(all.filter((one) => (one === label) !== chosen.includes(one)))}
          />
          {label}
        </label>
      ))}
      <p>
        <button type="button" className="text-button" onClick={onDrop}>
          {text.withoutModel}
        </button>
      </p>
    </>
  );
}
