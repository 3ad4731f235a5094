import { createStore, type StoreApi } from "zustand/vanilla";

/** Light, dark, or as the device has it ("auto"); never part of a link. */
export type Theme = "auto" | "light" | "dark";

/** Preferences of this browser. */
export interface PreferencesState {
  readonly theme: Theme;
  setTheme(theme: Theme): void;
  /** The language of the page on this machine as a BCP 47 tag; "auto" is the browser's. */
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
 * Makes the preferences store; what cannot be read or stored is quietly the default, and so is a language that is not among
 * `locales`. `themeOverride` is shown in place of the stored theme, and is not stored itself.
 */
export function createPreferencesStore(
  storage: KeptText | null,
  locales: readonly string[],
  themeOverride: Theme | null = null,
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
    const storedTheme = storage?.getItem(KEY);
    if (storedTheme === "light" || storedTheme === "dark") theme = storedTheme;
    const storedLocale = storage?.getItem(LOCALE_KEY);
    if (storedLocale && locales.includes(storedLocale)) locale = storedLocale;
  } catch {
    theme = "auto";
  }
  return createStore<PreferencesState>()((set) => ({
    theme: themeOverride ?? theme,
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
