import { expect, test } from "vitest";
import { applyPreset, HHH_VALUES, presetsFor } from "../../core/rows/presets.ts";
import { buildSamples } from "../../core/rows/samples.ts";
import { defaultDocument } from "../../state/palette.ts";
import { currentPreset } from "./preset-model.ts";

const rewards = Float64Array.from({ length: 101 }, (_, i) => i / 100);
const { values } = buildSamples([...HHH_VALUES, "diversity"].map((id) => ({ id, rewards })));
const source = { kind: "file", name: "a.csv", fingerprint: "0" } as const;
const fresh = defaultDocument(source, values);

test("fresh data stands at HHH 70 %", () => {
  expect(currentPreset(fresh, values)?.id).toBe("hhh-70");
});

test("every preset is recognised once applied, whatever the units", () => {
  for (const preset of presetsFor(values)) {
    const settings = applyPreset(preset, values);
    const entries = values.map(({ id }) => [id, { ...settings[id], unit: "sd" as const }]);
    const document = { ...fresh, values: Object.fromEntries(entries) };
    expect(currentPreset(document, values)?.id).toBe(preset.id);
  }
});

test("any other target or participation is somebody's own mix", () => {
  const humor = fresh.values.humor;
  const mix = (changed: typeof humor) => ({
    ...fresh,
    values: { ...fresh.values, humor: changed },
  });
  expect(currentPreset(mix({ ...humor, target: humor.target + 1e-9 }), values)).toBeNull();
  expect(currentPreset(mix({ ...humor, participation: "hold" }), values)).toBeNull();
});
