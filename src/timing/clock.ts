/** A timer, which tests replace by one that they wind by hand. */
export interface Clock {
  /** Runs something after so many milliseconds; returns what calls that off. */
  after(milliseconds: number, run: () => void): () => void;
}

/** The clock of this machine. */
export const systemClock: Clock = {
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};
