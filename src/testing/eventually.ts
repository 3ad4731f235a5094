import { vi } from "vitest";

/** How long a test waits for a state: not how long it should take, but after which nobody believes that it comes. */
const PATIENCE_MS = 120_000;

/** Waits until a check passes, and gives what it returns; on a busy machine that may take long. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: PATIENCE_MS, interval: 2 });
}
