import readWorkbook from "read-excel-file/universal";
import type { Reading, ReadingPicks } from "../table/reading.ts";
import { type Decoded, damaged, refusal } from "./decoded.ts";

const MOST_OFFERED = 8;

interface Sheet {
  readonly name: string;
  readonly names: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** Reads the values of a spreadsheet (.xlsx): the sheet of most rows below a row of names; others can be chosen. */
export async function decodeXlsx(bytes: Uint8Array, picks: ReadingPicks): Promise<Decoded> {
  let sheets: Sheet[];
  try {
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    const book = await readWorkbook(buffer as ArrayBuffer);
    sheets = book.flatMap(({ sheet, data }) => sheetOf(sheet, data) ?? []);
  } catch (error) {
    return damaged("a spreadsheet", error);
  }
  if (sheets.length === 0) return refusal({ code: "empty-file" });
  const largest = [...sheets].sort((a, b) => b.rows.length - a.rows.length)[0];
  const taken = sheets.find(({ name }) => name === picks.part) ?? largest;
  const columns = taken.names.map((name, i) => ({
    name,
    cells: taken.rows.map((row) => cellOf(row[i])),
  }));
  const reading: Reading = {
    kind: "part",
    names: [taken.name],
    count: taken.rows.length,
    taken: taken.name,
    others: sheets
      .filter((sheet) => sheet !== taken)
      .slice(0, MOST_OFFERED)
      .map(({ name, rows }) => ({ pick: name, names: [name], count: rows.length })),
  };
  const readings = sheets.length > 1 ? [reading] : [];
  return {
    ok: true,
    raw: { rows: taken.rows.length, columns, firstRow: 2 },
    problems: [],
    readings,
  };
}

/** A sheet from its first row with more than one cell on; null for an empty one. */
function sheetOf(name: string, data: readonly (readonly unknown[])[]): Sheet | null {
  const isFilled = (cell: unknown) => cell !== null && cell !== "";
  const width = Math.max(0, ...data.map((row) => row.filter(isFilled).length));
  const start = data.findIndex((row) => row.filter(isFilled).length >= Math.min(2, width));
  if (start < 0 || width === 0) return null;
  const [header, ...rows] = data.slice(start);
  const isHeader = header.every((cell) => cell === null || typeof cell === "string");
  const names = header.map((cell, i) =>
    isHeader && isFilled(cell) ? String(cell) : `column ${i + 1}`,
  );
  const body = (isHeader ? rows : data.slice(start)).filter((row) => row.some(isFilled));
  return body.length > 0 ? { name, names, rows: body } : null;
}

/** Dates are texts; all else is as the sheet has it. */
function cellOf(cell: unknown): unknown {
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : (cell ?? null);
}
