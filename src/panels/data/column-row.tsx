import type { ColumnMapping, ColumnUse } from "../../ingest/mapping/mapping.ts";
import type { ColumnPreview } from "../../ingest/mapping/preview.ts";
import { formatCount, formatNumber } from "../../ui/format.ts";
import { Select } from "../../ui/select.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { labelOf } from "../kit/stores.ts";
import { ColumnWords } from "./column-words.tsx";

const USES: Record<ColumnPreview["kind"], readonly ColumnUse[]> = {
  number: ["value", "weight", "ignore"],
  text: ["prompt", "response", "ignore"],
};
/** What a column of few words can be used as. */
const WORD_USES: readonly ColumnUse[] = ["value", ...USES.text];

/** One column of a file: what it is used as, what it is called, which way is better, and what is in it. */
export function ColumnRow({
  column,
  mapping,
  onChange,
}: {
  column: ColumnPreview;
  mapping: ColumnMapping;
  onChange: (mapping: ColumnMapping) => void;
}) {
  const catalogue = useText();
  const { preview: text, scoring } = catalogue.data;
  const { scoredBy } = scoring;
  const { reasons, shownAs } = catalogue.readings;
  const { words } = column;
  const uses = words ? WORD_USES : USES[column.kind];
  const { summary } = column;
  const isValue = mapping.use === "value";
  // Rounding leaves a constant column a spread of 1e-16: what does not vary has none.
  const sd = summary && summary.max > summary.min ? summary.sd : 0;
  const scale = { scale: sd };
  const label = labelOf(mapping.id, catalogue.values);
  return (
    <tr className={mapping.use === "ignore" ? "column-ignored" : undefined}>
      <th scope="row">
        {column.name}
        {column.scoredBy && <span className="column-scored">{scoredBy[column.scoredBy]}</span>}
        {mapping.reason && <span className="column-scored">{reasons[mapping.reason]}</span>}
      </th>
      <td>
        <Select
          label={text.useOf(column.name)}
          value={mapping.use}
          options={uses.map((use) => ({ value: use, label: text.uses[use] }))}
          onChange={(use) => onChange(usedAs(use, mapping, column))}
        />
      </td>
      <td>
        {isValue && (
          <input
            className="text-field"
            aria-label={text.nameOf(column.name)}
            value={mapping.id}
            maxLength={60}
            onChange={(event) => onChange({ ...mapping, id: event.currentTarget.value })}
            onBlur={() => !mapping.id.trim() && onChange({ ...mapping, id: column.name })}
          />
        )}
        {isValue && label !== mapping.id && <span className="column-scored">{shownAs(label)}</span>}
      </td>
      <td className="column-check">
        {isValue && (
          <input
            type="checkbox"
            aria-label={text.lowerOf(column.name)}
            checked={mapping.lowerIsBetter}
            onChange={(event) =>
              onChange(decided({ ...mapping, lowerIsBetter: event.currentTarget.checked }))
            }
          />
        )}
      </td>
      <td className="column-examples">
        <Examples column={column} mapping={mapping} onChange={onChange} />
      </td>
      <td className="number">
        {summary
          ? text.spread(formatNumber(summary.mean, scale), formatNumber(sd, scale))
          : text.none}
      </td>
      <td className="number">
        {summary
          ? text.rangeOf(formatNumber(summary.min, scale), formatNumber(summary.max, scale))
          : text.none}
      </td>
      <td className="number">{summary ? formatCount(summary.missing + summary.bad) : text.none}</td>
    </tr>
  );
}

/** What is in a column: how its numbers lie, the numbers of its words, or its first texts. */
function Examples({ column, mapping, onChange }: Parameters<typeof ColumnRow>[0]) {
  if (column.summary) return <Sparkline masses={column.sparkline} />;
  if (column.words && mapping.use === "value")
    return <ColumnWords words={column.words} mapping={mapping} onChange={onChange} />;
  return column.examples.join(" · ");
}

/** A mapping that the user decided: why it was proposed is of no interest any more. */
function decided({ reason: _, ...mapping }: ColumnMapping): ColumnMapping {
  return mapping;
}

function usedAs(
  use: ColumnUse,
  mapping: ColumnMapping,
  { wordScores }: ColumnPreview,
): ColumnMapping {
  const numbers = mapping.words ?? wordScores ?? undefined;
  return { ...decided(mapping), use, ...(use === "value" && numbers ? { words: numbers } : {}) };
}

function Sparkline({ masses }: { masses: readonly number[] }) {
  const peak = Math.max(...masses, 1e-12);
  const step = 96 / Math.max(1, masses.length);
  const bars = masses
    .map((mass, i) => `M${(i + 0.5) * step},20V${(20 - (18 * mass) / peak).toFixed(1)}`)
    .join("");
  return (
    <svg className="sparkline" width="96" height="20" aria-hidden="true">
      <path d={bars} stroke="currentColor" strokeWidth={step * 0.8} />
    </svg>
  );
}
