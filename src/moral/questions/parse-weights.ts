import { FOUNDATIONS, foundationOf, MIC_FOUNDATIONS } from "../../core/profile/foundations.ts";
import { PROFILE_PRESETS } from "../../core/profile/profile-presets.ts";

/** A profile as a file writes it: for whom, and how far that person adheres to each value; null where it does not say. */
export interface WrittenProfile {
  readonly person: string | null;
  readonly weights: Readonly<Record<string, number>> | null;
}

/**
 * Reads a profile: `{"care": 1}`, `care=1, fairness=0.8`, a list of five numbers in the order of the foundations or of six in
 * that of the Moral Integrity Corpus, the name of a preset, or any other name. Numbers above 1 are shares of the largest.
 * Null for an empty text.
 */
export function parseWeights(text: string): WrittenProfile | null {
  const written = text.trim();
  if (written === "") return null;
  const pairs = namedNumbers(written);
  if (pairs.length > 0) return { person: null, weights: scaled(pairs) };
  const list = listOf(written);
  const order = { 5: FOUNDATIONS, 6: MIC_FOUNDATIONS }[list.length];
  if (order) return { person: null, weights: scaled(order.map((id, i) => [id, list[i]])) };
  const preset = PROFILE_PRESETS.find(({ id }) => id === written.toLowerCase());
  return { person: preset?.id ?? written, weights: preset?.weights ?? null };
}

/** Weights with those above 1 brought down to it, all by the same factor; below 0 is 0. */
export function scaled(pairs: readonly (readonly [string, number])[]): Record<string, number> {
  const most = Math.max(1, ...pairs.map(([, weight]) => weight));
  return Object.fromEntries(
    pairs.map(([id, weight]) => [foundationOf(id) ?? id, Math.max(0, weight) / most]),
  );
}

function namedNumbers(text: string): [string, number][] {
  return [...text.matchAll(/["']?([\p{L}][\p{L}\p{N} _/-]*?)["']?\s*[=:]\s*(\d*\.?\d+)/gu)].map(
    ([, name, number]) => [name, Number(number)],
  );
}

/** Numbers and nothing else between brackets, commas, bars and spaces. */
function listOf(text: string): number[] {
  const parts = text
    .replace(/^[[(]|[\])]$/g, "")
    .split(/[\s,;|]+/)
    .filter(Boolean);
  const numbers = parts.map(Number);
  return numbers.every(Number.isFinite) ? numbers : [];
}
