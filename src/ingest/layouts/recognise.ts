import type { LayoutName } from "../table/column-hint.ts";
import type { RawTable } from "../table/raw-table.ts";
import { type Problem, quote } from "../table/table.ts";
import {
  binarized,
  inspect,
  lmEval,
  preferences,
  rewardbench,
  safeRlhf,
  ultrafeedback,
} from "./exploded.ts";
import { firstOf, has, type LaidOut, type Layout } from "./layout.ts";
import { armorm, beavertails, helpsteer, map, mic, phoenix, trl, weights } from "./tables.ts";

/** The more particular first. */
const LAYOUTS: readonly Layout[] = [
  weights,
  rewardbench,
  ultrafeedback,
  binarized,
  preferences,
  safeRlhf,
  beavertails,
  lmEval,
  inspect,
  helpsteer,
  trl,
  mic,
  phoenix,
  armorm,
  map,
];

/** Rows laid out by the layout that fits them; null where none does. */
export function recognise(raw: RawTable): (LaidOut & { readonly layout: LayoutName }) | null {
  if (raw.rows === 0) return null;
  const layout = LAYOUTS.find((one) => one.fits(raw));
  return layout ? { layout: layout.name, ...layout.layOut(raw) } : null;
}

/** Why rows of a known kind are of no use here, as averages are; null where nothing is known against them. */
export function unusable(raw: RawTable): Problem | null {
  const names = raw.columns.map((c) => c.name);
  const averaged = names.find((name) => /__(MIN|MAX)$/.test(name));
  if (averaged !== undefined) return { code: "means-only", severity: "error", column: averaged };
  if (has(raw, "Statistic")) {
    const value = quote(firstOf(raw, "Statistic"));
    return { code: "means-only", severity: "error", column: "Statistic", value };
  }
  return null;
}
