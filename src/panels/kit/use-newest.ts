import { useEffect, useRef, useState } from "react";
import { newestWins } from "../../core/timing/newest-wins.ts";

/** The newest reply to a question that changes. */
export interface Newest<T> {
  /** The last reply; it stays until the next is there. Null before the first, and after one that came to nothing or failed. */
  readonly reply: T | null;
  /** Idle while nothing is asked, waiting while a reply is on its way. */
  readonly status: "idle" | "waiting" | "ready" | "failed";
}

const NOTHING = { reply: null, status: "idle" } as const;

/**
 * Keeps a reply in step with what is asked: `key` says what that is, null asks nothing. One question is on its way at a time, and of
 * those that wait only the newest is asked.
 */
export function useNewest<T>(key: string | null, ask: () => Promise<T | null>): Newest<T> {
  const [newest, setNewest] = useState<Newest<T>>(NOTHING);
  const latest = useRef(ask);
  latest.current = ask;
  const [queue] = useState(() =>
    newestWins<() => Promise<T | null>, T | null>(
      (question) => question(),
      (reply, _, isNewest) => setNewest({ reply, status: isNewest ? "ready" : "waiting" }),
      (_, _question, isNewest) =>
        setNewest({ reply: null, status: isNewest ? "failed" : "waiting" }),
    ),
  );
  useEffect(() => {
    if (key === null) {
      queue.clear();
      setNewest(NOTHING);
      return;
    }
    setNewest(({ reply }) => ({ reply, status: "waiting" }));
    queue.ask(latest.current);
  }, [queue, key]);
  useEffect(() => queue.clear, [queue]);
  return newest;
}
