import type { TiltOracle } from "../../core/rows/oracle.ts";

/** Thrown inside a worker through a computation that nobody waits for any more; never crosses to the page. */
export class Superseded extends Error {
  constructor() {
    super("superseded");
  }
}

/** Settings of work in the background. */
export interface Politeness {
  /** Milliseconds of work between two rests. Default 4. */
  readonly stretch?: number;
  /** Work that goes first, if any: it is waited for before every pass, and must not reject. */
  readonly first?: () => Promise<unknown> | null;
}

/** How long work in the background may hold up a message, in milliseconds. */
const LONGEST_STRETCH_MS = 4;

/**
 * A function that lets messages in: after every stretch of work it yields once, and it throws `Superseded`
 * as soon as `isWanted` is false.
 */
export function restBetween(
  isWanted: () => boolean,
  { stretch = LONGEST_STRETCH_MS, first }: Politeness = {},
): () => Promise<void> {
  let since = performance.now();
  return async () => {
    const busy = first?.();
    if (busy) {
      await busy;
      since = performance.now();
    }
    if (performance.now() - since > stretch) {
      await nextMessage();
      since = performance.now();
    }
    if (!isWanted()) throw new Superseded();
  };
}

/** An oracle that breathes before every pass (see `restBetween`). Any algorithm over the oracle becomes interruptible by it. */
export function politeOracle(
  oracle: TiltOracle,
  isWanted: () => boolean,
  politeness: Politeness = {},
): TiltOracle {
  const breathe = restBetween(isWanted, politeness);
  return {
    size: oracle.size,
    rows: oracle.rows,
    min: oracle.min,
    max: oracle.max,
    tilt: async (lambda, view) => {
      await breathe();
      return oracle.tilt(lambda, view);
    },
    support: async (direction, view) => {
      await breathe();
      return oracle.support(direction, view);
    },
    distribution: async (lambda, bins, view) => {
      await breathe();
      return oracle.distribution(lambda, bins, view);
    },
    top: async (lambda, k, order, view) => {
      await breathe();
      return oracle.top(lambda, k, order, view);
    },
  };
}

/** Resolves after the messages that wait now have been taken; unlike a timer it is not held back. */
export function nextMessage(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
