/** Names that a sentence lists before it counts the rest. */
export const MOST_NAMED = 6;

/** A guess about the rows of a file, as its sentence needs it. */
export interface Guess {
  readonly names: readonly string[];
  readonly count?: number;
  readonly value?: string;
  /** "off" where it was left undone. */
  readonly taken: string;
}

/** Another way to read the rows, as its button needs it. */
export interface OtherWay {
  readonly pick: string;
  readonly names?: readonly string[];
  readonly count?: number;
}

/** One sentence for a guess that was acted on, another for one that was left undone. */
export function either(done: (guess: Guess) => string, undone: (guess: Guess) => string) {
  return (guess: Guess): string => (guess.taken === "off" ? undone(guess) : done(guess));
}

/** The words of a button that acts on a guess, or leaves it undone. */
export function onOff(on: string, off: string) {
  return ({ pick }: OtherWay): string => (pick === "off" ? off : on);
}
