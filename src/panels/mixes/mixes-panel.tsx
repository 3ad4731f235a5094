import { useText } from "../../ui/text/use-text.ts";
import { AnalysisEmpty } from "../analysis-head.tsx";

/** Not here yet. */
export function MixesPanel() {
  return <AnalysisEmpty>{useText().analyses.waiting}</AnalysisEmpty>;
}
