import { useText } from "../../ui/text/use-text.ts";
import { AnalysisEmpty } from "../analysis-head.tsx";

/** Not here yet. */
export function TrustPanel() {
  return <AnalysisEmpty>{useText().analyses.waiting}</AnalysisEmpty>;
}
