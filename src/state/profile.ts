import { FOUNDATIONS, foundationOf } from "../core/profile/foundations.ts";
import { impliedProfile, type Profile, profileLambda } from "../core/profile/profile.ts";
import { PROFILE_PRESETS } from "../core/profile/profile-presets.ts";
import type { ValueSummary } from "../core/rows/samples.ts";
import type { PaletteDocument, ProfileSetting } from "../share/document/document.ts";

/** The profile that the page starts with: the first preset, followed as strongly as rewards in [0, 1] ask for. */
const FIRST_PROFILE: ProfileSetting = {
  weights: PROFILE_PRESETS[0].weights as Record<string, number>,
  strength: 5,
};

/** The profile of a document. */
export function profileOf({ profile }: Pick<PaletteDocument, "profile">): ProfileSetting {
  return profile ?? FIRST_PROFILE;
}

/** A document with another profile. */
export function withProfile(
  document: PaletteDocument,
  change: Partial<ProfileSetting>,
): PaletteDocument {
  const { name: _, ...profile } = { ...profileOf(document), ...change };
  return { ...document, profile: change.name ? { ...profile, name: change.name } : profile };
}

/** The values that a profile is stated over: the foundations, and whatever else the questions or the profile know. */
export function profileValues(
  others: readonly string[],
  weights: Readonly<Record<string, number>>,
): string[] {
  const ids = [...FOUNDATIONS, ...others, ...Object.keys(weights).filter((id) => weights[id] > 0)];
  return [...new Set(ids)];
}

/** Whether two profiles weigh every value alike. */
export function sameWeights(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): boolean {
  const ids = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...ids].every((id) => (a[id] ?? 0) === (b[id] ?? 0));
}

/** Whether some of the loaded values are moral foundations: the person is then the profile of the palette. */
export function hasFoundations(values: readonly Pick<ValueSummary, "id">[]): boolean {
  return values.some(({ id }) => foundationOf(id) === id);
}

/** A profile setting over the loaded values, in their order. */
export function profileOver(
  values: readonly ValueSummary[],
  { weights, strength }: ProfileSetting,
): Profile {
  return { weights: values.map(({ id }) => weights[id] ?? 0), strength };
}

/**
 * The profile of a palette whose solution has this λ (user's units): `stated` where it has the same λ, else the implied one,
 * λ/max λ; null where λ is 0.
 */
export function profileOfPalette(
  values: readonly ValueSummary[],
  lambda: readonly number[],
  stated: ProfileSetting | null,
): ProfileSetting | null {
  if (stated && sameLambda(profileLambda(values, profileOver(values, stated)), lambda))
    return stated;
  const implied = impliedProfile(values, lambda);
  if (!implied) return null;
  const weights = Object.fromEntries(values.map(({ id }, i) => [id, implied.weights[i]]));
  return { weights, strength: implied.strength };
}

/** A document whose palette asks for these levels (user's units), values with null left out. */
export function withTargets(
  document: PaletteDocument,
  values: readonly Pick<ValueSummary, "id">[],
  targets: readonly (number | null)[],
): PaletteDocument {
  const settings = values.map(({ id }, i) => {
    const target = targets[i];
    const setting = document.values[id];
    if (target === null) return [id, { ...setting, participation: "out" as const }] as const;
    return [id, { ...setting, participation: "target" as const, target }] as const;
  });
  const isSame = settings.every(([id, { participation, target }]) => {
    const was = document.values[id];
    return (
      was?.participation === participation && (participation === "out" || was.target === target)
    );
  });
  return isSame
    ? document
    : { ...document, values: { ...document.values, ...Object.fromEntries(settings) } };
}

const SAME_SHARE = 1e-4;

function sameLambda(a: readonly number[], b: readonly number[]): boolean {
  const most = Math.max(...a, ...b, 0);
  return a.every((l, i) => Math.abs(l - b[i]) <= SAME_SHARE * most);
}
