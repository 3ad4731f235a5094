/** The Data page. Numbers arrive formatted. */
export const data = {
  title: "Data",
  samples: {
    title: "Calibrated samples",
    lead: "Calibrated synthetic samples, figures measured on the public MAP reward samples. They hold numbers only, no answer texts.",
    size: (name: string) => `Size of ${name}`,
    answers: (rows: string) => `${rows} answers`,
    use: "Use this sample",
    useNamed: (name: string) => `Use the sample ${name}`,
    current: "in use",
  },
  file: {
    title: "Your own file",
    drop: "Drop a file here, or several parts of one table, or",
    choose: "choose a file",
    another: "choose another file",
    formats:
      "CSV, JSON, Parquet, Arrow or NumPy, also gzipped or in a zip: one row per answer, one number per value. Prompt and answer texts may be there too.",
    privacy: "The file is read in this browser and goes nowhere else.",
    dropHere: "Drop the file to read it",
    reading: (name: string) => `Reading ${name}…`,
    readSoFar: (done: string, all: string, rows: string) =>
      rows === "0" ? `${done} of ${all} MB` : `${done} of ${all} MB, ${rows} rows`,
    sorting: "Sorting the rows…",
    cancel: "Cancel",
    crashed: (name: string) =>
      `Reading ${name} ran out of memory or stopped. Try a smaller part of the file. The answers loaded before are still in use.`,
    refused: (name: string) => `${name} cannot be used yet.`,
    kept: "The answers loaded before are still in use.",
  },
  problems: {
    more: (n: string) => `and ${n} more of this kind`,
  },
  preview: {
    title: (name: string, rows: string) => `${name} · ${rows} rows`,
    lead: "Each row is one answer. Say what the columns are; names and directions can be changed.",
    caption: "Columns of the file",
    column: "Column",
    use: "Used as",
    name: "Called",
    lower: "Lower is better",
    figures: "Mean ± sd",
    range: "Range",
    gaps: "Missing",
    examples: "Distribution or first texts",
    uses: {
      value: "value",
      prompt: "prompt",
      response: "answer text",
      weight: "weight",
      ignore: "not used",
    },
    useOf: (column: string) => `Use of column ${column}`,
    nameOf: (column: string) => `Name for column ${column}`,
    lowerOf: (column: string) => `Lower is better for ${column}`,
    rangeOf: (low: string, high: string) => `${low} to ${high}`,
    spread: (mean: string, sd: string) => `${mean} ± ${sd}`,
    none: "–",
    count: (rows: string, values: number) =>
      `${rows} answers, ${values} ${values === 1 ? "value" : "values"}.`,
    all: "No row is left out.",
    dropped: (dropped: string, rows: string) =>
      `${dropped} of ${rows} rows are left out: a number in a used column is missing or unusable.`,
    useThese: (rows: string) => `Use these ${rows} answers`,
    discard: "Put the file away",
    checking: "Counting…",
  },
};
