import { useState } from "react";
import { ThemeIcon } from "../ui/icons.tsx";
import { Menu, MenuItem } from "../ui/menu.tsx";
import { useText } from "../ui/text/use-text.ts";
import { applyTheme, keptTheme, type Theme } from "./theme.ts";

const THEMES: readonly Theme[] = ["auto", "light", "dark"];

/** Light, dark, or as the device. */
export function ThemeMenu() {
  const words = useText().app.theme;
  const [theme, setTheme] = useState(keptTheme);
  return (
    <Menu label={<ThemeIcon />} title={`${words.label}: ${words[theme]}`} align="end">
      {(close) =>
        THEMES.map((choice) => (
          <MenuItem
            key={choice}
            current={choice === theme}
            onChoose={() => {
              applyTheme(choice);
              setTheme(choice);
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
