import { digitsForError, formatNumber } from "../../ui/format.ts";
import { RichText } from "../../ui/rich-text.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { AnalysisFailure } from "../kit/analysis-status.tsx";
import { useDocument, useLabels, useSession, useStores } from "../kit/stores.ts";
import { useAnalysis } from "../kit/use-analysis.ts";
import { usePalette } from "../kit/use-palette.ts";
import "./trust.css";

/** Beyond so many answers cross-fitting takes too long to do unasked; the panel still does it. */
const MOST_ROWS = 100_000;
/** A sentence about another palette is not to be read, but its room stays, so that nothing moves. */
const GONE = { visibility: "hidden" } as const;

/** One sentence beside the verdict: what the dearest value reaches on unseen answers, and the way to all of it where its panel is. */
export function TrustSentence({ hasPanel }: { hasPanel: boolean }) {
  const words = useText().analyses.trust;
  const palette = usePalette();
  const data = useSession((s) => s.data);
  const answer = useSession((s) => s.answer);
  const isGesturing = useDocument((s) => s.isGesturing);
  const labels = useLabels();
  const isReachable =
    answer?.report.status === "aligned" && data !== null && data.rows <= MOST_ROWS;
  const analysis = useAnalysis("heldOut", palette && isReachable ? { palette } : null, isGesturing);
  const { result, of, isFresh } = analysis;
  if (!isReachable || !answer || !data) return null;
  const spread = answer.report.lambda.map((l, i) => l * data.values[i].sd);
  const dearest = spread.indexOf(Math.max(...spread));
  const target = of?.palette.targets[dearest] ?? null;
  const value = data.values[dearest];
  const digits = digitsForError(value.sd, result?.se[dearest] ?? Number.NaN);
  const write = (x: number) => formatNumber(x, { digits });
  return (
    <>
      <p className="trust-sentence">
        {result && target !== null && (
          <span style={isFresh ? undefined : GONE}>
            <RichText>
              {words.sentence(
                labels[dearest],
                write(result.levels[dearest]),
                write(result.se[dearest]),
                write(target),
              )}
            </RichText>{" "}
            {result.isThin && (
              <span>{words.sentenceThin(formatNumber(result.essPerFold, { digits: 0 }))} </span>
            )}
          </span>
        )}
        {hasPanel && <OpenPanel />}
      </p>
      <AnalysisFailure analysis={analysis} />
    </>
  );
}

/** Opens the panel with all of it. */
function OpenPanel() {
  const words = useText().analyses.trust;
  const { session } = useStores();
  return (
    <button
      type="button"
      className="text-button"
      onClick={() => {
        session.setState({ panel: "trust" });
        const area = document.getElementById("analyses");
        area?.scrollIntoView({ block: "start" });
        area
          ?.querySelector<HTMLElement>("[role=tab][tabindex='0']")
          ?.focus({ preventScroll: true });
      }}
    >
      {words.more}
    </button>
  );
}
