import type { Catalogue } from "./en.ts";
import { LOCALES, type Locale } from "./locale.ts";

/** The sentences of a language; each comes in a part of its own, when it is first asked for. */
export async function loadText(locale: Locale): Promise<Catalogue> {
  if (locale === "de") return (await import("./de.ts")).de;
  return (await import("./en.ts")).en;
}

/** The first of some wishes, BCP 47 tags, that there is; "de-AT" gets German. Default English. */
export function localeFor(wishes: readonly string[]): Locale {
  const primary = wishes.map((tag) => tag.toLowerCase().split("-")[0]);
  return primary.flatMap((tag) => LOCALES.filter((locale) => locale === tag))[0] ?? "en";
}
