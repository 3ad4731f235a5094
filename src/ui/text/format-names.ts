/** Formats of files that are read, by names that are the same in every language. */
export const FORMAT_NAMES = ["CSV", "JSON", "Parquet", "Arrow", "NumPy", "Excel"] as const;

/** "CSV, JSON or Parquet": the formats as a sentence of a language lists them. */
export function formatList(language: string): string {
  return new Intl.ListFormat(language, { type: "disjunction" }).format(FORMAT_NAMES);
}
