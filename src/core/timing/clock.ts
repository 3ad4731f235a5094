/** Time and timers, which tests replace by ones that they wind by hand. */
export interface Clock {
  /** Milliseconds since some moment. */
  now(): number;
  /** Runs something after so many milliseconds; returns what calls that off. */
  after(milliseconds: number, run: () => void): () => void;
}

/** The clock of this machine. */
export const systemClock: Clock = {
  now: () => performance.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};
