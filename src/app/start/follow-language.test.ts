import { afterEach, expect, test } from "vitest";
import { createPreferencesStore } from "../../state/preferences-store.ts";
import { eventually } from "../../testing/eventually.ts";
import { speak, spokenLocale } from "../../ui/language.ts";
import { en } from "../../ui/text/en.ts";
import { LANGUAGES, LOCALES, type Locale } from "../../ui/text/locale.ts";
import { followLanguage } from "./follow-language.ts";

afterEach(() => speak(en));

function storage() {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
  };
}

test("the page speaks as the browser does, until somebody chooses; the choice is kept", async () => {
  const disk = storage();
  const preferences = createPreferencesStore(disk, LOCALES);
  const heard: string[] = [];
  await followLanguage(preferences, ["de-AT", "en"], {
    onSpeaking: (locale) => heard.push(locale),
    onMissing: (locale) => heard.push(`no ${locale}`),
  });
  expect(spokenLocale()).toBe("de");
  preferences.getState().setLocale("en");
  await eventually(() => expect(spokenLocale()).toBe("en"));
  expect(heard).toEqual(["de", "en"]);
  expect(createPreferencesStore(disk, LOCALES).getState().locale).toBe("en");
  expect(createPreferencesStore(disk, ["de"]).getState().locale).toBe("auto");
});

test("of two quick choices the last one counts", async () => {
  const preferences = createPreferencesStore(null, LOCALES);
  const heard: string[] = [];
  await followLanguage(preferences, [], {
    onSpeaking: (locale) => heard.push(locale),
    onMissing: (locale) => heard.push(`no ${locale}`),
  });
  preferences.getState().setLocale("de");
  preferences.getState().setLocale("en");
  await eventually(() => expect(heard.length).toBe(2));
  expect(heard).toEqual(["en", "en"]);
});

/** A host that has lost the sentences of some languages. */
function without(...missing: Locale[]) {
  const heard: string[] = [];
  return {
    heard,
    parts: {
      onSpeaking: (locale: string) => heard.push(locale),
      onMissing: (locale: Locale) => heard.push(`no ${locale}`),
      load: async (locale: Locale) => {
        if (missing.includes(locale)) throw new TypeError("Failed to fetch");
        return LANGUAGES[locale].load();
      },
    },
  };
}

test("a language that does not come is told, and the page speaks another, or goes on with its own", async () => {
  const { heard, parts } = without("de");
  const preferences = createPreferencesStore(null, LOCALES);
  await followLanguage(preferences, ["de"], parts);
  expect(heard).toEqual(["en", "no de"]);
  preferences.getState().setLocale("en");
  await eventually(() => expect(heard.length).toBe(3));
  preferences.getState().setLocale("de");
  await eventually(() => expect(heard).toEqual(["en", "no de", "en", "no de"]));
  expect(spokenLocale()).toBe("en");
});

test("where no language comes the page is not shown", async () => {
  const { parts } = without("en", "de");
  const preferences = createPreferencesStore(null, LOCALES);
  await expect(followLanguage(preferences, ["de"], parts)).rejects.toThrow("Failed to fetch");
});
