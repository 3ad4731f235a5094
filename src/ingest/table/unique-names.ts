import type { Problem } from "./table.ts";

const MOST_NAMED = 3;

/** Column names made unique ("score", "score (2)"), blanks named by place; every change is a warning. */
export function uniqueNames(names: readonly string[]): { names: string[]; problems: Problem[] } {
  const used = new Set<string>();
  const problems: Problem[] = [];
  let changed = 0;
  // Where the search for a free number goes on, so that thousands of equal names cost no more than others.
  const tried = new Map<string, number>();
  const unique = names.map((raw, i) => {
    const name = raw.trim() || `column ${i + 1}`;
    let candidate = name;
    let k = tried.get(name) ?? 2;
    for (; used.has(candidate); k++) candidate = `${name} (${k})`;
    tried.set(name, k);
    if (candidate !== name && ++changed <= MOST_NAMED)
      problems.push({
        code: "duplicate-column",
        severity: "warning",
        column: name,
        value: candidate,
      });
    used.add(candidate);
    return candidate;
  });
  if (changed > MOST_NAMED)
    problems.push({
      code: "duplicate-column",
      severity: "warning",
      column: names[0],
      value: unique[names.length - 1],
      count: changed,
    });
  return { names: unique, problems };
}
