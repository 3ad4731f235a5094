/** Joins names by a language's own rules: `lists("en-GB")(["A", "B", "C"])` is "A, B and C". American English has one more comma. */
export function lists(locale: string): (items: readonly string[]) => string {
  const format = new Intl.ListFormat(locale, { type: "conjunction" });
  return (items) => format.format(items);
}
