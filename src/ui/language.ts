import type { Catalogue } from "./text/en.ts";

/** One page speaks one language: a part of somebody else's page is a page of its own. */
let spoken: Catalogue | null = null;
const listeners = new Set<() => void>();

/** From now on the page's sentences and numbers are those of this catalogue. */
export function speak(text: Catalogue): void {
  spoken = text;
  for (const listener of listeners) listener();
}

/** The sentences of the page; null before it speaks. */
export function spokenText(): Catalogue | null {
  return spoken;
}

/** The language in which numbers are written. Default English. */
export function spokenLocale(): string {
  return spoken?.locale ?? "en";
}

/** Calls `listener` when the page speaks another language. Returns a function that stops it. */
export function onSpoken(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
