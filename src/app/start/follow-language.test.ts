import { afterEach, expect, test } from "vitest";
import { createPreferencesStore } from "../../state/preferences-store.ts";
import { eventually } from "../../testing/eventually.ts";
import { speak, spokenLocale } from "../../ui/language.ts";
import { en } from "../../ui/text/en.ts";
import { LOCALES } from "../../ui/text/locale.ts";
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
  await followLanguage(preferences, ["de-AT", "en"], (locale) => heard.push(locale));
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
  await followLanguage(preferences, [], (locale) => heard.push(locale));
  preferences.getState().setLocale("de");
  preferences.getState().setLocale("en");
  await eventually(() => expect(heard.length).toBe(2));
  expect(heard).toEqual(["en", "en"]);
});
