import { formatNumber, formatPercent } from "../../../ui/format.ts";
import { useText } from "../../../ui/text/use-text.ts";
import { AnalysisHead } from "../../kit/analysis-head.tsx";
import { FileZone } from "../kit/file-zone.tsx";
import { useDesk, useMoral } from "../kit/moral-desk.ts";
import { useValueNames } from "../kit/use-profile.ts";
import { CalibrationPlots } from "./calibration-plots.tsx";
import { LabelledPreview } from "./labelled-preview.tsx";
import { QualityTable } from "./quality-table.tsx";
import { TellingWords } from "./telling-words.tsx";
import "./rewards.css";

/** The judges of all answers: how they were trained, how well they judge, what they go by, and how to bring others. */
export function RewardsTab() {
  const text = useText().moralParts.rewards;
  const { train, saveModel } = useDesk();
  const model = useMoral((s) => s.model);
  const isDemonstration = useMoral((s) => s.isModelDemonstration);
  const training = useMoral((s) => s.training);
  const problems = useMoral((s) => s.trainingProblems);
  const { problems: sentences } = useText().rewards;
  const isUnmeasured =
    training === null && (model?.classifiers.some(({ quality }) => quality === null) ?? false);
  return (
    <>
      <AnalysisHead lead={text.lead}>
        <Training />
      </AnalysisHead>
      {model && (
        <>
          <p className="analysis-note">
            {isDemonstration ? text.demonstration : text.own(model.source)}
          </p>
          {problems.map((problem) => (
            <p key={problem.value} className="analysis-note">
              {sentences[problem.code](problem)}
            </p>
          ))}
          <QualityTable classifiers={model.classifiers} isMeasuring={training !== null} />
          <CalibrationPlots classifiers={model.classifiers} />
          <TellingWords classifiers={model.classifiers} />
          <p className="palette-use">
            <button type="button" className="button" onClick={saveModel}>
              {text.save}
            </button>
            {(!isDemonstration || isUnmeasured) && (
              <button
                type="button"
                className="button"
                disabled={training !== null}
                onClick={() => train("demonstration")}
              >
                {text.retrain}
              </button>
            )}
          </p>
        </>
      )}
      <FileZone choose={text.choose} formats={text.formats} />
      <LabelledPreview />
      <Doubtful />
    </>
  );
}

function Training() {
  const text = useText().moralParts.rewards;
  const { cancelTraining } = useDesk();
  const training = useMoral((s) => s.training);
  const nameOf = useValueNames();
  if (!training) return null;
  const progressText = text.training(
    training.value && nameOf(training.value),
    formatPercent(training.share),
  );
  return (
    <div className="analysis-status analysis-running">
      <progress aria-label={progressText} value={training.share} max={1} />
      <span>{progressText}</span>
      <button type="button" className="text-button" onClick={cancelTraining}>
        {text.cancel}
      </button>
    </div>
  );
}

/** A judge that was trained and is hardly better than guessing: it is told, and taken only on request. */
function Doubtful() {
  const text = useText().moralParts.rewards;
  const { takeDoubtful } = useDesk();
  const doubtful = useMoral((s) => s.doubtful);
  const nameOf = useValueNames();
  if (!doubtful) return null;
  const found = doubtful.classifiers.map(({ value, quality }) =>
    text.aucOf(nameOf(value), quality ? formatNumber(quality.auc.mean, { digits: 2 }) : "–"),
  );
  return (
    <div className="labelled" role="alert">
      <p>{text.doubtful(found.join(", "))}</p>
      <button type="button" className="button" onClick={takeDoubtful}>
        {text.takeDoubtful}
      </button>
    </div>
  );
}
