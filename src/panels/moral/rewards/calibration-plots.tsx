import { CalibrationPlot } from "../../../plots/courses/calibration-plot.tsx";
import type { ValueClassifier } from "../../../rewards/reward-model.ts";
import { useText } from "../../../ui/text/use-text.ts";
import { useValueNames } from "../kit/use-profile.ts";

const SIZE = 168;

/** One calibration plot per value; nothing before the classifiers were cross-validated. */
export function CalibrationPlots({ classifiers }: { classifiers: readonly ValueClassifier[] }) {
  const text = useText().moralParts.rewards;
  const nameOf = useValueNames();
  if (classifiers.every(({ quality }) => quality === null)) return null;
  return (
    <section className="analysis-part">
      <h3 className="analysis-subtitle">{text.calibration}</h3>
      <p className="analysis-note">{text.calibrationNote}</p>
      <div className="calibrations">
        {classifiers.map(({ value, quality }, place) => (
          <CalibrationPlot
            key={value}
            size={SIZE}
            label={nameOf(value)}
            place={place}
            points={(quality?.calibration ?? []).flatMap(({ predicted, observed, texts }) =>
              predicted === null || observed === null ? [] : [{ predicted, observed, texts }],
            )}
          />
        ))}
      </div>
    </section>
  );
}
