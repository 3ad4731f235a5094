import type { EmbedTable } from "./embed-messages.ts";

/** What is wrong with a table that a page hands over: row, column, expectation and value; null where nothing is. */
export function tableProblem({ columns, weights, prompts }: EmbedTable): string | null {
  const rows = columns[0].rewards.length;
  const ids = columns.map(({ id }) => id);
  const twice = ids.find((id, k) => ids.indexOf(id) !== k);
  if (twice !== undefined) return `columns: ${twice} is there twice`;
  for (const { id, rewards } of columns) {
    if (rewards.length !== rows || rows === 0)
      return `column ${id}: expected ${rows || "some"} rows, found ${rewards.length}`;
    const odd = rewards.findIndex((x) => !Number.isFinite(x));
    if (odd >= 0)
      return `row ${odd + 1}, column ${id}: expected a finite number, found ${rewards[odd]}`;
  }
  for (const [name, list] of Object.entries({ weights, prompts }))
    if (list && list.length !== rows) return `${name}: expected ${rows} rows, found ${list.length}`;
  return null;
}
