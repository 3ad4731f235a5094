import { useState } from "react";
import type { Shape } from "../../plots/distributions/bins-path.ts";
import { Ridges } from "../../plots/distributions/ridges.tsx";
import { askedLevel } from "../../state/palette.ts";
import { Choice } from "../../ui/choice.tsx";
import { Term } from "../../ui/term.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { useDocument, useLabels, useSession } from "../kit/stores.ts";
import "./ridges-panel.css";

/** How the answers are spread over each value before and after. */
export function RidgesPanel() {
  const text = useText();
  const data = useSession((s) => s.data);
  const answer = useSession((s) => s.answer);
  const settings = useDocument((s) => s.document.values);
  const labels = useLabels();
  const [shape, setShape] = useState<Shape>("density");
  const shapes = text.analyses.distributions;
  return (
    <section
      className="panel ridges-panel"
      aria-label={text.panels.ridges.title}
      style={{ ["--rows" as string]: data?.values.length ?? 1 }}
    >
      <div className="panel-head">
        <h2 className="panel-title">
          <Term term="ridges">{text.panels.ridges.title}</Term>
        </h2>
        <Choice
          label={shapes.shape}
          value={shape}
          options={(["density", "histogram", "ecdf"] as const).map((s) => ({
            value: s,
            label: shapes[s],
          }))}
          onChange={setShape}
        />
      </div>
      <p className="ridges-of">
        {answer?.shownIs === "closest-safe-mix" && (
          <Term term="closest">{text.panels.ridges.closest}</Term>
        )}
      </p>
      {data && answer && (
        <Ridges
          shape={shape}
          histograms={answer.histograms}
          values={data.values.map((value, i) => ({
            id: value.id,
            label: labels[i],
            unit: text.panels.reward,
            min: value.min,
            max: value.max,
            sd: value.sd,
            before: value.mean,
            after: answer.shown.levels[i],
            target: askedLevel(settings[value.id], value),
          }))}
        />
      )}
    </section>
  );
}
