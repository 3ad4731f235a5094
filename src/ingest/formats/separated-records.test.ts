import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { beginningOf } from "./separated-head.ts";
import { firstRecords, guessDelimiter } from "./separated-records.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const DELIMITERS = [",", "\t", ";", "|"];
const cell = fc.oneof(
  fc.constantFrom(
    "",
    "1",
    "-2.5",
    "1,5",
    'a "b"',
    '"',
    "x;y",
    "p|q",
    "t\tu",
    "two\nlines",
    "ü",
    "漢字",
  ),
  fc.string({ maxLength: 6 }).map((text) => text.replaceAll("\r", "")),
);
const tables = fc.integer({ min: 1, max: 6 }).chain((width) =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 30,
  }),
);

describe("the first records of separated text", () => {
  test("are those that another program wrote, whatever is in them", () =>
    fc.assert(
      fc.property(
        tables,
        fc.constantFrom(...DELIMITERS),
        fc.constantFrom("\n", "\r\n"),
        fc.boolean(),
        (rows, delimiter, newline, quotes) => {
          const text = Papa.unparse(rows, { delimiter, newline, quotes });
          const filled = rows.filter((row) => row.some((one) => one.trim() !== ""));
          expect(firstRecords(bytesOf(text), delimiter, 1000)).toEqual(filled);
          expect(firstRecords(bytesOf(text + newline), delimiter, 1000)).toEqual(filled);
        },
      ),
      { numRuns: 1000 },
    ));

  test("are separated as another program would guess", () =>
    fc.assert(
      fc.property(
        tables,
        fc.constantFrom(...DELIMITERS),
        fc.constantFrom("\n", "\r\n"),
        (rows, delimiter, newline) => {
          const plain = rows.map((row) => row.map((one) => one.replace(/["\n\r]/g, "")));
          const text = plain.map((row) => row.join(delimiter)).join(newline);
          const { meta } = Papa.parse<string[]>(text, {
            newline,
            skipEmptyLines: "greedy",
            delimitersToGuess: DELIMITERS,
          });
          expect(guessDelimiter(bytesOf(text))).toBe(meta.delimiter);
        },
      ),
      { numRuns: 1000 },
    ));

  test("are as many as were asked for, blank ones counted", () => {
    const text = bytesOf("a,b\n\n1,2\n , \n3,4\n5,6\n");
    expect(firstRecords(text, ",", 1)).toEqual([["a", "b"]]);
    expect(firstRecords(text, ",", 4)).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
    expect(firstRecords(text, ",", 1000)).toHaveLength(4);
  });

  test.each([63, 64, 65, 128, 129, 5000])("may have %i cells", (width) => {
    const row = Array.from({ length: width }, (_, i) => `c${i}`);
    const text = bytesOf(`${row.join(",")}\na,b\n${row.join(",")}\n`);
    expect(firstRecords(text, ",", 10)).toEqual([row, ["a", "b"], row]);
  });

  test.each([
    ["a,b;c\n1,2;3\n", ","],
    ["a;b,c\n1;2\n3;4\n", ";"],
    ["a\tb,c\n1\t2,5\n3\t4,5\n", ","],
    ["a\tb\n1,5\t2,5\n1\t2\n", "\t"],
    ["a|b|c\n1,2|3|4\n5|6|7\n", "|"],
    ["one\n1\n2\n", ","],
    ["", ","],
  ])("%j is separated by %j", (text, delimiter) => {
    expect(guessDelimiter(bytesOf(text))).toBe(delimiter);
  });

  test("of ten records decide, those after them do not", () => {
    const head = "a,b\n".repeat(10);
    expect(guessDelimiter(bytesOf(`${head}${"a;b;c;d;e\n".repeat(50)}`))).toBe(",");
  });
});

describe("the beginning of a separated text", () => {
  const of = (text: string) => {
    const problems: Parameters<typeof beginningOf>[1] = [];
    const { records, delimiter, above } = beginningOf(text, problems);
    return { first: records[0], delimiter, above, codes: problems.map(({ code }) => code) };
  };

  test.each<[string, ReturnType<typeof of>]>([
    ["a,b\n1,2\n", { first: ["a", "b"], delimiter: ",", above: 0, codes: [] }],
    ["sep=;\na;b\n1;2\n", { first: ["a", "b"], delimiter: ";", above: 1, codes: [] }],
    ['"sep=|"\r\na|b\r\n1|2\r\n', { first: ["a", "b"], delimiter: "|", above: 1, codes: [] }],
    ["SEP=\t\na\tb\n", { first: ["a", "b"], delimiter: "\t", above: 1, codes: [] }],
    ["sep=;;\na;b\n", { first: ["sep=", "", ""], delimiter: ";", above: 0, codes: [] }],
    ["Scores\na,b\n1,2\n", { first: ["a", "b"], delimiter: ",", above: 1, codes: ["title-rows"] }],
    [
      "sep=,\nScores,\n2024,\na,b\n1,2\n",
      { first: ["a", "b"], delimiter: ",", above: 3, codes: ["title-rows"] },
    ],
    ["1\n2\n3\n", { first: ["1"], delimiter: ",", above: 0, codes: [] }],
    ["x\n1,5\n2\n3,25\n", { first: ["x"], delimiter: ";", above: 0, codes: [] }],
    ["x\n1,5\n2,5\nc,d\n", { first: ["x"], delimiter: ",", above: 0, codes: [] }],
  ])("%j", (text, expected) => {
    expect(of(text)).toEqual(expected);
  });

  test("may have five titles above its header, six are none", () => {
    const titled = (count: number) => `${"Title\n".repeat(count)}a,b\n1,2\n3,4\n`;
    expect(of(titled(5)).above).toBe(5);
    expect(of(titled(6)).above).toBe(0);
  });

  test.each([
    ["a header of numbers", "Title\n1,2\n3,4\n"],
    ["a header with a blank", "Title\na,,c\n1,2,3\n"],
    ["rows of another length", "Title\na,b\n1,2\n1,2,3\n"],
    ["no rows", "Title\na,b\n"],
  ])("has no titles above %s", (_, text) => {
    expect(of(text).codes).toEqual([]);
  });
});
