import { applyPreset, type Preset, presetsFor } from "../../core/rows/presets.ts";
import { formatPercent } from "../../ui/format.ts";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import type { Catalogue } from "../../ui/text/en.ts";
import { useText } from "../../ui/text/use-text.ts";
import { labelOf, useDocument, useSession } from "../kit/stores.ts";
import { currentPreset } from "./preset-model.ts";

/** Starting palettes: several values together, or each one alone. */
export function PresetMenu() {
  const text = useText();
  const words = text.palette.preset;
  const values = useSession((s) => s.data?.values);
  const document = useDocument((s) => s.document);
  const applySettings = useDocument((s) => s.applySettings);
  if (!values) return null;
  const current = currentPreset(document, values);
  const presets = presetsFor(values);
  const items = (group: readonly Preset[], close: () => void) =>
    group.map((preset) => (
      <MenuItem
        key={preset.id}
        current={preset.id === current?.id}
        onChoose={() => {
          applySettings(applyPreset(preset, values));
          close();
        }}
      >
        {presetName(preset, text)}
      </MenuItem>
    ));
  const name = current ? presetName(current, text) : words.none;
  return (
    <Menu className="preset-menu" label={name} title={`${words.choose}: ${name}`}>
      {(close) => (
        <>
          <p className="menu-heading">
            {presets[0]?.kind === "hhh" ? words.hhhDetail : words.together}
          </p>
          {items(
            presets.filter((p) => p.kind !== "alone"),
            close,
          )}
          <hr className="menu-rule" />
          <p className="menu-heading">{words.single}</p>
          {items(
            presets.filter((p) => p.kind === "alone"),
            close,
          )}
        </>
      )}
    </Menu>
  );
}

function presetName(preset: Preset, text: Catalogue): string {
  const words = text.palette.preset;
  const percent = formatPercent(preset.quantile / 100);
  if (preset.kind === "hhh") return words.hhh(percent);
  if (preset.kind === "all") return words.all(percent);
  return words.alone(labelOf(preset.value ?? "", text.values), percent);
}
