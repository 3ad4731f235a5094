/** Names that are all written out; of more, the first and the last stand for them. */
const MOST = 3;

/** What several files are called together: "a.csv, b.csv", or "part-0.csv … part-299.csv (300)". */
export function nameTogether(names: readonly string[]): string {
  if (names.length <= MOST) return names.join(", ");
  return `${names[0]} … ${names[names.length - 1]} (${names.length})`;
}
