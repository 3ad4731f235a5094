import type { Problem } from "./table.ts";

/** Column names made unique ("score", "score (2)"), blanks named by place; every change is a warning. */
export function uniqueNames(names: readonly string[]): { names: string[]; problems: Problem[] } {
  const used = new Set<string>();
  const problems: Problem[] = [];
  const unique = names.map((raw, i) => {
    const name = raw.trim() || `column ${i + 1}`;
    let candidate = name;
    for (let k = 2; used.has(candidate); k++) candidate = `${name} (${k})`;
    if (candidate !== name)
      problems.push({
        code: "duplicate-column",
        severity: "warning",
        column: name,
        value: candidate,
      });
    used.add(candidate);
    return candidate;
  });
  return { names: unique, problems };
}
