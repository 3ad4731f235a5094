import { useState } from "react";
import { SAMPLE_NAMES, type SampleName } from "../../share/document/sample-names.ts";
import { formatCount } from "../../ui/format.ts";
import { Select } from "../../ui/select.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { useDocument } from "../kit/stores.ts";
import { useDataActions } from "./data-actions.ts";

/** In answers; the first is the size of the public samples. */
const SAMPLE_SIZES: readonly number[] = [2312, 10_000, 100_000, 1_000_000];

/** The calibrated samples, each in the size one likes. */
export function SampleChoice() {
  const text = useText().data.samples;
  return (
    <section className="data-section" aria-labelledby="calibrated-samples">
      <h3 id="calibrated-samples">{text.title}</h3>
      <p className="muted">{text.lead}</p>
      <ul className="samples">
        {SAMPLE_NAMES.map((name) => (
          <Sample key={name} name={name} />
        ))}
      </ul>
    </section>
  );
}

function Sample({ name }: { name: SampleName }) {
  const text = useText();
  const words = text.data.samples;
  const { loadSample } = useDataActions();
  const source = useDocument((s) => s.document.source);
  const current = source.kind === "sample" && source.name === name;
  const [rows, setRows] = useState(current ? source.rows : SAMPLE_SIZES[0]);
  const label = text.app.data.sampleNames[name];
  const sizes = SAMPLE_SIZES.includes(rows) ? SAMPLE_SIZES : [rows, ...SAMPLE_SIZES];
  return (
    <li className="sample">
      <span className="sample-name">
        {label}
        {current && <span className="muted"> · {words.current}</span>}
      </span>
      <Select
        label={words.size(label)}
        value={String(rows)}
        options={sizes.map((size) => ({
          value: String(size),
          label: words.answers(formatCount(size)),
        }))}
        onChange={(size) => setRows(Number(size))}
      />
      <button
        type="button"
        className="button"
        aria-label={words.useNamed(label)}
        onClick={() => loadSample(name, rows)}
      >
        {words.use}
      </button>
    </li>
  );
}
