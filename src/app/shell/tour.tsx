import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
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

/** Lays the frame around an element and the card below it, else above, else beside; always inside the window. */
function placeTour(element: Element, card: HTMLElement, frame: HTMLElement): void {
  const at = boxOf(element);
  Object.assign(frame.style, {
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
  const above = isRoomAbove ? at.top - GAP - height : window.innerHeight - height - EDGE;
  card.style.left = `${Math.min(left, window.innerWidth - width - EDGE)}px`;
  card.style.top = `${isRoomBelow ? at.bottom + GAP : above}px`;
}

/** Keeps card and frame at the element that `target` selects while the page scrolls; each new target takes the focus. */
function useTourPlace(target: string) {
  const card = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = document.querySelector(target);
    element?.scrollIntoView({ block: "nearest" });
    const place = () => {
      if (element && card.current && frame.current) placeTour(element, card.current, frame.current);
    };
    place();
    card.current?.focus({ preventScroll: true });
    window.addEventListener("scroll", place, true);
    window.addEventListener("resize", place);
    // What comes later, such as a panel that is fetched, moves what is shown.
    const sizes = new ResizeObserver(place);
    sizes.observe(document.body);
    return () => {
      sizes.disconnect();
      window.removeEventListener("scroll", place, true);
      window.removeEventListener("resize", place);
    };
  }, [target]);
  return { card, frame };
}

/** Goes through the screen in five steps; Escape or its button ends it, and nothing is locked meanwhile. */
export function Tour() {
  const words = useText().tour;
  const { session, preferences } = useStores();
  const [step, setStep] = useState(0);
  const { id, target } = STEPS[step];
  const { card, frame } = useTourPlace(target);
  const end = useCallback(() => {
    preferences.getState().declineTour();
    session.setState({ isTouring: false });
  }, [session, preferences]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") end();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [end]);
  const { title, text } = words.steps[id];
  return (
    <>
      <div ref={frame} className="tour-frame" aria-hidden="true" />
      <div
        ref={card}
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
        <TourFoot step={step} onStep={setStep} onEnd={end} />
      </div>
    </>
  );
}

function TourFoot({
  step,
  onStep,
  onEnd,
}: {
  step: number;
  onStep: (step: number) => void;
  onEnd: () => void;
}) {
  const words = useText().tour;
  const isLast = step === STEPS.length - 1;
  return (
    <div className="tour-foot">
      <span className="tour-count">{`${step + 1} ∕ ${STEPS.length}`}</span>
      {step > 0 && (
        <button type="button" className="button" onClick={() => onStep(step - 1)}>
          {words.back}
        </button>
      )}
      <button
        type="button"
        className="button button-main"
        onClick={() => (isLast ? onEnd() : onStep(step + 1))}
      >
        {isLast ? words.done : words.next}
      </button>
    </div>
  );
}

/** Offers the tour to people who have not seen it; it never begins by itself. */
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
