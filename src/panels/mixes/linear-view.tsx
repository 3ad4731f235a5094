import { useId, useMemo, useState } from "react";
import { parseFormula } from "../../core/compare/expression.ts";
import { MixesPlot } from "../../plots/clouds/mixes-plot.tsx";
import { formatNumber } from "../../ui/format.ts";
import { useText } from "../../ui/text/use-text.ts";
import { AnalysisEmpty, AnalysisHead } from "../kit/analysis-head.tsx";
import { useSession } from "../kit/stores.ts";
import { useAnalysis } from "../kit/use-analysis.ts";
import { useDebounced } from "../kit/use-debounced.ts";
import { usePalette } from "../kit/use-palette.ts";
import { useNothingAsked } from "./use-pair.ts";

const TYPING_MS = 300;

/** Non-linear mixes and the linear ones that match them at no more drift (paper Thm 3, Fig. 4). */
export function LinearView() {
  const text = useText().analyses;
  const words = text.mixes;
  const values = useSession((s) => s.data?.values);
  const palette = usePalette();
  const nothing = useNothingAsked();
  const [formula, setFormula] = useState("");
  const parsed = useMemo(
    () =>
      formula.trim() && values
        ? parseFormula(
            formula,
            values.map((v) => v.id),
          )
        : null,
    [formula, values],
  );
  const asked = useDebounced(parsed?.ok ? formula : "", TYPING_MS) ?? "";
  const among = useMemo(() => {
    const part = palette?.targets.flatMap((target, i) => (target === null ? [] : [i])) ?? [];
    return part.length > 0 ? part : (values?.map((_, i) => i) ?? []);
  }, [palette, values]);
  const request = useMemo(
    () => (nothing ? { palette: nothing, among, formula: asked } : null),
    [nothing, among, asked],
  );
  const analysis = useAnalysis("mixes", request);
  const { result } = analysis;
  const isUnusable =
    asked !== "" && analysis.of?.formula === asked && !result?.some((m) => m.kind === "formula");
  return (
    <>
      <AnalysisHead isDrawn lead={words.linearLead} analysis={analysis} />
      <FormulaField
        formula={formula}
        onChange={setFormula}
        example={exampleOf(values?.map((v) => v.id) ?? [])}
        problem={
          parsed && !parsed.ok
            ? words.formulaWrong[parsed.problem](parsed.at + 1, parsed.expected)
            : isUnusable
              ? words.formulaUnusable
              : null
        }
      />
      {result ? (
        <div className="mixes-list">
          <MixesPlot
            mixes={result.map(({ kind, strength, kl, linearKl }) => ({
              id: `${kind} ${strength}`,
              label: words.named(words.kinds[kind], formatNumber(strength, { digits: 0 })),
              mixed: kl,
              linear: linearKl,
            }))}
          />
        </div>
      ) : (
        <AnalysisEmpty>{text.waiting}</AnalysisEmpty>
      )}
    </>
  );
}

function FormulaField({
  formula,
  onChange,
  example,
  problem,
}: {
  formula: string;
  onChange: (formula: string) => void;
  example: string;
  problem: string | null;
}) {
  const words = useText().analyses.mixes;
  const id = useId();
  return (
    <p className="formula-field">
      <label htmlFor={id}>{words.formula}</label>
      <input
        id={id}
        className="text-field"
        value={formula}
        maxLength={500}
        spellCheck={false}
        aria-invalid={problem !== null || undefined}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <span id={`${id}-note`} className={problem === null ? "formula-hint" : "formula-wrong"}>
        {problem ?? words.formulaHint(example)}
      </span>
    </p>
  );
}

/** A formula of the first two values; names that are not plain words stand in quotes. */
function exampleOf(ids: readonly string[]): string {
  const [a = "a", b = "b"] = ids.map((id) => (/^[A-Za-z_]\w*$/.test(id) ? id : `"${id}"`));
  return `min(${a}, ${b}) + 0.5 * ${a}`;
}
