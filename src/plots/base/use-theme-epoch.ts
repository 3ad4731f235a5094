import { useSyncExternalStore } from "react";

const DARK = "(prefers-color-scheme: dark)";

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  const query = window.matchMedia(DARK);
  query.addEventListener("change", changed);
  return () => {
    observer.disconnect();
    query.removeEventListener("change", changed);
  };
}

const now = () =>
  `${document.documentElement.dataset.theme ?? ""} ${window.matchMedia(DARK).matches}`;

/** A text that changes whenever the theme does, for drawings whose colours are read once. */
export function useThemeEpoch(): string {
  return useSyncExternalStore(subscribe, now, () => "");
}
