import { formatPercent } from "../../ui/format.ts";
import { useText } from "../../ui/text/use-text.ts";
import "./analysis.css";

/** How far an analysis is, once it takes longer than half a second, with a way to stop it; or that it was stopped. */
export function AnalysisStatus({
  analysis,
}: {
  analysis: {
    readonly status: "idle" | "running" | "cancelled";
    readonly share: number;
    cancel(): void;
    again(): void;
  };
}) {
  const text = useText().analyses.status;
  const { status, share, cancel, again } = analysis;
  if (status === "cancelled")
    return (
      <div className="analysis-status" role="status">
        <span>{text.cancelled}</span>
        <button type="button" className="text-button" onClick={again}>
          {text.again}
        </button>
      </div>
    );
  if (status !== "running") return null;
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
