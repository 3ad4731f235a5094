import { formatPercent } from "../../ui/format.ts";
import { useText } from "../../ui/text/use-text.ts";
import type { AnalysisProgress } from "./use-analysis.ts";
import "./analysis.css";

/** How far an analysis is, once it takes longer than half a second, with a way to stop it; or that it was stopped, or failed. */
export function AnalysisStatus({ analysis }: { analysis: AnalysisProgress }) {
  const text = useText().analyses.status;
  const { status, share, cancel, again } = analysis;
  if (status === "failed") return <AnalysisFailure analysis={analysis} />;
  if (status === "stopped")
    return (
      <div className="analysis-status" role="status">
        <span>{text.cancelled}</span>
        <button type="button" className="text-button" onClick={again}>
          {text.again}
        </button>
      </div>
    );
  if (status !== "waiting") return null;
  return (
    <div className="analysis-status analysis-running">
      <progress aria-label={text.running} value={share > 0 ? share : undefined} max={1} />
      <span aria-hidden="true">{share > 0 ? formatPercent(share) : ""}</span>
      <button type="button" className="text-button" onClick={cancel}>
        {text.cancel}
      </button>
    </div>
  );
}

/** Says that an analysis failed, with a way to try again; nothing where it did not. */
export function AnalysisFailure({
  analysis: { status, problem, again },
}: {
  analysis: Pick<AnalysisProgress, "status" | "problem" | "again">;
}) {
  const text = useText().analyses.status;
  if (status !== "failed") return null;
  return (
    <div className="analysis-status analysis-failed" role="alert">
      <span>{text.failed(problem ?? "")}</span>
      <button type="button" className="text-button" onClick={again}>
        {text.tryAgain}
      </button>
    </div>
  );
}
