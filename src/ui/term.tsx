import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { Formula } from "./formulas/formula.tsx";
import type { HelpTerm } from "./text/en/help.ts";
import { useText } from "./text/use-text.ts";
import "./term.css";

const EDGE = 8;

/** A word with a short explanation that appears on hover, focus or tap; Escape puts it away. */
export function Term({ term, children }: { term: HelpTerm; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const id = useId();
  const show = () => {
    clearTimeout(leaving.current);
    setOpen(true);
  };
  const hideSoon = () => {
    clearTimeout(leaving.current);
    leaving.current = setTimeout(() => setOpen(false), 120);
  };
  useEffect(() => () => clearTimeout(leaving.current), []);
  useEffect(() => {
    if (!open) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") setOpen(false);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [open]);
  return (
    <span className="term" onPointerEnter={show} onPointerLeave={hideSoon}>
      <button
        ref={anchor}
        type="button"
        className="term-word"
        aria-describedby={open ? id : undefined}
        onFocus={show}
        onBlur={() => setOpen(false)}
        onClick={show}
      >
        {children}
      </button>
      {open && createPortal(<Bubble id={id} term={term} anchor={anchor.current} />, document.body)}
    </span>
  );
}

function Bubble({ id, term, anchor }: { id: string; term: HelpTerm; anchor: HTMLElement | null }) {
  const { help } = useText();
  const box = useRef<HTMLSpanElement>(null);
  const { term: name, plain, exact } = help.terms[term];
  useLayoutEffect(() => {
    const bubble = box.current;
    if (!bubble || !anchor) return;
    const place = () => {
      const at = anchor.getBoundingClientRect();
      const { offsetWidth: width, offsetHeight: height } = bubble;
      const left = Math.max(EDGE, Math.min(at.left, window.innerWidth - width - EDGE));
      const below = at.bottom + 6 + height < window.innerHeight;
      bubble.style.left = `${left}px`;
      bubble.style.top = `${below ? at.bottom + 6 : Math.max(EDGE, at.top - height - 6)}px`;
    };
    place();
    window.addEventListener("scroll", place, true);
    return () => window.removeEventListener("scroll", place, true);
  }, [anchor]);
  return (
    <span ref={box} id={id} role="tooltip" className="term-bubble">
      <strong className="term-name">{name}</strong>
      <span className="term-plain">{plain}</span>
      <span className="term-exact">{exact}</span>
      <Formula term={term} />
    </span>
  );
}
