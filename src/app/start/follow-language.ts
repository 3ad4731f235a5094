import type { StoreApi } from "zustand/vanilla";
import type { PreferencesState } from "../../state/preferences-store.ts";
import { speak } from "../../ui/language.ts";
import { LANGUAGES, localeFor } from "../../ui/text/locale.ts";

/**
 * Speaks the language that the preferences name, or else the first of the browser's (`wishes`, BCP 47 tags) that there is, now
 * and after each change. Resolves when the page can be shown.
 */
export async function followLanguage(
  preferences: StoreApi<PreferencesState>,
  wishes: readonly string[],
  onSpeaking: (locale: string) => void,
): Promise<void> {
  let turn = 0;
  const follow = async () => {
    const ownTurn = ++turn;
    const { locale } = preferences.getState();
    const text = await LANGUAGES[localeFor(locale === "auto" ? wishes : [locale])].load();
    if (ownTurn !== turn) return;
    speak(text);
    onSpeaking(text.locale);
  };
  preferences.subscribe((now, before) => {
    if (now.locale !== before.locale) void follow();
  });
  await follow();
}
