import type { StoreApi } from "zustand/vanilla";
import type { PreferencesState } from "../../state/preferences-store.ts";
import { speak } from "../../ui/language.ts";
import type { Catalogue } from "../../ui/text/en.ts";
import { LANGUAGES, LOCALES, type Locale, localeFor } from "../../ui/text/locale.ts";

/** What following a language tells, and where it has the sentences from. */
export interface LanguageParts {
  /** Told of each language that is spoken from now on. */
  onSpeaking(locale: string): void;
  /** Told of a language whose sentences did not come; what was spoken before still is. */
  onMissing(locale: Locale): void;
  /** Fetches the sentences of a language. Default those of the build. */
  load?(locale: Locale): Promise<Catalogue>;
}

/**
 * Speaks the language that the preferences name, or else the first of the browser's (`wishes`, BCP 47 tags) that there is, now
 * and after each change. Resolves when the page can be shown: where its language does not come, in another one. Errors: rejects
 * where none comes.
 */
export async function followLanguage(
  preferences: StoreApi<PreferencesState>,
  wishes: readonly string[],
  { onSpeaking, onMissing, load = (locale) => LANGUAGES[locale].load() }: LanguageParts,
): Promise<void> {
  let turn = 0;
  const wished = () => {
    const { locale } = preferences.getState();
    return localeFor(locale === "auto" ? wishes : [locale]);
  };
  const follow = async (locale: Locale) => {
    const ownTurn = ++turn;
    const text = await load(locale);
    if (ownTurn !== turn) return;
    speak(text);
    onSpeaking(text.locale);
  };
  preferences.subscribe((now, before) => {
    if (now.locale !== before.locale) void follow(wished()).catch(() => onMissing(wished()));
  });
  const first = wished();
  try {
    await follow(first);
  } catch (problem) {
    await anyOf(
      LOCALES.filter((locale) => locale !== first),
      follow,
      problem,
    );
    onMissing(first);
  }
}

async function anyOf(
  locales: readonly Locale[],
  follow: (locale: Locale) => Promise<void>,
  problem: unknown,
): Promise<void> {
  const [next, ...rest] = locales;
  if (!next) throw problem;
  try {
    await follow(next);
  } catch (other) {
    await anyOf(rest, follow, other);
  }
}
