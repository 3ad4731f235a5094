/** Chooses between the forms of a word by a language's own rules: `plurals("en")(2, "value", "values")`. */
export function plurals(locale: string): (n: number, one: string, other: string) => string {
  const rules = new Intl.PluralRules(locale);
  return (n, one, other) => (rules.select(n) === "one" ? one : other);
}
