import { useStore } from "zustand";
import { useStores } from "../../panels/kit/stores.ts";
import type { Theme } from "../../state/preferences-store.ts";
import { ThemeIcon } from "../../ui/icons.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import { LANGUAGES, LOCALES } from "../../ui/text/locale.ts";
import { useText } from "../../ui/text/use-text.ts";

const THEMES: readonly Theme[] = ["auto", "light", "dark"];
const LOCALE_CHOICES = ["auto", ...LOCALES] as const;

/** The menu of theme and language. */
export function LookMenu() {
  const { theme: themes, language: languages, look } = useText().app;
  const { preferences } = useStores();
  const { theme, setTheme, locale, setLocale } = useStore(preferences);
  return (
    <Menu label={<ThemeIcon />} title={look} align="end">
      {(close) => (
        <>
          <p className="menu-heading">{themes.label}</p>
          {THEMES.map((choice) => (
            <MenuItem
              key={choice}
              current={choice === theme}
              onChoose={() => {
                setTheme(choice);
                close();
              }}
            >
              {themes[choice]}
            </MenuItem>
          ))}
          <hr className="menu-rule" />
          <p className="menu-heading">{languages.label}</p>
          {LOCALE_CHOICES.map((choice) => (
            <MenuItem
              key={choice}
              current={choice === locale}
              onChoose={() => {
                setLocale(choice);
                close();
              }}
            >
              {choice === "auto" ? (
                languages.auto
              ) : (
                <span lang={choice}>{LANGUAGES[choice].name}</span>
              )}
            </MenuItem>
          ))}
        </>
      )}
    </Menu>
  );
}
