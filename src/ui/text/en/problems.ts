import { formatList } from "../format-names.ts";
/** Where a problem is and what was there. */
export interface Found {
  readonly file?: string;
  readonly row?: number;
  readonly column?: string;
  readonly expected?: string;
  readonly value?: string;
  readonly count?: number;
}

const place = ({ file, row, column }: Found, unit: "row" | "line"): string =>
  [
    file ?? "",
    row === undefined ? "" : `${unit} ${row}`,
    column === undefined ? "" : `column ${column}`,
  ]
    .filter(Boolean)
    .join(", ");

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** A sentence after its place, or with a capital where it has none. */
const said = (found: Found, text: string, unit: "row" | "line" = "row"): string => {
  const where = place(found, unit);
  if (where === "") return capital(text);
  return `${found.file ? where : capital(where)}: ${text}`;
};

/** A sentence in which only the place changes. */
const plain =
  (text: string, unit: "row" | "line" = "row") =>
  (found: Found): string =>
    said(found, text, unit);

const more = ({ count }: Found): string =>
  count === undefined || count < 2 ? "" : ` (and ${count - 1} more like it)`;

const article = (kind: string): string => (/^([aeiou]|xz|H[A-Z]|X[A-Z])/.test(kind) ? "an" : "a");

const advice = (kind: string): string =>
  ["xz", "Zstandard", "bzip2", "7-Zip"].includes(kind)
    ? `Unpack it first (for example with ${kind === "xz" ? "unxz" : kind === "Zstandard" ? "unzstd" : "your file manager"}) and drop what is inside.`
    : "Save or export it as CSV, JSON or Parquet and drop it again.";

const megabytes = (bytes = 0): string => `${Math.round(bytes / 1e6)} MB`;

/** The line of Python that writes what a pickle holds as CSV. */
export const unpickled = (file = "answers.pkl"): string => {
  const name = JSON.stringify(file.replace(/^.*[\\/]/, ""));
  return /\.(pt|pth|bin)$/i.test(file)
    ? `import pandas, torch; pandas.DataFrame(torch.load(${name}, map_location="cpu")).to_csv("answers.csv", index=False)`
    : `import pandas; pandas.DataFrame(pandas.read_pickle(${name})).to_csv("answers.csv", index=False)`;
};

const unusable = (found: Found): string =>
  said(
    found,
    `expected ${found.expected}, found “${found.value}”${more(found)}. Correct it, or its row is left out while this column is used.`,
  );

/** What can be wrong with a file, in two sentences or three: what was expected where, what was found, and what to do. */
export const problems = {
  "empty-file": (found: Found) =>
    said(
      found,
      "the file is empty: expected a row per answer with a number for each value. Choose another file, or export this one again.",
    ),
  "binary-file": (found: Found) => {
    const kind = found.value ?? "binary";
    return said(
      found,
      `this looks like ${article(kind)} ${kind} file, which cannot be read here; expected ${formatList("en-GB")}. ${advice(kind)}`,
    );
  },
  "damaged-file": (found: Found) =>
    said(
      found,
      `expected ${found.expected}, as the file begins, but it cannot be read as such${found.value ? ` (${found.value})` : ""}. It may be cut short: copy or export it again.`,
    ),
  "unsupported-file": (found: Found) =>
    said(
      found,
      `expected a table of little-endian numbers, found ${found.value}. Save it with a row per answer, or export it as CSV.`,
    ),
  "too-deep": (found: Found) =>
    said(
      found,
      "expected one record per answer, found lists inside lists, or records inside records, deeper than a table goes. Export a number for each value and answer.",
    ),
  "too-large-file": (found: Found) =>
    said(
      found,
      `found ${found.value ?? megabytes(found.count)}, expected at most ${found.expected}. Export the columns you need as Parquet or CSV, or a part of the rows.`,
    ),
  "too-many-rows": (found: Found) =>
    said(
      found,
      `found ${found.value} rows, expected at most ${found.expected}. Export a random part of them.`,
    ),
  "means-only": (found: Found) =>
    said(
      found,
      `expected one row per answer, found averages${found.value ? ` (“${found.value}”)` : ""}: a palette is found by weighing single answers. Export the rows that these are averages of.`,
    ),
  "no-match": (found: Found) =>
    said(
      found,
      "expected entries that all files share, found none. Join them by another column, or read them as parts of one table.",
    ),
  "mixed-scales": (found: Found) =>
    said(
      found,
      `the numbers run over ${found.value}, those of other columns over ${found.expected} or less. Nothing need be done about it: each target is in its value’s own units.`,
    ),
  "few-rows": (found: Found) =>
    said(
      found,
      `only ${found.count} rows, expected some hundreds: figures will be rough, and few answers can carry a palette. Bring a few thousand if you can.`,
    ),
  "near-collinear": (found: Found) =>
    said(
      found,
      `expected columns that differ, found that this one says almost the same as ${found.value}. Keep one of them: with both, the price of each is arbitrary.`,
    ),
  "duplicate-rows": (found: Found) =>
    said(
      found,
      `${found.count} of ${found.expected} rows repeat the numbers of another row, expected answers of their own. If answers were copied, remove the copies: with them, figures look surer than they are.`,
    ),
  "not-json": (found: Found) =>
    said(
      found,
      `expected JSON, as the file begins, but it cannot be read near “${found.value}”. Check for a missing comma, bracket or quote.`,
      "line",
    ),
  "not-records": (found: Found) =>
    said(
      found,
      `expected ${found.expected}, found ${found.value ?? "something else"}${more(found)}. Write an array with one record per answer.`,
    ),
  "no-header": (found: Found) =>
    said(
      found,
      `expected the names of the columns, found “${found.value}”, so the row was read as an answer and the columns are numbered. Add a row of names on top to name them.`,
    ),
  "title-rows": (found: Found) =>
    said(
      found,
      `expected ${found.expected}, found “${found.value}”. ${found.count === 1 ? "This row was" : `${found.count} rows were`} passed over and the names taken from the next. If that is wrong, remove what stands above the names.`,
    ),
  "ragged-row": (found: Found) => {
    if (found.count)
      return said(
        found,
        `${found.count} rows in all have another number of cells than the ${found.expected} of the header. They are left out; look for stray or missing separators or quotes.`,
      );
    const isTwice = Number(found.value) === 2 * Number(found.expected);
    return said(
      found,
      `expected ${found.expected} ${found.expected === "1" ? "cell" : "cells"} as in the header, found ${found.value}. The row is left out; look for a stray or missing separator or quote.${isTwice ? " If its numbers have decimal commas, separate the columns by semicolons." : ""}`,
    );
  },
  "no-numeric-columns": ({ column, ...found }: Found) =>
    said(
      found,
      `no column holds numbers: expected ${found.expected}, found for example “${found.value}” in column ${column}. Give each value a column with one number per answer.`,
    ),
  "too-few-rows": (found: Found) =>
    said(
      found,
      `only ${found.count ?? 0} usable ${found.count === 1 ? "row" : "rows"}; at least ${found.expected} are needed to compare answers. Bring more answers, or use fewer of the columns that have gaps.`,
    ),
  "not-a-number": unusable,
  "not-finite": unusable,
  "too-large-number": (found: Found) =>
    said(
      found,
      `expected ${found.expected}, found ${found.value}, which is too large to compute with${more(found)}. Rescale the column, or its row is left out while this column is used.`,
    ),
  "constant-column": (found: Found) =>
    said(
      found,
      `expected ${found.expected}, found ${found.value} in every row: there is nothing to choose between, so the column is not used. Check how it was scored if it should differ.`,
    ),
  "almost-numbers": (found: Found) =>
    said(
      found,
      `expected ${found.expected}, found “${found.value}”, so the column was read as text. To use it as a value, write numbers alone: 80 for 80%, 1234.5 for 1,234.5.`,
    ),
  "duplicate-column": (found: Found) =>
    found.count
      ? said(
          { file: found.file },
          `${found.count} columns in all had to be numbered, expected names of their own; the last is called ${found.value} here. Rename them to tell them apart.`,
        )
      : said(
          found,
          `expected a name of its own, found it twice: the later column is called ${found.value} here. Rename one of them to tell them apart.`,
        ),
  "duplicate-name": (found: Found) =>
    said(
      found,
      `two values are called ${found.value}, expected names that differ. Give each its own.`,
    ),
  "no-values-chosen": (found: Found) =>
    said(found, "no column is used as a value, expected at least one. Choose one in the table."),
  "bad-weight": (found: Found) =>
    said(
      found,
      "expected weights above zero, found none. Choose another column as weight, or none.",
    ),
  "rows-dropped": (found: Found) =>
    said(
      found,
      `${found.count} of ${found.expected} rows ${found.count === 1 ? "is" : "are"} left out because a number in a used column is missing or unusable. Fill the gaps, or use fewer columns.`,
    ),
  "summary-left-out": (found: Found) =>
    said(
      found,
      `expected an answer, found ${found.count === 1 ? "a row that sums" : `${found.count} rows that sum`} up the others (“${found.value}”). ${found.count === 1 ? "It is left out; if it is an answer, use it all the same, or change its" : "They are left out; if they are answers, use them all the same, or change their"} label.`,
    ),
  "summary-used": (found: Found) =>
    said(
      found,
      `expected an answer, found ${found.count === 1 ? "a row that seems" : `${found.count} rows that seem`} to sum up the others (“${found.value}”). ${found.count === 1 ? "It is" : "They are"} used as an answer; leave ${found.count === 1 ? "it" : "them"} out otherwise.`,
    ),
  "bad-line": (found: Found) =>
    found.count
      ? said(
          found,
          `${found.count} lines in all are no records, expected one a line. They are left out. Export the file again if they are needed.`,
        )
      : said(
          found,
          `expected a record, found “${found.value}”, which ends too early or is spoiled. The line is left out. Export the file again if it is needed.`,
          "line",
        ),
  "cut-text": plain(
    "expected the end of the list, found that the text breaks off. The records before it are used. Export the file again to have all of them.",
    "line",
  ),
  "bare-numbers": (found: Found) =>
    said(
      found,
      `expected numbers, found Python’s marks for none and infinity in ${found.count} ${found.count === 1 ? "place" : "places"}: read as ${found.count === 1 ? "a gap" : "gaps"}. Fill the gaps, or use fewer of the columns that have them.`,
    ),
  "cell-errors": (found: Found) =>
    said(
      found,
      `expected numbers, found “${found.value}”${found.count === 1 ? "" : ` and its like in ${found.count} cells`}, where a formula has no result: read as ${found.count === 1 ? "a gap" : "gaps"}. Correct the formulas if they should have one.`,
    ),
  "too-many-values": (found: Found) =>
    said(
      found,
      `${found.count} columns are used as values, expected at most ${found.expected}: more cannot be weighed at once. Choose fewer in the table.`,
    ),
  "too-many-columns": (found: Found) =>
    said(
      found,
      `found ${found.count} columns, expected at most ${found.expected}: a row per answer, with a column for each value. Export the values that you need, or turn the table round.`,
    ),
  prose: (found: Found) =>
    said(
      found,
      `this is a text (“${found.value}”), expected a table with a row per answer and a number for each value. Choose another file.`,
    ),
  "lfs-pointer": plain(
    "this is the pointer that Git LFS leaves in place of a large file, expected the file itself. Run “git lfs pull” in its repository, or download it from the repository’s page. Choose the file that you get.",
  ),
  pickle: (found: Found) =>
    said(
      found,
      `a Python pickle runs code when it is opened, so it is not read here; expected ${formatList("en-GB")}. Save its table in Python with: ${unpickled(found.value)}.`,
    ),
  encrypted: plain(
    "this Parquet file is encrypted, expected one that opens without a key. Export it again without encryption.",
  ),
  "same-file": (found: Found) =>
    said(
      found,
      `expected files that differ, found the answers of ${found.value} ${found.count === 1 ? "twice" : `and of others twice (${found.count} files)`}: they count once. Nothing need be done about it.`,
    ),
  unreadable: plain(
    "the file can no longer be read, expected it to stay as it is meanwhile: it was moved, deleted or changed, or it is a folder. Choose it again.",
  ),
} as const;
