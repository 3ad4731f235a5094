/** Chooses between the forms of a word by a language's own rules: `plurals("en")(2, "value", "values")`. */
export function plurals(locale: string): (n: number, one: string, other: string) => string {
  const rules = new Intl.PluralRules(locale);
  return (n, one, other) => (rules.select(n) === "one" ? one : other);
}

/** A number that is already written, with its noun: `counted("answer", "answers")("1")`. */
export function counted(one: string, other: string): (written: string) => string {
  return (written) => `${written} ${written === "1" ? one : other}`;
}
