import { Select } from "../../ui/select.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { useDocument, useLabels, useSession } from "../kit/stores.ts";

/** Which two values the picture shows; choosing the other one's value swaps them. */
export function PairSelect() {
  const words = useText().panels.region;
  const values = useSession((s) => s.data?.values);
  const pair = useDocument((s) => s.document.pair);
  const setPair = useDocument((s) => s.setPair);
  const labels = useLabels();
  if (!values || !pair) return null;
  const options = values.map(({ id }, i) => ({ value: id, label: labels[i] }));
  const choose = (place: 0 | 1, id: string) => {
    const other = pair[1 - place];
    const next = id === other ? pair[place] : other;
    setPair(place === 0 ? [id, next] : [next, id]);
  };
  return (
    <div className="pair-select">
      <Select
        label={words.across}
        value={pair[0]}
        options={options}
        onChange={(id) => choose(0, id)}
      />
      <span aria-hidden="true">×</span>
      <Select label={words.up} value={pair[1]} options={options} onChange={(id) => choose(1, id)} />
    </div>
  );
}
