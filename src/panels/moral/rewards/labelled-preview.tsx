import type { LabelMeaning } from "../../../rewards/labelled/read-labelled.ts";
import { formatCount } from "../../../ui/format.ts";
import { ScrollBox } from "../../../ui/scroll-box.tsx";
import { Select } from "../../../ui/select.tsx";
import { useText } from "../../../ui/text/use-text.ts";
import { useDesk, useMoral } from "../kit/moral-desk.ts";
import { useValueNames } from "../kit/use-profile.ts";

/** Labelled texts that were read and wait to be trained on; nothing where there are none. */
export function LabelledPreview() {
  const text = useText().moralParts.rewards;
  const { layouts } = useText().rewards;
  const { train } = useDesk();
  const labelled = useMoral((s) => s.labelled);
  // The demonstration makes way for what somebody brings.
  const isTraining = useMoral((s) => s.training?.source === "files");
  const nameOf = useValueNames();
  if (!labelled) return null;
  return (
    <div className="labelled">
      <p>
        <strong>{text.found(labelled.name)}</strong> {layouts[labelled.layout]}
      </p>
      <ul>
        {labelled.values.map(({ value, follows, violates }) => (
          <li key={value}>
            {text.foundValue(nameOf(value), formatCount(follows), formatCount(violates))}
          </li>
        ))}
      </ul>
      {labelled.labels.length > 0 && <Meanings labels={labelled.labels} />}
      {labelled.skipped > 0 && (
        <p className="muted">{text.skipped(formatCount(labelled.skipped))}</p>
      )}
      <button
        type="button"
        className="button button-main"
        disabled={isTraining || labelled.values.length === 0}
        onClick={() => train("files")}
      >
        {text.train}
      </button>
    </div>
  );
}

const MEANINGS = ["follows", "violates", "out"] as const;
type Meaning = (typeof MEANINGS)[number];
const JUDGED = { follows: 1, violates: 0, out: null } as const;
/** Characters of a text that are shown. */
const SHOWN = 60;

function meaningOf({ judged }: Pick<LabelMeaning, "judged">): Meaning {
  return judged === null ? "out" : judged === 1 ? "follows" : "violates";
}

/** What each label is taken for, with texts that have it; any of it can be changed, and all turned round. */
function Meanings({ labels }: { labels: readonly LabelMeaning[] }) {
  const text = useText().moralParts.rewards;
  const { relabel } = useDesk();
  const meanings = new Map(labels.map(({ label, judged }) => [label, judged]));
  const turn = () =>
    relabel(
      new Map(labels.map(({ label, judged: j }) => [label, j === null ? null : j === 1 ? 0 : 1])),
    );
  return (
    <div className="meanings">
      <p>{text.meaningsLead}</p>
      <ScrollBox className="analysis-scroll" label={text.meanings}>
        <table className="analysis-table">
          <caption className="visually-hidden">{text.meanings}</caption>
          <thead>
            <tr>
              <th scope="col">{text.label}</th>
              <th scope="col">{text.countsAs}</th>
              <th scope="col" className="number">
                {text.rows}
              </th>
              <th scope="col">{text.examples}</th>
            </tr>
          </thead>
          <tbody>
            {labels.map((one) => (
              <tr key={one.label}>
                <th scope="row">{one.label}</th>
                <td>
                  <Select
                    label={text.meaningOf(one.label)}
                    value={meaningOf(one)}
                    options={MEANINGS.map((value) => ({ value, label: text.kinds[value] }))}
                    onChange={(kind) => relabel(new Map(meanings).set(one.label, JUDGED[kind]))}
                  />
                </td>
                <td className="number">{formatCount(one.rows)}</td>
                <td>
                  {one.examples.map((example) => text.quoted(shortened(example))).join(" · ")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <button type="button" className="text-button" onClick={turn}>
        {text.turn}
      </button>
    </div>
  );
}

function shortened(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
