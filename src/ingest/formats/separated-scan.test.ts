import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellsFor, cellText, nextRecord } from "./separated-scan.ts";

const COMMA = 44;
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** All records of a text that comes in these pieces, as a stream is read. */
function recordsOf(pieces: readonly Uint8Array[]): string[][] {
  const cells = cellsFor(8);
  const records: string[][] = [];
  let rest: Uint8Array = new Uint8Array(0);
  for (const [k, piece] of pieces.entries()) {
    const buffer = Uint8Array.from([...rest, ...piece]);
    const isLast = k === pieces.length - 1;
    let at = 0;
    while (at < buffer.length) {
      const next = nextRecord(buffer, at, buffer.length, COMMA, isLast, cells);
      if (next < 0) break;
      records.push(Array.from({ length: cells.count }, (_, i) => cellText(buffer, cells, i)));
      at = next;
    }
    rest = buffer.slice(at);
  }
  expect(rest.length).toBe(0);
  return records;
}

describe("records of separated text", () => {
  test("are the same in whatever pieces it comes", () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", "a", "1"), maxLength: 24 }),
        fc.nat(24),
        fc.nat(24),
        (text, first, second) => {
          const bytes = bytesOf(text);
          const [from, to] = [Math.min(first, second), Math.max(first, second)];
          const pieces = [bytes.slice(0, from), bytes.slice(from, to), bytes.slice(to)];
          expect(recordsOf(pieces)).toEqual(recordsOf([bytes]));
        },
      ),
      { numRuns: 3000 },
    ));

  test.each<[string, string[][]]>([
    [
      "a,b\n1,2\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a,b\r\n1,2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    ["a,\n", [["a", ""]]],
    ["a,", [["a", ""]]],
    [",,", [["", "", ""]]],
    ["\n\n", [[""], [""]]],
    ['"a,b",c', [["a,b", "c"]]],
    ['"a\nb",c', [["a\nb", "c"]]],
    ['"a ""b""",c', [['a "b"', "c"]]],
    ['"a"\r\n"b"', [["a"], ["b"]]],
    ['"a" x,b', [['"a" x', "b"]]],
    ['"a "b, c" d",e', [['a "b, c" d', "e"]]],
    [
      '"a,1\nb,2',
      [
        ['"a', "1"],
        ["b", "2"],
      ],
    ],
    [
      '"a,1\n"b, c",2',
      [
        ['"a', "1"],
        ["b, c", "2"],
      ],
    ],
    [' "a, b" , "c"', [["a, b", "c"]]],
    [' "a" b,c', [[' "a" b', "c"]]],
    ['"a', [['"a']]],
    ['"a""', [['"a""']]],
    ['""', [[""]]],
    ['"""', [['"""']]],
    ['a"b,c', [['a"b', "c"]]],
    ['a""b', [['a""b']]],
    ["\r", [[""]]],
    ["\r\r\n", [["\r"]]],
    ["ä,漢\n", [["ä", "漢"]]],
  ])("%j", (text, expected) => {
    expect(recordsOf([bytesOf(text)])).toEqual(expected);
  });

  test("that do not end are asked for again, unless nothing follows", () => {
    const cells = cellsFor(4);
    const at = (text: string, isLast: boolean) =>
      nextRecord(bytesOf(text), 0, bytesOf(text).length, COMMA, isLast, cells);
    for (const open of ["a,b", "a,", '"a', '"a"', '"a""', 'a,"b"', "a\r"]) {
      expect(at(open, false), open).toBe(-1);
      expect(at(open, true), open).toBe(open.length);
    }
    expect(at("a\nb", false)).toBe(2);
    expect(at('"a"\nb', false)).toBe(4);
  });

  test("of more cells than there is room for are counted whole", () => {
    const cells = cellsFor(2);
    expect(nextRecord(bytesOf("1,2,3,4\n5"), 0, 9, COMMA, true, cells)).toBe(8);
    expect(cells.count).toBe(4);
    expect([...cells.from]).toEqual([0, 2]);
  });

  test("end where the buffer is said to", () => {
    const cells = cellsFor(4);
    expect(nextRecord(bytesOf('a,b"c\n'), 0, 3, COMMA, true, cells)).toBe(3);
    expect([cells.count, cells.to[1]]).toEqual([2, 3]);
    expect(nextRecord(bytesOf('a,"bc"'), 0, 4, COMMA, true, cells)).toBe(4);
    expect([cells.count, cells.from[1], cells.to[1]]).toEqual([2, 2, 4]);
  });
});
