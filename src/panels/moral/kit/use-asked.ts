import { useEffect, useRef, useState } from "react";

/** The newest reply to a question that changes, and whether one is on its way. */
export interface Asked<T> {
  /** The last reply; it stays until the next is there. Null before the first, and after one that came to nothing. */
  readonly reply: T | null;
  readonly isAsking: boolean;
}

/**
 * Keeps a reply in step with what is asked: `key` says what that is, null asks nothing. One question is on its way at a time, and of
 * those that wait only the newest is asked.
 */
export function useAsked<T>(key: string | null, ask: () => Promise<T | null>): Asked<T> {
  const [asked, setAsked] = useState<Asked<T>>({ reply: null, isAsking: false });
  const latest = useRef({ key, ask });
  latest.current = { key, ask };
  const running = useRef(false);
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);
  useEffect(() => {
    if (key === null) {
      setAsked({ reply: null, isAsking: false });
      return;
    }
    if (running.current) return;
    void run();

    async function run(): Promise<void> {
      running.current = true;
      setAsked((was) => ({ ...was, isAsking: true }));
      for (;;) {
        const mine = latest.current;
        if (mine.key === null) break;
        const reply = await mine.ask();
        if (!alive.current) break;
        const isNewest = latest.current.key === mine.key;
        if (latest.current.key !== null) setAsked({ reply, isAsking: !isNewest });
        if (isNewest) break;
      }
      running.current = false;
    }
  }, [key]);
  return asked;
}
