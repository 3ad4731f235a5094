import type { Theme } from "../state/preferences-store.ts";

/** What the address asks of the page itself, before the hash. */
export interface PageOptions {
  /** True to hide the frame, as inside somebody else's page. */
  readonly embed: boolean;
  /** A look that goes before the visitor's own; null where none is asked. */
  readonly theme: Theme | null;
}

/** Reads `?embed` and `theme=light|dark|auto`; anything else is ignored. */
export function pageOptions(search: string): PageOptions {
  const query = new URLSearchParams(search);
  const theme = query.get("theme");
  return {
    embed: query.has("embed") && query.get("embed") !== "false",
    theme: theme === "light" || theme === "dark" || theme === "auto" ? theme : null,
  };
}
