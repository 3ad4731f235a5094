import type { PaletteDocument, Scenario } from "../share/document/document.ts";

/** Most scenarios that a document keeps: a link holds them all. */
export const MOST_SCENARIOS = 12;

const LETTERS = 26;

/** The first letter that no scenario is called by: A, B, …, Z, A2, …. */
export function nextScenarioName(scenarios: readonly Scenario[]): string {
  const taken = new Set(scenarios.map(({ name }) => name));
  for (let k = 0; ; k++) {
    const letter = String.fromCharCode(65 + (k % LETTERS));
    const name = k < LETTERS ? letter : `${letter}${Math.floor(k / LETTERS) + 1}`;
    if (!taken.has(name)) return name;
  }
}

/** Keeps the palette as it stands under a name, last in the list; the same document where there are too many. */
export function keepScenario(document: PaletteDocument, name: string): PaletteDocument {
  const scenarios = document.scenarios ?? [];
  if (scenarios.length >= MOST_SCENARIOS) return document;
  const ids = new Set(scenarios.map(({ id }) => id));
  let k = scenarios.length + 1;
  while (ids.has(`s${k}`)) k++;
  return { ...document, scenarios: [...scenarios, { id: `s${k}`, name, values: document.values }] };
}

/** Gives a scenario another name; an empty one changes nothing. */
export function renameScenario(
  document: PaletteDocument,
  id: string,
  name: string,
): PaletteDocument {
  const wanted = name.trim();
  const known = document.scenarios?.find((s) => s.id === id);
  if (!wanted || !known || known.name === wanted) return document;
  return {
    ...document,
    scenarios: document.scenarios?.map((s) => (s.id === id ? { ...s, name: wanted } : s)),
  };
}

/** Moves a scenario by so many places, as far as there are any. */
export function moveScenario(document: PaletteDocument, id: string, by: number): PaletteDocument {
  const scenarios = [...(document.scenarios ?? [])];
  const from = scenarios.findIndex((s) => s.id === id);
  const to = Math.max(0, Math.min(scenarios.length - 1, from + by));
  if (from < 0 || to === from) return document;
  const [moved] = scenarios.splice(from, 1);
  scenarios.splice(to, 0, moved);
  return { ...document, scenarios };
}

/** Takes a scenario out; where it was the reference there is none any more. */
export function deleteScenario(document: PaletteDocument, id: string): PaletteDocument {
  const { reference, ...rest } = document;
  return {
    ...rest,
    ...(reference !== undefined && reference !== id ? { reference } : {}),
    scenarios: document.scenarios?.filter((s) => s.id !== id),
  };
}

/** Puts a deleted scenario back where it was in `before`, and as the reference if it was; the rest stays as it is now. */
export function undeleteScenario(
  document: PaletteDocument,
  id: string,
  before: PaletteDocument,
): PaletteDocument {
  const place = before.scenarios?.findIndex((s) => s.id === id) ?? -1;
  const scenario = before.scenarios?.[place];
  const scenarios = [...(document.scenarios ?? [])];
  if (!scenario || scenarios.some((s) => s.id === id)) return document;
  scenarios.splice(place, 0, scenario);
  const isReference = before.reference === id && document.reference === undefined;
  return { ...document, scenarios, ...(isReference ? { reference: id } : {}) };
}

/** Makes a scenario the palette again. */
export function restoreScenario(document: PaletteDocument, id: string): PaletteDocument {
  const kept = document.scenarios?.find((s) => s.id === id);
  return kept ? { ...document, values: { ...document.values, ...kept.values } } : document;
}

/** Compares the others with this one; null with none. */
export function withReference(document: PaletteDocument, id: string | null): PaletteDocument {
  const { reference: _, ...rest } = document;
  return id === null ? rest : { ...rest, reference: id };
}
