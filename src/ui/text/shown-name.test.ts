import { expect, test } from "vitest";
import { shownName } from "./shown-name.ts";

test.each([
  ["answers.csv", "answers.csv"],
  ["Güte & 善", "Güte & 善"],
  ["a\u202efdp.exe", "a⟨U+202E⟩fdp.exe"],
  ["two\nlines\u0000", "two␊lines␀"],
  ["\u007f", "⟨U+007F⟩"],
  ["טוב.csv", "\u2068טוב.csv\u2069"],
  ["\u2067טוב\u2069", "\u2068⟨U+2067⟩טוב⟨U+2069⟩\u2069"],
])("%j is shown as %j", (name, shown) => {
  expect(shownName(name)).toBe(shown);
});

test("a name without end is cut", () => {
  expect(shownName("x".repeat(5000))).toBe(`${"x".repeat(299)}…`);
});
