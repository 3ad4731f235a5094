import type { ReactNode } from "react";
import { RichText } from "../../ui/rich-text.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { AnalysisStatus } from "./analysis-status.tsx";
import { Approximate } from "./approximate.tsx";
import type { AnalysisProgress } from "./use-analysis.ts";
import "./analysis.css";

/** The line above an analysis: what it shows, its switches, and how far it is. */
export function AnalysisHead({
  lead,
  analysis,
  isDrawn = false,
  children,
}: {
  lead: string;
  analysis?: AnalysisProgress;
  /** True for what is drawn from a part of very many answers. */
  isDrawn?: boolean;
  /** Switches. */
  children?: ReactNode;
}) {
  return (
    <div className="analysis-head">
      <p className="analysis-lead">
        <RichText>{lead}</RichText>
      </p>
      {isDrawn && <Approximate />}
      {children}
      {analysis && <AnalysisStatus analysis={analysis} />}
    </div>
  );
}

/** Stands where an analysis has nothing to show because the palette is out of reach, with the way to what can be done about it. */
export function AnalysisOutOfReach({ children }: { children: string }) {
  const words = useText().analyses;
  const show = () => {
    const first = document.querySelector<HTMLElement>(".repairs button");
    first?.scrollIntoView({ block: "center" });
    first?.focus({ preventScroll: true });
  };
  return (
    <p className="analysis-empty">
      <span>{children}</span>{" "}
      <button type="button" className="text-button" onClick={show}>
        {words.toSuggestions}
      </button>
    </p>
  );
}

/** Stands where an analysis has nothing to show yet or cannot have anything. */
export function AnalysisEmpty({ children }: { children: string }) {
  return <p className="analysis-empty">{children}</p>;
}
