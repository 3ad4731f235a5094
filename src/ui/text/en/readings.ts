import { lists } from "../join.ts";
import { plurals } from "../plural.ts";
import { either, type Guess, MOST_NAMED, type OtherWay, onOff } from "../reading-words.ts";

const plural = plurals("en");
const list = lists("en-GB");

const named = (names: readonly string[] = []): string =>
  names.length <= MOST_NAMED
    ? list(names)
    : `${names.slice(0, MOST_NAMED).join(", ")} and ${names.length - MOST_NAMED} more`;
const rows = (count = 0): string => `${count} ${plural(count, "row", "rows")}`;
const unused = (): string => "";

const PAIRED: Readonly<Record<string, string>> = {
  signed: "“preference” is half of it for the one answer and against the other.",
  graded: "“win” is how much of the preference each of them has, from 0 to 1.",
  wins: "“win” is 1 for the better one, 0 for the other, ½ for a tie.",
};

/** How the rows of a file were understood, and the other ways to read them. */
export const readings = {
  said: {
    part: ({ names, count }: Guess) =>
      `The file holds several lists or sheets; “${named(names)}” is read (${rows(count)}).`,
    dialect: ({ names }: Guess) => `This is no plain JSON; it was read as ${named(names)}.`,
    frame: ({ names }: Guess) =>
      `Read as a table that pandas wrote, ${names[0] === "index" ? "row by row" : "column by column"}.`,
    parsed: either(
      ({ names }) =>
        `Cells of ${named(names)} hold records or lists as text; they were read as such.`,
      ({ names }) =>
        `Cells of ${named(names)} hold records or lists as text; they were left as text.`,
    ),
    messages: either(
      ({ names }) =>
        `${named(names)} ${plural(names.length, "holds", "hold")} chat messages, read as texts; of a dialogue the last answer is the answer text, what stands before it the prompt.`,
      ({ names }) =>
        `${named(names)} ${plural(names.length, "holds", "hold")} chat messages, left as they stand.`,
    ),
    nested: either(
      ({ names }) => `The records in ${named(names)} were laid out as columns, one for each field.`,
      ({ names }) => `The records in ${named(names)} were left as they stand.`,
    ),
    answers: either(
      ({ names, count }) =>
        `Each record holds several answers (${named(names)}): each became a row of its own, ${rows(count)} in all, its prompt repeated.`,
      ({ names }) => `The lists in ${named(names)} were left as they stand.`,
    ),
    vectors: either(
      ({ names }) => `The lists of numbers in ${named(names)} became a column for each place.`,
      ({ names }) => `The lists of numbers in ${named(names)} were left as they stand.`,
    ),
    pairs: either(
      ({ names, value = "wins", taken }) =>
        `Each row compares two answers (${named(names.slice(0, 2))}): each became a row of its own; ${names[2] ? `from ${names[2]}, ` : ""}${PAIRED[value]}${taken === "turned" ? " The preference was read the other way round." : ""}`,
      ({ names }) =>
        `Each row compares two answers (${named(names.slice(0, 2))}) and was left as it stands; what is preferred is no value of one answer.`,
    ),
    events: either(
      ({ names, count }) =>
        `A log of several kinds of records: those of kind “${named(names)}” are read (${rows(count)}).`,
      () => "A log of several kinds of records: all are read.",
    ),
    long: either(
      ({ names: [metric, score, key], count }) =>
        `A long table: each name in ${metric} became a column with its numbers from ${score}; one row for each ${key} (${rows(count)}).`,
      ({ names: [metric, score] }) =>
        `A long table, left as it stands: ${score} holds the numbers of every ${metric}.`,
    ),
    "plain-numbers": either(
      ({ names }) =>
        `The numbers in ${named(names)} have a mark, an error or a unit beside them; the numbers alone are used.`,
      ({ names }) =>
        `The numbers in ${named(names)} have something beside them; they were left as text.`,
    ),
    "nearly-numbers": either(
      ({ names, value }) =>
        `Most cells of ${named(names)} are numbers; the others (“${value}”) are read as gaps.`,
      ({ names, value }) =>
        `Most cells of ${named(names)} are numbers, but not all (“${value}”), so it is read as text.`,
    ),
    sentinels: either(
      ({ names, count = 0 }) =>
        `${count} ${plural(count, "number looks", "numbers look")} like a mark for “missing” (${named(names)}): read as ${plural(count, "a gap", "gaps")}.`,
      ({ names, count = 0 }) =>
        `${count} ${plural(count, "number", "numbers")} may be a mark for “missing” (${named(names)}): read as ${plural(count, "a number", "numbers")}.`,
    ),
    groups: either(
      ({ names, count, value }) =>
        `Hardly a row has a number in every value, so those that most rows share are used: ${named(names)} (${count} of ${value} rows).`,
      () => "Some rows lack a number in one value or another. Fewer values keep more rows:",
    ),
    files: ({ names, count, taken }: Guess) => {
      if (taken === "beside")
        return `The ${count} files have as many rows and were put beside one another, row by row.`;
      if (taken === "below")
        return "The files were read as parts of one table, one below the other.";
      return taken.startsWith("join:")
        ? `The files were joined row by row where ${named(names)} is the same.`
        : `The ${count} files are different tables; ${named(names)} is read.`;
    },
    split: ({ names, taken }: Guess) =>
      taken === "all"
        ? `The files are splits of one set (${named(names)}); all are read.`
        : `Only the split ${named(names)} is read.`,
    archive: ({ names }: Guess) => `Not read, as no tables: ${named(names)}.`,
  },
  ways: {
    part: ({ names, count }: OtherWay) => `Read “${named(names)}” instead (${rows(count)})`,
    dialect: unused,
    frame: unused,
    parsed: onOff("Read them as records", "Leave them as text"),
    messages: onOff("Read them as texts", "Leave them as they stand"),
    nested: onOff("Make columns of them", "Leave them as they stand"),
    answers: onOff("Make rows of them", "Leave them as they stand"),
    vectors: onOff("Make columns of them", "Leave them as they stand"),
    pairs: ({ pick }: OtherWay): string =>
      pick === "off"
        ? "Leave them as they stand"
        : pick === "turned"
          ? "Read the preference the other way round"
          : "Make two answers of each row",
    events: ({ pick, names, count }: OtherWay) =>
      pick === "off"
        ? "Read all kinds"
        : names
          ? `Read “${named(names)}” instead (${rows(count)})`
          : "Read one kind only",
    long: ({ pick, names, count }: OtherWay) =>
      pick === "off"
        ? "Leave it as it stands"
        : names
          ? `One row for each ${named(names)} instead (${rows(count)})`
          : "Make a column for each name",
    "plain-numbers": onOff("Use the numbers alone", "Leave them as text"),
    "nearly-numbers": onOff("Read it as numbers with gaps", "Read it as text"),
    sentinels: onOff("Read them as gaps", "They are numbers: use them"),
    groups: ({ pick, names, count }: OtherWay) =>
      pick === "off" ? "Use all values" : `Use ${named(names)} (${rows(count)})`,
    files: ({ pick, names, count }: OtherWay) => {
      if (pick === "beside") return "Put them beside one another";
      if (pick === "below") return "Read them one below the other";
      return pick.startsWith("join:")
        ? `Join them by ${named(names)}`
        : `Read ${named(names)} only (${rows(count)})`;
    },
    split: ({ pick, names, count }: OtherWay) =>
      pick === "all"
        ? `Read all splits (${rows(count)})`
        : `Read ${named(names)} only (${rows(count)})`,
    archive: unused,
  },
  /** Why a column is proposed as it is. */
  reasons: {
    bookkeeping: "By its name a count, a setting or a place, no score",
    truth: "By its name what was expected or predicted, no score",
    time: "Looks like times, no score",
    running: "Counts the rows, no score",
    constant: "The same in every row",
    lower: "Read as lower is better, by its name",
    open: "Is more of it better, or less? Its name does not say",
    group: "Few rows have it together with the values used",
    "too-many": "No more values can be used at once",
    words: "A few words: used as value, each gets a number",
    "word-map": "Words read as numbers; change them here",
  },
  /** The numbers of words. */
  words: {
    title: (column: string) => `Numbers for the words of ${column}`,
    numberOf: (word: string, column: string) => `Number for “${word}” in ${column}`,
    count: (count: number) => rows(count),
    gap: "gap",
  },
  /** What a value is called elsewhere, where its column has a name that is known. */
  shownAs: (label: string) => `shown as “${label}”`,
};
