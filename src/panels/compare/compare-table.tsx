import { useState } from "react";
import type { ValueSummary } from "../../core/rows/samples.ts";
import { StatusMark } from "../../plots/base/status-mark.tsx";
import type { PaletteDocument } from "../../share/document/document.ts";
import {
  deleteScenario,
  moveScenario,
  renameScenario,
  restoreScenario,
  undeleteScenario,
  withReference,
} from "../../state/scenarios.ts";
import { verdictOfReport } from "../../state/verdict.ts";
import { formatCount, formatNats, formatSigned } from "../../ui/format.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { CloseIcon, DownIcon, UpIcon } from "../../ui/icons.tsx";
import { ScrollBox } from "../../ui/scroll-box.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { MARKS } from "../kit/marks.ts";
import { useDocument, useSession, useStores } from "../kit/stores.ts";
import {
  type ComparedScenario,
  type LevelUnit,
  writeDifference,
  writeLevel,
} from "./compare-model.ts";

/** The scenarios as rows: levels, drift and answers, differences from the reference, and what can be done with each. */
export function CompareTable({
  scenarios,
  values,
  labels,
  unit,
  reference,
}: {
  scenarios: readonly ComparedScenario[];
  values: readonly ValueSummary[];
  labels: readonly string[];
  unit: LevelUnit;
  reference: string | null;
}) {
  const text = useText().analyses.compare;
  const [deleted, setDeleted] = useState<{
    id: string;
    name: string;
    before: PaletteDocument;
  } | null>(null);
  const compared = scenarios.find((s) => s.id === reference && s.id !== null) ?? null;
  const { document } = useStores();
  const rows = useSession((s) => s.data?.rows ?? 0);
  return (
    <>
      <ScrollBox className="analysis-scroll" label={text.caption}>
        <table className="analysis-table compare-table">
          <caption className="visually-hidden">{text.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{text.columns.scenario}</th>
              {values.map(({ id }, i) => (
                <th key={id} scope="col" className="number">
                  {labels[i]}
                </th>
              ))}
              <th scope="col" className="number">
                {text.columns.drift}
              </th>
              <th scope="col" className="number">
                {text.columns.ess}
              </th>
              <th scope="col">{text.columns.reference}</th>
              <th scope="col">{text.columns.actions}</th>
            </tr>
          </thead>
          <tbody>
            <OriginalRow values={values} unit={unit} rows={rows} />
            {scenarios.map((scenario) => (
              <Row
                key={scenario.id ?? ""}
                scenario={scenario}
                values={values}
                unit={unit}
                reference={compared}
                onDelete={(id, name) => {
                  const before = document.getState().document;
                  document.getState().edit((now) => deleteScenario(now, id));
                  setDeleted({ id, name, before });
                }}
              />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className="compare-deleted" role="status">
        {deleted !== null && (
          <>
            {text.deleted(deleted.name)}{" "}
            <button
              type="button"
              className="text-button"
              onClick={() => {
                const { id, before } = deleted;
                document.getState().edit((now) => undeleteScenario(now, id, before));
                setDeleted(null);
              }}
            >
              {text.undo}
            </button>
          </>
        )}
      </p>
    </>
  );
}

/** The original model, with which everything begins: its levels, no drift, every answer. */
function OriginalRow({
  values,
  unit,
  rows,
}: {
  values: readonly ValueSummary[];
  unit: LevelUnit;
  rows: number;
}) {
  const text = useText().analyses.compare;
  return (
    <tr className="compare-original">
      <th scope="row">{text.original}</th>
      {values.map((value) => (
        <td key={value.id} className="number">
          {writeLevel(value, value.mean, unit)}
        </td>
      ))}
      <td className="number">{formatNats(0)}</td>
      <td className="number">{formatCount(rows)}</td>
      <td />
      <td />
    </tr>
  );
}

function Row({
  scenario,
  values,
  unit,
  reference,
  onDelete,
}: {
  scenario: ComparedScenario;
  values: readonly ValueSummary[];
  unit: LevelUnit;
  reference: ComparedScenario | null;
  onDelete: (id: string, name: string) => void;
}) {
  const text = useText().analyses.compare;
  const edit = useDocument((s) => s.edit);
  const { id, name, compared } = scenario;
  const { shown } = compared;
  const state = verdictOfReport(compared.report);
  const base = reference && reference !== scenario ? reference.compared.shown : null;
  return (
    <tr className={id === null ? "compare-current" : undefined}>
      <th scope="row">
        <span className="compare-name">
          <span title={text.verdicts[state]}>
            <StatusMark status={MARKS[state]} size={14} />
            <span className="visually-hidden">{text.verdicts[state]}</span>
          </span>
          {id === null ? (
            name
          ) : (
            <input
              className="text-field"
              aria-label={text.rename(name)}
              defaultValue={name}
              key={name}
              maxLength={40}
              onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
              onBlur={(event) => {
                const newName = event.currentTarget.value;
                if (!newName.trim()) event.currentTarget.value = name;
                edit((document) => renameScenario(document, id, newName));
              }}
            />
          )}
        </span>
      </th>
      {values.map((value, i) => (
        <td key={value.id} className="number">
          {writeLevel(value, shown.levels[i], unit)}
          {base && (
            <span className="compare-difference">
              {writeDifference(value, shown.levels[i], base.levels[i], unit)}
            </span>
          )}
        </td>
      ))}
      <td className="number">
        {formatNats(shown.kl)}
        {base && (
          <span className="compare-difference">
            {formatSigned(shown.kl - base.kl, { digits: 2 })}
          </span>
        )}
      </td>
      <td className="number">
        {formatCount(Math.round(shown.ess))}
        {base && (
          <span className="compare-difference">
            {formatSigned(Math.round(shown.ess) - Math.round(base.ess), { digits: 0 })}
          </span>
        )}
      </td>
      <td>
        {id !== null && (
          <input
            type="checkbox"
            aria-label={text.reference(name)}
            checked={reference?.id === id}
            onChange={(event) => {
              const chosen = event.currentTarget.checked ? id : null;
              edit((document) => withReference(document, chosen));
            }}
          />
        )}
      </td>
      <td>
        {id !== null && (
          <span className="compare-actions">
            <button
              type="button"
              className="text-button"
              aria-label={text.restoreNamed(name)}
              onClick={() => edit((document) => restoreScenario(document, id))}
            >
              {text.restore}
            </button>
            <IconButton
              label={text.earlier(name)}
              onPress={() => edit((document) => moveScenario(document, id, -1))}
            >
              <UpIcon />
            </IconButton>
            <IconButton
              label={text.later(name)}
              onPress={() => edit((document) => moveScenario(document, id, 1))}
            >
              <DownIcon />
            </IconButton>
            <IconButton label={text.delete(name)} onPress={() => onDelete(id, name)}>
              <CloseIcon />
            </IconButton>
          </span>
        )}
      </td>
    </tr>
  );
}
