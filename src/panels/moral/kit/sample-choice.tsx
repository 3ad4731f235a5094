import { Choice } from "../../../ui/choice.tsx";
import { useText } from "../../../ui/text/use-text.ts";
import { useDocument } from "../../kit/stores.ts";

/** Whose answers are meant: those of the questions here, rated by the reward models, or those loaded in the application. */
export type SampleKind = "rated" | "loaded";

/** Chooses between the rated answers and the loaded ones. */
export function SampleChoice({
  label,
  value,
  onChange,
}: {
  label: string;
  value: SampleKind;
  onChange: (value: SampleKind) => void;
}) {
  const text = useText();
  const source = useDocument((s) => s.document.source);
  const name = source.kind === "sample" ? text.app.data.sampleNames[source.name] : source.name;
  return (
    <span className="moral-switch">
      <span className="muted">{label}</span>
      <Choice<SampleKind>
        label={label}
        value={value}
        options={[
          { value: "rated", label: text.moralParts.agents.rated },
          { value: "loaded", label: text.moralParts.agents.loaded(name) },
        ]}
        onChange={onChange}
      />
    </span>
  );
}
