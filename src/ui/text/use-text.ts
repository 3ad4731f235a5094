import { useSyncExternalStore } from "react";
import { onSpoken, spokenText } from "../language.ts";
import type { Catalogue } from "./en.ts";

/** The sentences of the page's language. Errors: throws `invalid text: none` before the page speaks. */
export function useText(): Catalogue {
  const text = useSyncExternalStore(onSpoken, spokenText, spokenText);
  if (!text) throw new Error("invalid text: none");
  return text;
}
