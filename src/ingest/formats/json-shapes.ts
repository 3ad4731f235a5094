import { type Fields, isFields } from "../table/fields.ts";
import type { RawColumn, RawTable } from "../table/raw-table.ts";

const WHOLE = /^\d+$/;
const NAMES =
  /^(names|columns|fields|keys|labels|values|dimensions|headers?|metrics?|rewards?_names)$/i;
const DEEPEST = 5;
/** Keys under which writers put the rows of a log. */
const ROWS =
  /^(results|samples|data|rows|records|instances|examples|predictions|items|entries|traces|outputs|answers)$/i;

/** A list of records inside a document, and where it stands. */
export interface Part {
  readonly path: string;
  readonly records: readonly unknown[];
}

/** Names and rows of cells: `{columns, data}` and its kin, as pandas (split) and W&B write tables; null for anything else. */
export function namedRows(fields: Fields): RawTable | null {
  const names = listOfNames(fields);
  if (!names) return null;
  const [key, list] = names;
  const entries = Object.entries(fields).filter(([other]) => other !== key);
  const table = entries.find(
    ([, rows]) =>
      Array.isArray(rows) &&
      rows.length > 0 &&
      rows.every((row) => Array.isArray(row) && row.length === list.length),
  );
  if (!table) return null;
  const rows = table[1] as unknown[][];
  const beside = entries.flatMap(([name, cells]): RawColumn[] =>
    name !== table[0] && name !== "index" && Array.isArray(cells) && cells.length === rows.length
      ? [{ name, cells }]
      : [],
  );
  return {
    rows: rows.length,
    columns: [...beside, ...list.map((name, i) => ({ name, cells: rows.map((row) => row[i]) }))],
  };
}

function listOfNames(fields: Fields): readonly [string, readonly string[]] | null {
  for (const [key, list] of Object.entries(fields))
    if (
      NAMES.test(key) &&
      Array.isArray(list) &&
      list.length > 0 &&
      list.every((name) => typeof name === "string")
    )
      return [key, list];
  return null;
}

/** A list of lists of cells whose first one holds the names of the columns; null for anything else. */
export function headedRows(rows: readonly unknown[]): RawTable | null {
  const lists = rows.filter((row): row is unknown[] => Array.isArray(row));
  const [header, ...others] = lists;
  if (lists.length < rows.length || lists.length < 2 || header.length === 0) return null;
  const isHeader =
    header.every((cell) => typeof cell === "string" && cell.trim() !== "") &&
    new Set(header).size === header.length;
  if (others.some((row) => row.length !== header.length)) return null;
  const hasNumber = others.some((row) => row.some((cell) => typeof cell === "number"));
  if (!hasNumber) return null;
  const body = isHeader ? others : lists;
  return {
    rows: body.length,
    columns: header.map((name, i) => ({
      name: isHeader ? String(name) : `column ${i + 1}`,
      cells: body.map((row) => row[i]),
    })),
  };
}

/**
 * Objects of objects with equal keys, as `DataFrame.to_json` writes them: by column (its default) or by row. Null for anything
 * else.
 */
export function crossTable(fields: Fields): { raw: RawTable; by: "columns" | "index" } | null {
  const outer = Object.entries(fields);
  if (outer.length === 0 || !outer.every(([, inner]) => isFields(inner))) return null;
  const inners = outer.map(([, inner]) => inner as Fields);
  const keys = [...new Set(inners.flatMap((inner) => Object.keys(inner)))];
  const filled = inners.reduce((sum, inner) => sum + Object.keys(inner).length, 0);
  if (keys.length === 0 || filled < 0.8 * keys.length * inners.length) return null;
  if (!inners.some((inner) => Object.values(inner).some((cell) => !isFields(cell)))) return null;
  const names = outer.map(([name]) => name);
  const by = isByColumn(names, keys, inners) ? "columns" : "index";
  const cellOf = (inner: Fields, key: string) => (Object.hasOwn(inner, key) ? inner[key] : null);
  if (by === "columns") {
    if (keys.length < 2) return null;
    const columns = names.map((name, i) => ({
      name,
      cells: keys.map((key) => cellOf(inners[i], key)),
    }));
    const index = keys.every((key) => WHOLE.test(key)) ? [] : [{ name: "index", cells: keys }];
    return { raw: { rows: keys.length, columns: [...index, ...columns] }, by };
  }
  if (names.length < 2) return null;
  const index = names.every((name) => WHOLE.test(name)) ? [] : [{ name: "index", cells: names }];
  const columns = keys.map((name) => ({ name, cells: inners.map((inner) => cellOf(inner, name)) }));
  return { raw: { rows: names.length, columns: [...index, ...columns] }, by };
}

function isByColumn(names: readonly string[], keys: readonly string[], inners: readonly Fields[]) {
  if (names.every((name) => WHOLE.test(name))) return false;
  if (keys.every((key) => WHOLE.test(key))) return true;
  const typesOf = (inner: Fields) =>
    new Set(Object.values(inner).flatMap((cell) => (cell === null ? [] : [typeof cell]))).size;
  if (inners.every((inner) => typesOf(inner) <= 1)) {
    const isMixed = new Set(inners.map((inner) => typeof Object.values(inner)[0])).size > 1;
    return isMixed || keys.length > names.length;
  }
  return false;
}

/** Lists of records inside a document, the likeliest rows first: those under a usual name, else the longest. */
export function partsOf(document: Fields): Part[] {
  const parts: (Part & { readonly isUsual: boolean })[] = [];
  const visit = (fields: Fields, path: readonly string[]) => {
    for (const [key, value] of Object.entries(fields)) {
      const here = [...path, key];
      if (Array.isArray(value)) {
        if (value.some(isFields) && value.filter(isFields).length >= value.length / 2)
          parts.push({ path: here.join("."), records: value, isUsual: ROWS.test(key) });
      } else if (isFields(value) && here.length < DEEPEST) visit(value, here);
    }
  };
  visit(document, []);
  return parts
    .map((part, k) => ({ part, k }))
    .sort(
      (a, b) =>
        Number(b.part.isUsual) - Number(a.part.isUsual) ||
        b.part.records.length - a.part.records.length ||
        a.k - b.k,
    )
    .map(({ part: { path, records } }) => ({ path, records }));
}
