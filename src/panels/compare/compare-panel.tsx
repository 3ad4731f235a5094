import { Suspense, useMemo, useState } from "react";
import type { Scenario } from "../../share/document/document.ts";
import { paletteOf } from "../../state/palette.ts";
import { verdictOfReport } from "../../state/verdict.ts";
import { Choice } from "../../ui/choice.tsx";
import { lazyPart } from "../../ui/part/lazy-part.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { AnalysisEmpty, AnalysisHead } from "../kit/analysis-head.tsx";
import { useDocument, useLabels, useSession } from "../kit/stores.ts";
import { useAnalysis } from "../kit/use-analysis.ts";
import { usePalette } from "../kit/use-palette.ts";
import type { ComparedScenario, LevelUnit } from "./compare-model.ts";
import { CompareTable } from "./compare-table.tsx";
import { KeepForm } from "./keep-form.tsx";
import "../../ui/text-field.css";
import "./compare.css";

/** Nothing to draw before a palette is kept, so the first screen does without. */
const ScenarioPictures = lazyPart(
  async () => (await import("./scenario-pictures.tsx")).ScenarioPictures,
);

const NONE: readonly Scenario[] = [];

/** Palettes kept under names, side by side with the one on the screen: as a table, a radar and parallel axes. */
export function ComparePanel() {
  const text = useText().analyses;
  const palette = usePalette();
  const values = useSession((s) => s.data?.values);
  const scenarios = useDocument((s) => s.document.scenarios) ?? NONE;
  const mode = useDocument((s) => s.document.mode);
  const reference = useDocument((s) => s.document.reference);
  const labels = useLabels();
  const [unit, setUnit] = useState<LevelUnit>("raw");
  const request = useMemo(() => {
    if (!palette || !values) return null;
    return { palette, kept: scenarios.map((s) => paletteOf({ values: s.values, mode }, values)) };
  }, [palette, values, scenarios, mode]);
  const analysis = useAnalysis("compare", request);
  const result = analysis.result;
  /** What was answered may be a scenario short of what is kept by now; the rest follows in a moment. */
  const compared = useMemo(() => {
    const known = new Map(
      (analysis.of?.kept ?? []).map((kept, k) => [JSON.stringify(kept), result?.[k + 1]]),
    );
    const all: ComparedScenario[] = [];
    if (result) all.push({ id: null, name: text.compare.current, compared: result[0] });
    scenarios.forEach(({ id, name }, k) => {
      const found = request && known.get(JSON.stringify(request.kept[k]));
      if (found) all.push({ id, name, compared: found });
    });
    return all;
  }, [analysis.of, result, scenarios, request, text]);
  return (
    <>
      <AnalysisHead lead={text.compare.lead} analysis={analysis}>
        <Choice
          label={text.compare.units}
          value={unit}
          options={[
            { value: "raw", label: text.compare.raw },
            { value: "quantile", label: text.compare.quantiles },
          ]}
          onChange={setUnit}
        />
        <KeepForm scenarios={scenarios} />
      </AnalysisHead>
      {values && compared.length > 0 ? (
        <>
          <CompareTable
            scenarios={compared}
            values={values}
            labels={labels}
            unit={unit}
            reference={reference ?? null}
          />
          {compared.some((c) => verdictOfReport(c.compared.report) === "out-of-reach") && (
            <p className="analysis-note compare-note">{text.compare.closest}</p>
          )}
          {scenarios.length === 0 ? (
            <AnalysisEmpty>{text.compare.empty}</AnalysisEmpty>
          ) : (
            <Suspense fallback={<AnalysisEmpty>{text.waiting}</AnalysisEmpty>}>
              <ScenarioPictures
                scenarios={compared}
                values={values}
                labels={labels}
                reference={reference ?? null}
              />
            </Suspense>
          )}
        </>
      ) : (
        <AnalysisEmpty>{text.waiting}</AnalysisEmpty>
      )}
    </>
  );
}
