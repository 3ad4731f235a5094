import { pythonAsJson5 } from "../formats/dialects/python-text.ts";
import type { RawColumn, RawTable } from "../table/raw-table.ts";
import { OFF, type ReadingPicks, switched } from "../table/reading.ts";
import { filledCells, replaced, type Understood } from "./step.ts";

const NESTED = /^\s*(\{[\s\S]*:[\s\S]*\}|\[[\s\S]*\])\s*$/;
/** Cells that do not parse are left as they stand, but for so many of the first ones the column is. */
const PARSED_SHARE = 0.95;

/** Cells of text that hold records or lists, as JSON or as Python prints them, are read as such. */
export async function parsedCells(raw: RawTable, picks: ReadingPicks): Promise<Understood | null> {
  const columns = raw.columns.filter(isNested);
  if (columns.length === 0) return null;
  const { default: json5 } = await import("json5");
  const parse = (text: string): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      const python = pythonAsJson5(text);
      try {
        return python === null ? undefined : json5.parse(python);
      } catch {
        return undefined;
      }
    }
  };
  const parsed = new Map<RawColumn, readonly RawColumn[]>();
  for (const column of columns) {
    const cells = Array.from(column.cells, (cell) =>
      typeof cell === "string" && NESTED.test(cell) ? (parse(cell) ?? cell) : cell,
    );
    const first = filledCells({ name: "", cells });
    const nested = first.filter((cell) => typeof cell === "object").length;
    if (nested >= PARSED_SHARE * first.length) parsed.set(column, [{ name: column.name, cells }]);
  }
  if (parsed.size === 0) return null;
  const names = [...parsed.keys()].map(({ name }) => name);
  const reading = switched(picks, { kind: "parsed", names });
  return { raw: reading.taken === OFF ? raw : replaced(raw, parsed), reading };
}

function isNested(column: RawColumn): boolean {
  const filled = filledCells(column, 20);
  const nested = filled.filter((cell) => typeof cell === "string" && NESTED.test(cell));
  return filled.length > 0 && nested.length >= PARSED_SHARE * filled.length;
}
