import { useId, useState } from "react";
import type { RewardModel } from "../../rewards/reward-model.ts";
import type { RewardProblem } from "../../rewards/reward-problem.ts";
import { useText } from "../../ui/text/use-text.ts";
import { useDataActions } from "./data-actions.ts";

/** A file of classifiers of values, chosen and taken away; says which values it has, or why it is none. */
export function ClassifierChoice({
  model,
  onChange,
}: {
  model: RewardModel | null;
  onChange: (model: RewardModel | null) => void;
}) {
  const words = useText();
  const text = words.data.scoring;
  const { readClassifiers } = useDataActions();
  const [problems, setProblems] = useState<readonly RewardProblem[]>([]);
  const id = useId();
  const read = async (file: File) => {
    const reading = await readClassifiers(file);
    if (!reading) return;
    setProblems(reading.ok ? [] : reading.problems);
    onChange(reading.ok ? reading.model : null);
  };
  return (
    <fieldset className="scorer-group">
      <legend>{text.classifiers}</legend>
      <p className="muted">{text.classifiersNote}</p>
      {model && (
        <p>
          <strong>{model.classifiers.map((c) => c.value).join(", ")}</strong>{" "}
          <button type="button" className="text-button" onClick={() => onChange(null)}>
            {text.without}
          </button>
        </p>
      )}
      {!model && (
        <p>
          <label className="file-choice" htmlFor={id}>
            {text.chooseClassifiers}
          </label>
          <input
            id={id}
            className="visually-hidden"
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              event.currentTarget.value = "";
              if (file) void read(file);
            }}
          />
        </p>
      )}
      {problems.map((problem) => (
        <p key={problem.code} className="problem problem-error" role="alert">
          {words.rewards.problems[problem.code](problem)}
        </p>
      ))}
    </fieldset>
  );
}
