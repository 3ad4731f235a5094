import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useSession, useStores } from "../../panels/kit/stores.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { CloseIcon } from "../../ui/icons.tsx";
import { useText } from "../../ui/text/use-text.ts";
import "./tour.css";

const STEPS = [
  { id: "palette", target: ".value-block" },
  { id: "verdict", target: ".verdict-panel .verdict" },
  { id: "region", target: ".region-panel" },
  { id: "strength", target: ".strength" },
  { id: "analyses", target: ".analyses .tabs" },
] as const;
const GAP = 12;
const EDGE = 8;

/** The box of an element, or of its first child where it has none of its own, as the verdict on a phone. */
function boxOf(element: Element): DOMRect {
  const box = element.getBoundingClientRect();
  const first = element.firstElementChild;
  return box.width > 0 || !first ? box : boxOf(first);
}

/** Goes through the screen in five steps; Escape or its button ends it, and nothing is locked meanwhile. */
export function Tour() {
  const words = useText().tour;
  const { session, preferences } = useStores();
  const [step, setStep] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const { id, target } = STEPS[step];
  const end = () => {
    preferences.getState().declineTour();
    session.setState({ isTouring: false });
  };
  useLayoutEffect(() => {
    const element = document.querySelector(target);
    element?.scrollIntoView({ block: "nearest" });
    const place = () => {
      const card = box.current;
      if (!element || !card || !frame.current) return;
      const at = boxOf(element);
      Object.assign(frame.current.style, {
        left: `${at.left - 4}px`,
        top: `${at.top - 4}px`,
        width: `${at.width + 8}px`,
        height: `${at.height + 8}px`,
      });
      const { offsetWidth: width, offsetHeight: height } = card;
      const isRoomBelow = at.bottom + GAP + height < window.innerHeight;
      const isRoomAbove = at.top - GAP - height > 0;
      const beside = Math.min(at.right + GAP, window.innerWidth - width - EDGE);
      const left = isRoomBelow || isRoomAbove ? Math.max(EDGE, at.left) : beside;
      const top = isRoomBelow
        ? at.bottom + GAP
        : isRoomAbove
          ? at.top - GAP - height
          : window.innerHeight - height - EDGE;
      card.style.left = `${Math.min(left, window.innerWidth - width - EDGE)}px`;
      card.style.top = `${top}px`;
    };
    place();
    box.current?.focus({ preventScroll: true });
    window.addEventListener("scroll", place, true);
    window.addEventListener("resize", place);
    return () => {
      window.removeEventListener("scroll", place, true);
      window.removeEventListener("resize", place);
    };
  }, [target]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      preferences.getState().declineTour();
      session.setState({ isTouring: false });
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [session, preferences]);
  const { title, text } = words.steps[id];
  const isLast = step === STEPS.length - 1;
  return (
    <>
      <div ref={frame} className="tour-frame" aria-hidden="true" />
      <div
        ref={box}
        className="tour"
        role="dialog"
        tabIndex={-1}
        aria-label={words.label(step + 1, STEPS.length)}
        aria-describedby="tour-text"
      >
        <div className="tour-head">
          <h2 className="tour-title">{title}</h2>
          <IconButton label={words.end} onPress={end}>
            <CloseIcon />
          </IconButton>
        </div>
        <p id="tour-text">{text}</p>
        <div className="tour-foot">
          <span className="tour-count">{`${step + 1} ∕ ${STEPS.length}`}</span>
          {step > 0 && (
            <button type="button" className="button" onClick={() => setStep(step - 1)}>
              {words.back}
            </button>
          )}
          <button
            type="button"
            className="button button-main"
            onClick={() => (isLast ? end() : setStep(step + 1))}
          >
            {isLast ? words.done : words.next}
          </button>
        </div>
      </div>
    </>
  );
}

/** Offers the tour to who has not seen it; never by itself. */
export function TourOffer() {
  const words = useText().tour;
  const { session, preferences } = useStores();
  const [isOffered, setOffered] = useState(!preferences.getState().knowsTour);
  const isTouring = useSession((s) => s.isTouring);
  if (!isOffered || isTouring) return null;
  return (
    <p className="tour-offer">
      {words.offer}{" "}
      <button
        type="button"
        className="text-button"
        onClick={() => {
          setOffered(false);
          session.setState({ isTouring: true });
        }}
      >
        {words.take}
      </button>{" "}
      <button
        type="button"
        className="text-button"
        onClick={() => {
          setOffered(false);
          preferences.getState().declineTour();
        }}
      >
        {words.decline}
      </button>
    </p>
  );
}
