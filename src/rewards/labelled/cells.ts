import type { LabelledText } from "./labelled-texts.ts";

/** A table as it was read: columns by name, each with one cell per row. */
export interface LabelledTable {
  readonly rows: number;
  readonly columns: readonly { readonly name: string; readonly cells: ArrayLike<unknown> }[];
}

/** The cells of the first column of that name; null where there is none. */
export type CellsOf = (name: string | RegExp) => ArrayLike<unknown> | null;

/** The moral foundations by name. */
export const FOUNDATIONS = ["care", "fairness", "liberty", "loyalty", "authority", "sanctity"];
const FOUNDATION = new RegExp(`^(${FOUNDATIONS.join("|")})([-–/ ].*)?$`, "i");
/** What the column of texts may be called. */
export const TEXT = /^(text|statement|sentence|answer|response|action|premise|argument|input)$/i;

/** A text with its judgement, for each of the values; nothing where text or judgement is missing. */
export function labelled(
  text: unknown,
  values: readonly unknown[],
  judged: 0 | 1 | null,
): LabelledText[] {
  const words = textOf(text);
  if (words === "" || judged === null) return [];
  const names = new Set(values.map(valueName).filter((name) => name !== ""));
  return Array.from(names, (value) => ({ text: words, value, follows: judged === 1 }));
}

/** "care-harm" and "Care" are the value "care"; other names stay as they are. */
export function valueName(cell: unknown): string {
  const name = textOf(cell);
  return FOUNDATION.exec(name)?.[1].toLowerCase() ?? name;
}

/** A cell as text; empty for none. */
export function textOf(cell: unknown): string {
  return typeof cell === "string"
    ? cell.trim()
    : typeof cell === "number" && !Number.isNaN(cell)
      ? String(cell)
      : "";
}

/** A cell as a number; null for none. */
export function numberOf(cell: unknown): number | null {
  const number =
    typeof cell === "number" ? cell : textOf(cell) === "" ? Number.NaN : Number(textOf(cell));
  return Number.isFinite(number) ? number : null;
}
