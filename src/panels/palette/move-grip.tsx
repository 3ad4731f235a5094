import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import type { Gesture } from "../../state/document-store.ts";
import { useText } from "../../ui/text/use-text.ts";
import { useGesture } from "../kit/use-gesture.ts";
import "./move-grip.css";

/** Where a drag began, and how tall a row is. */
interface Grip {
  readonly y: number;
  readonly place: number;
  readonly row: number;
}

/** The grip that moves a value up or down the order of priority, by pointer or by arrow keys. */
export function MoveGrip({
  label,
  place,
  count,
  onMove,
  onBegin,
}: {
  label: string;
  /** Place in the order, from 0. */
  place: number;
  count: number;
  onMove: (to: number) => void;
  /** Opens one movement, which is one step of undo. */
  onBegin: () => Gesture;
}) {
  const words = useText().palette.order;
  const gesture = useGesture(onBegin);
  const grip = useRef<Grip | null>(null);
  const start = (event: PointerEvent<HTMLButtonElement>) => {
    const row = event.currentTarget.closest("li")?.offsetHeight ?? 0;
    if (event.button !== 0 || row === 0) return;
    grip.current = { y: event.clientY, place, row };
    event.currentTarget.setPointerCapture(event.pointerId);
    gesture.begin();
  };
  const move = (event: PointerEvent<HTMLButtonElement>) => {
    const from = grip.current;
    if (!from) return;
    const to = from.place + Math.round((event.clientY - from.y) / from.row);
    const newPlace = Math.max(0, Math.min(count - 1, to));
    if (newPlace !== place) onMove(newPlace);
  };
  const end = () => {
    grip.current = null;
    gesture.end();
  };
  const cancel = () => {
    grip.current = null;
    gesture.cancel();
  };
  const key = (event: KeyboardEvent<HTMLButtonElement>) => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const to = place + step;
    if (to >= 0 && to < count) onMove(to);
  };
  return (
    <button
      type="button"
      className="move-grip"
      aria-label={words.move(label, place + 1, count)}
      title={words.hint}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={cancel}
      onKeyDown={key}
    >
      <svg width="8" height="14" viewBox="0 0 8 14" aria-hidden="true">
        <path d="M2 2h.01M6 2h.01M2 7h.01M6 7h.01M2 12h.01M6 12h.01" />
      </svg>
    </button>
  );
}
