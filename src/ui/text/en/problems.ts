/** Where a problem is and what was there. */
export interface Found {
  readonly row?: number;
  readonly column?: string;
  readonly expected?: string;
  readonly value?: string;
  readonly count?: number;
}

const place = ({ row, column }: Found): string =>
  [row === undefined ? "" : `row ${row}`, column === undefined ? "" : `column ${column}`]
    .filter(Boolean)
    .join(", ");

const at = (found: Found): string => {
  const where = place(found);
  return where ? `${where[0].toUpperCase()}${where.slice(1)}: ` : "";
};

const more = ({ count }: Found): string =>
  count === undefined || count < 2 ? "" : ` (and ${count - 1} more like it)`;

const missing = "Its row is left out while this column is used.";

/** What can be wrong with a file, in one sentence or two: what happened, where, and what to do. */
export const problems = {
  "empty-file": () => "The file is empty. Choose one with a row per answer and a number per value.",
  "binary-file": ({ value }: Found) =>
    `This looks like a ${value ?? "binary"} file, not text. Save or export it as CSV or JSON and drop it again.`,
  "not-json": (found: Found) =>
    `${found.row ? `Line ${found.row}: ` : ""}the file starts like JSON but cannot be read as such, near “${found.value ?? ""}”. Check for a missing comma, bracket or quote.`,
  "not-records": (found: Found) =>
    `${at(found)}expected ${found.expected ?? "a record"}, found ${found.value ?? "something else"}${more(found)}. A JSON file should be an array with one record per answer.`,
  "no-header": () =>
    "The first row holds numbers, so it was read as data and the columns are numbered. Add a row of names on top to name them.",
  "ragged-row": (found: Found) =>
    found.count
      ? `${found.count} rows have another number of cells than the header (${found.expected}). They are left out.`
      : `${at(found)}expected ${found.expected} cells as in the header, found ${found.value}. The row is left out; look for a stray or missing separator or quote.`,
  "no-numeric-columns": () =>
    "No column holds numbers, so there is nothing to aim for. Each value needs a column with one number per answer.",
  "too-few-rows": ({ count, expected }: Found) =>
    `Only ${count ?? 0} usable ${count === 1 ? "row" : "rows"}; at least ${expected} are needed to compare answers.`,
  "not-a-number": (found: Found) =>
    `${at(found)}expected ${found.expected}, found “${found.value}”${more(found)}. ${missing}`,
  "not-finite": (found: Found) =>
    `${at(found)}expected ${found.expected}, found “${found.value}”${more(found)}. ${missing}`,
  "too-large-number": (found: Found) =>
    `${at(found)}${found.value} is too large to compute with${more(found)}. Rescale the column. ${missing}`,
  "constant-column": ({ column, value }: Found) =>
    `Column ${column} is ${value} in every row: there is nothing to choose between, so it is not used.`,
  "duplicate-column": ({ column, value }: Found) =>
    `Two columns are called ${column}; the later one is called ${value} here.`,
  "duplicate-name": ({ value }: Found) => `Two values are called ${value}. Give each its own name.`,
  "no-values-chosen": () => "No column is used as a value. Choose at least one.",
  "bad-weight": ({ column }: Found) =>
    `The weights in column ${column} are all zero. Choose another column or none.`,
  "rows-dropped": ({ count, expected }: Found) =>
    `${count} of ${expected} rows are left out because a number in a used column is missing or unusable.`,
} as const;
