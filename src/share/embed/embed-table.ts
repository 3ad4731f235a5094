import type { EmbedTable } from "./embed-messages.ts";

/** Beyond this sums and squares of numbers are none any more. */
const MOST = 1e100;

/** What is wrong with a table that a page hands over: row, column, expectation and value; null where nothing is. */
export function tableProblem({ columns, weights, prompts }: EmbedTable): string | null {
  const rows = columns[0].rewards.length;
  const ids = columns.map(({ id }) => id);
  const twice = ids.find((id, k) => ids.indexOf(id) !== k);
  if (twice !== undefined) return `columns: ${twice} is there twice`;
  for (const { id, rewards } of columns) {
    if (rewards.length !== rows || rows === 0)
      return `column ${id}: expected ${rows || "some"} rows, found ${rewards.length}`;
    const odd = numberProblem(rewards, `column ${id}`, -MOST);
    if (odd) return odd;
  }
  for (const [name, list] of Object.entries({ weights, prompts }))
    if (list && list.length !== rows) return `${name}: expected ${rows} rows, found ${list.length}`;
  return weights ? weightsProblem(weights) : null;
}

function weightsProblem(weights: Float64Array): string | null {
  const odd = numberProblem(weights, "weights", 0);
  if (odd) return odd;
  return weights.every((x) => x === 0) ? "weights: expected some above 0, found none" : null;
}

function numberProblem(
  list: Float64Array | Float32Array,
  name: string,
  least: number,
): string | null {
  const odd = list.findIndex((x) => !(x >= least && x <= MOST));
  if (odd < 0) return null;
  const found = list[odd];
  const expected = Number.isFinite(found) ? `a number from ${least} to ${MOST}` : "a finite number";
  return `row ${odd + 1}, ${name}: expected ${expected}, found ${found}`;
}
