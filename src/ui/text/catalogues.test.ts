import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { localeFor } from "./load-text.ts";
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

const english = new Map(leavesOf(en));
const german = new Map(leavesOf(de));

describe("the German catalogue", () => {
  test("has what the English has, nothing less and nothing more", () => {
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [path, leaf] of english) expect(typeof german.get(path), path).toBe(typeof leaf);
  });

  test("left no sentence in English", () => {
    const same = [...english].filter(
      ([path, leaf]) => typeof leaf === "string" && / .* /.test(leaf) && german.get(path) === leaf,
    );
    expect(same).toEqual([]);
  });

  test("quotes as German does", () => {
    for (const sentence of sentencesOf("de")) {
      const marks = [...sentence].filter((sign) => "„“”".includes(sign)).join("");
      expect(marks, sentence).toMatch(/^(„“)*$/);
      expect(sentence).not.toMatch(/\.\.\./);
    }
  });

  test("knows everything that readers of files expect or find", () => {
    const folder = join(import.meta.dirname, "../../ingest");
    const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /(?<!\.test)\.ts$/.test(file) && !file.includes("testing"))
      .map((file) => readFileSync(join(folder, file), "utf8"));
    const phrases = sources.flatMap((source) =>
      [...source.matchAll(/(?:expected|value|unsupported)(?::| =) "([^"]*[a-z]{2} [^"]*)"/g)].map(
        ([, phrase]) => phrase,
      ),
    );
    expect(phrases).toContain("a finite number");
    const { "not-records": said, "binary-file": kind, "unsupported-file": form } = de.problems;
    const { "ragged-row": row } = de.problems;
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
  [["fr", "DE"], "de"],
  [["fr-FR", "en-GB", "de"], "en"],
  [["den"], "en"],
  [[], "en"],
])("of %j the page speaks %s", (wishes, locale) => {
  expect(localeFor(wishes)).toBe(locale);
});
