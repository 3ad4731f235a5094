import { useEffect, useMemo, useRef } from "react";
import type { Gesture } from "../../state/document-store.ts";

/** Brackets the movements of one control: only what it began itself does it end or take back. */
export interface OwnGesture extends Gesture {
  /** A key that repeats, or a pointer that is already down, goes on with what was begun. */
  readonly begin: () => void;
}

/** The movements of one control; what still goes on when it leaves the page ends there. */
export function useGesture(beginGesture: () => Gesture): OwnGesture {
  const own = useRef<Gesture | null>(null);
  useEffect(
    () => () => {
      own.current?.end();
      own.current = null;
    },
    [],
  );
  const opener = useRef(beginGesture);
  opener.current = beginGesture;
  return useMemo(() => {
    const over = (how: keyof Gesture) => {
      own.current?.[how]();
      own.current = null;
    };
    return {
      begin: () => {
        own.current ??= opener.current();
      },
      end: () => over("end"),
      cancel: () => over("cancel"),
    };
  }, []);
}
