import { createStore, type StoreApi } from "zustand/vanilla";

/** How the page looks on this machine; never part of a link. */
export type Theme = "auto" | "light" | "dark";

/** Preferences of this browser. */
export interface PreferencesState {
  readonly theme: Theme;
  setTheme(theme: Theme): void;
}

/** The part of Storage that is needed; both calls may throw where storage is blocked. */
export interface KeptText {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const KEY = "value-palette.theme";

/** Makes the preferences store; what cannot be read or kept is quietly the default. */
export function createPreferencesStore(storage: KeptText | null): StoreApi<PreferencesState> {
  let theme: Theme = "auto";
  try {
    const kept = storage?.getItem(KEY);
    if (kept === "light" || kept === "dark") theme = kept;
  } catch {
    theme = "auto";
  }
  return createStore<PreferencesState>()((set) => ({
    theme,
    setTheme: (next) => {
      set({ theme: next });
      try {
        storage?.setItem(KEY, next);
      } catch {
        // Storage may be blocked: the choice then lasts as long as the page.
      }
    },
  }));
}
