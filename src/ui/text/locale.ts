/** The languages there are. */
export const LOCALES = ["en", "de"] as const;

/** One of the languages there are. */
export type Locale = (typeof LOCALES)[number];
