import { applyPreset, type Preset, presetsFor } from "../../core/rows/presets.ts";
import type { ValueSummary } from "../../core/rows/samples.ts";
import type { PaletteDocument } from "../../share/document/document.ts";

/** The preset that a document stands at, or null where it is somebody's own mix. */
export function currentPreset(
  document: PaletteDocument,
  values: readonly ValueSummary[],
): Preset | null {
  const standsAt = (preset: Preset) => {
    const settings = applyPreset(preset, values);
    return values.every(({ id }) => {
      const now = document.values[id];
      const then = settings[id];
      if (!now || now.participation !== then.participation) return false;
      return then.participation !== "target" || now.target === then.target;
    });
  };
  return presetsFor(values).find(standsAt) ?? null;
}
