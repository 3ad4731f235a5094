import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { en } from "./en.ts";
import { LANGUAGES, LOCALES, localeFor } from "./locale.ts";
import { plurals } from "./plural.ts";

type Leaf = readonly [path: string, leaf: unknown];

function leavesOf(part: unknown, path = ""): Leaf[] {
  if (typeof part !== "object" || part === null) return [[path, part]];
  return Object.entries(part).flatMap(([key, inner]) => leavesOf(inner, `${path}.${key}`));
}

/** Every sentence of a file as it stands in the source, also those that functions make. */
function sentencesOf(locale: string): string[] {
  const folder = join(import.meta.dirname, locale);
  return readdirSync(folder).flatMap((file) => {
    const source = readFileSync(join(folder, file), "utf8").replace(/^import .*$/gm, "");
    return [...source.matchAll(/"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)].map(
      ([, plain, made]) => plain ?? made,
    );
  });
}

/** As a reader says it that cannot read more; its format is none of today's, so that every format is understood. */
const LIMIT_OF_A_FORMAT = "7 MB of Feather";
const english = new Map(leavesOf(en));
const catalogues = await Promise.all(
  LOCALES.map(async (locale) => ({ locale, catalogue: await LANGUAGES[locale].load() })),
);
const translations = catalogues.filter(({ locale }) => locale !== "en");

/** What readers of files say they expect or find. */
function phrasesOfReaders(): string[] {
  const folder = join(import.meta.dirname, "../../ingest");
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /(?<!\.test)\.ts$/.test(file) && !file.includes("testing"))
    .map((file) => readFileSync(join(folder, file), "utf8"));
  return sources.flatMap((source) =>
    [...source.matchAll(/(?:expected|value|unsupported)(?::| =) "([^"]*[a-z]{2} [^"]*)"/g)].map(
      ([, phrase]) => phrase,
    ),
  );
}

describe.each(catalogues)("the catalogue of $locale", ({ locale, catalogue }) => {
  test("says which language it is, and the language's own name is given", () => {
    expect(catalogue.locale).toBe(locale);
    expect(Intl.getCanonicalLocales(locale)).toEqual([locale]);
    expect(LANGUAGES[locale].name).toMatch(/^\p{L}+/u);
  });

  test("quotes in pairs of one kind, and writes an ellipsis as one sign", () => {
    const sentences = sentencesOf(locale);
    const marks = sentences.map((text) => [...text].filter((sign) => "„“”«»‹›".includes(sign)));
    const kinds = [/^(“”)*$/, /^(„“)*$/, /^(„”)*$/, /^(«»)*$/, /^(»«)*$/];
    const wrong = kinds.map((kind) => marks.filter((found) => !kind.test(found.join(""))));
    expect(wrong.reduce((a, b) => (b.length < a.length ? b : a))).toEqual([]);
    expect(sentences.filter((sentence) => sentence.includes("..."))).toEqual([]);
  });
});

describe.each(translations)("the translation into $locale", ({ catalogue }) => {
  const translated = new Map(leavesOf(catalogue));

  test("has what the English has, nothing less and nothing more", () => {
    expect([...translated.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [path, leaf] of english) expect(typeof translated.get(path), path).toBe(typeof leaf);
  });

  test("left no sentence in English", () => {
    const same = [...english].filter(
      ([path, leaf]) =>
        typeof leaf === "string" && / .* /.test(leaf) && translated.get(path) === leaf,
    );
    expect(same).toEqual([]);
  });

  test("knows everything that readers of files expect or find", () => {
    const phrases = [...phrasesOfReaders(), LIMIT_OF_A_FORMAT];
    expect(phrases).toContain("a finite number");
    const {
      "not-records": said,
      "binary-file": kind,
      "unsupported-file": form,
    } = catalogue.problems;
    const { "ragged-row": row } = catalogue.problems;
    for (const phrase of phrases.filter((known) => !/^an answer$|pickle/.test(known))) {
      const found = { expected: phrase, value: phrase };
      const tries = [said({ expected: phrase }), kind(found), form(found), row(found)];
      expect(
        tries.filter((sentence) => !sentence.includes(phrase)),
        phrase,
      ).not.toEqual([]);
    }
  });
});

test("German quotes as German does", () => {
  for (const sentence of sentencesOf("de"))
    expect([...sentence].filter((sign) => "„“”".includes(sign)).join("")).toMatch(/^(„“)*$/);
});

test("plurals follow the language", () => {
  expect([0, 1, 2, 0.5].map((n) => plurals("de")(n, "Wert", "Werte"))).toEqual([
    "Werte",
    "Wert",
    "Werte",
    "Werte",
  ]);
  expect(plurals("en")(1, "value", "values")).toBe("value");
});

test.each([
  [["de-CH", "en"], "de"],
  [["xx", "DE"], "de"],
  [["xx-FR", "en-GB", "de"], "en"],
  [["den"], "en"],
  [[], "en"],
])("of %j the page speaks %s", (wishes, locale) => {
  expect(localeFor(wishes)).toBe(locale);
});
