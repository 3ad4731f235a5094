import { type RefObject, useEffect, useState } from "react";
import { StatusMark } from "../../plots/base/status-mark.tsx";
import { MARKS } from "../kit/marks.ts";
import type { Verdict } from "./verdict-model.ts";
import "./verdict-strip.css";

/** The verdict in one line, while the whole of it (`of`) is scrolled out of sight. Screen readers have heard it already. */
export function VerdictStrip({
  verdict,
  of,
}: {
  verdict: Pick<Verdict, "state" | "isAsked" | "headline">;
  of: RefObject<HTMLElement | null>;
}) {
  const isGone = useIsGone(of);
  if (!isGone) return null;
  const { state, isAsked, headline } = verdict;
  return (
    <div className={`verdict-strip verdict-${isAsked ? state : "not-settled"}`} aria-hidden="true">
      <span className="verdict-mark">
        <StatusMark status={isAsked ? MARKS[state] : "unsettled"} size={16} />
      </span>
      {headline}
    </div>
  );
}

/** True while an element is wholly above the window. */
function useIsGone(of: RefObject<HTMLElement | null>): boolean {
  const [isGone, setGone] = useState(false);
  useEffect(() => {
    if (!of.current) return;
    const seen = new IntersectionObserver(([entry]) =>
      setGone(!entry.isIntersecting && entry.boundingClientRect.bottom <= 0),
    );
    seen.observe(of.current);
    return () => seen.disconnect();
  }, [of]);
  return isGone;
}
