import type { Theme } from "../../state/preferences-store.ts";

/** Gives the page its look; "auto" leaves it to the device. */
export function showTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === "auto") delete dataset.theme;
  else dataset.theme = theme;
}
