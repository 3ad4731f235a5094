import { useStore } from "zustand";
import { useStores } from "../panels/stores.ts";
import type { Theme } from "../state/preferences-store.ts";
import { ThemeIcon } from "../ui/icons.tsx";
import { Menu, MenuItem } from "../ui/menu.tsx";
import { useText } from "../ui/text/use-text.ts";

const THEMES: readonly Theme[] = ["auto", "light", "dark"];

/** Light, dark, or as the device. */
export function ThemeMenu() {
  const words = useText().app.theme;
  const { preferences } = useStores();
  const theme = useStore(preferences, (s) => s.theme);
  return (
    <Menu label={<ThemeIcon />} title={`${words.label}: ${words[theme]}`} align="end">
      {(close) =>
        THEMES.map((choice) => (
          <MenuItem
            key={choice}
            current={choice === theme}
            onChoose={() => {
              preferences.getState().setTheme(choice);
              close();
            }}
          >
            {words[choice]}
          </MenuItem>
        ))
      }
    </Menu>
  );
}
