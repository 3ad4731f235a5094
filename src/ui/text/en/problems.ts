/** Where a problem is and what was there. */
export interface Found {
  readonly file?: string;
  readonly row?: number;
  readonly column?: string;
  readonly expected?: string;
  readonly value?: string;
  readonly count?: number;
}

const place = ({ file, row, column }: Found): string =>
  [
    file ?? "",
    row === undefined ? "" : `row ${row}`,
    column === undefined ? "" : `column ${column}`,
  ]
    .filter(Boolean)
    .join(", ");

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

const at = (found: Found): string => {
  const where = place(found);
  if (!where) return "";
  return `${found.file ? where : capital(where)}: `;
};

/** A sentence after its place, or with a capital where it has none. */
const said = (found: Found, text: string): string =>
  at(found) ? `${at(found)}${text}` : capital(text);

const more = ({ count }: Found): string =>
  count === undefined || count < 2 ? "" : ` (and ${count - 1} more like it)`;

const advice = (kind = ""): string =>
  ["xz", "Zstandard", "bzip2", "7-Zip"].includes(kind)
    ? `Unpack it first (for example with ${kind === "xz" ? "unxz" : kind === "Zstandard" ? "unzstd" : "your file manager"}) and drop what is inside.`
    : "Save or export it as CSV, JSON or Parquet and drop it again.";

const missing = "Its row is left out while this column is used.";

/** What can be wrong with a file, in one sentence or two: what happened, where, and what to do. */
export const problems = {
  "empty-file": (found: Found) =>
    said(found, "the file is empty. Choose one with a row per answer and a number per value."),
  "binary-file": (found: Found) =>
    said(
      found,
      `this looks like a ${found.value ?? "binary"} file, which cannot be read here. ${advice(found.value)}`,
    ),
  "damaged-file": (found: Found) =>
    said(
      found,
      `the file begins like ${found.expected ?? "a table"} but cannot be read as such${found.value ? ` (${found.value})` : ""}. It may be cut short; copy or export it again.`,
    ),
  "unsupported-file": (found: Found) =>
    said(
      found,
      `${found.value ?? "this kind of file"} is not read here. Save a plain table of numbers, little-endian, with a row per answer, or export it as CSV.`,
    ),
  "too-deep": (found: Found) =>
    said(
      found,
      "lists stand inside lists, or records inside records, deeper than a table goes. Export one record per answer, with a number for each value.",
    ),
  "too-large-file": (found: Found) =>
    said(
      found,
      `${found.value ?? "the file"} is too large to be opened here${found.count ? ` (${Math.round(found.count / 1e6)} MB)` : ""}. Export the columns you need as Parquet or CSV, or a part of the rows.`,
    ),
  "too-many-rows": (found: Found) =>
    said(
      found,
      `${found.value ?? "so many"} rows are more than fit here. Export a random part of them.`,
    ),
  "means-only": () =>
    "This table holds averages, not answers: a palette is found by weighing single answers, so one row per answer is needed. Export the rows themselves.",
  "no-scores": () =>
    "There are chosen and rejected texts here but no scores. Score them with reward models first, or open a file that has the scores.",
  "no-match": ({ column }: Found) =>
    `No row of these files has the same ${column}. Join them by another column, or read them as parts of one table.`,
  "mixed-scales": ({ column, value, expected }: Found) =>
    `The values run over very different ranges: ${column} over ${value}, others over ${expected} or less. Nothing need be done about it: each target is in its value's own units.`,
  "few-rows": ({ count }: Found) =>
    `Only ${count} rows: figures will be rough, and few answers can carry a palette. A few thousand are better.`,
  "near-collinear": ({ column, value }: Found) =>
    `Columns ${column} and ${value} say almost the same. Keep one: with both, the price of each is arbitrary.`,
  "duplicate-rows": ({ count, expected }: Found) =>
    `${count} of ${expected} rows repeat the numbers of another row. If answers were copied, figures look surer than they are.`,
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
