import type { Catalogue } from "./en.ts";

/** A language: what it calls itself, and its sentences, which come in a part of their own when they are first asked for. */
interface Language {
  readonly name: string;
  load(): Promise<Catalogue>;
}

const TABLE = {
  en: { name: "English", load: async () => (await import("./en.ts")).en },
  de: { name: "Deutsch", load: async () => (await import("./de.ts")).de },
} as const satisfies Readonly<Record<string, Language>>;

/** One of the languages there are. */
export type Locale = keyof typeof TABLE;

/** The languages there are, by their tags. A new one is a row here, a folder of catalogues and the file that gathers them. */
export const LANGUAGES: Readonly<Record<Locale, Language>> = TABLE;

/** Their tags, in the order in which they are offered. */
export const LOCALES = Object.keys(LANGUAGES) as readonly Locale[];

/** The first of some wishes, BCP 47 tags, that there is; "de-AT" gets German. Default English. */
export function localeFor(wishes: readonly string[]): Locale {
  const primary = wishes.map((tag) => tag.toLowerCase().split("-")[0]);
  return primary.flatMap((tag) => LOCALES.filter((locale) => locale === tag))[0] ?? "en";
}
