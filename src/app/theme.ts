/** What the page looks like: one of two looks, or whichever the device asks for. */
export type Theme = "light" | "dark" | "auto";

const KEY = "value-palette-theme";

/** True for one of the three themes. */
export function isTheme(x: unknown): x is Theme {
  return x === "light" || x === "dark" || x === "auto";
}

/** The theme kept from the last visit; "auto" where there is none or storage is closed. */
export function keptTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEY);
    return isTheme(kept) ? kept : "auto";
  } catch {
    return "auto";
  }
}

/** Shows a theme and, unless `keep` is false, keeps it for the next visit. */
export function applyTheme(theme: Theme, keep = true): void {
  const { dataset } = document.documentElement;
  if (theme === "auto") delete dataset.theme;
  else dataset.theme = theme;
  if (!keep) return;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // storage closed: the choice lasts as long as the page
  }
}
