import type { Catalogue } from "./text/en.ts";

/** The catalogue of the page; an embed is a page of its own and may have another language. */
let spoken: Catalogue | null = null;
const listeners = new Set<() => void>();

/** Sets the language: sentences and numbers of the page are now those of this catalogue. */
export function speak(text: Catalogue): void {
  spoken = text;
  for (const listener of listeners) listener();
}

/** The sentences of the page; null before a language is set. */
export function spokenText(): Catalogue | null {
  return spoken;
}

/** The language in which numbers are written. Default English. */
export function spokenLocale(): string {
  return spoken?.locale ?? "en";
}

/** Calls `listener` when the language changes. Returns a function that stops it. */
export function onSpoken(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
