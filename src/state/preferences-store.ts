import { createStore, type StoreApi } from "zustand/vanilla";

/** How the page looks on this machine; never part of a link. */
export type Theme = "auto" | "light" | "dark";

/** Preferences of this browser. */
export interface PreferencesState {
  readonly theme: Theme;
  setTheme(theme: Theme): void;
  /** The tag of the page's language on this machine; "auto" is the browser's. */
  readonly locale: string;
  setLocale(locale: string): void;
  /** True once the tour was taken or declined. */
  readonly knowsTour: boolean;
  declineTour(): void;
}

/** The part of Storage that is needed; both calls may throw where storage is blocked. */
export interface KeptText {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const KEY = "value-palette.theme";
const LOCALE_KEY = "value-palette.locale";
const TOUR_KEY = "value-palette.tour";

/**
 * Makes the preferences store; what cannot be read or kept is quietly the default, and so is a language that is not among
 * `locales`. `asked` is a look that goes before the kept one, and is not kept itself.
 */
export function createPreferencesStore(
  storage: KeptText | null,
  locales: readonly string[],
  asked: Theme | null = null,
): StoreApi<PreferencesState> {
  let theme: Theme = "auto";
  let locale = "auto";
  let knowsTour = false;
  const keep = (key: string, value: string) => {
    try {
      storage?.setItem(key, value);
    } catch {
      // Storage may be blocked: the choice then lasts as long as the page.
    }
  };
  try {
    knowsTour = storage?.getItem(TOUR_KEY) === "known";
    const kept = storage?.getItem(KEY);
    if (kept === "light" || kept === "dark") theme = kept;
    const spoken = storage?.getItem(LOCALE_KEY);
    if (spoken && locales.includes(spoken)) locale = spoken;
  } catch {
    theme = "auto";
  }
  return createStore<PreferencesState>()((set) => ({
    theme: asked ?? theme,
    setTheme: (next) => {
      set({ theme: next });
      keep(KEY, next);
    },
    locale,
    setLocale: (next) => {
      set({ locale: next });
      keep(LOCALE_KEY, next);
    },
    knowsTour,
    declineTour: () => {
      set({ knowsTour: true });
      keep(TOUR_KEY, "known");
    },
  }));
}
