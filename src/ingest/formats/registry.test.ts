import { describe, expect, test } from "vitest";
import { FORMAT_NAMES } from "../../ui/text/format-names.ts";
import { unreadableKind } from "../bytes/sniff.ts";
import { sourceOfBytes } from "../bytes/source.ts";
import { readSource } from "../read-source.ts";
import { writtenFiles } from "../testing/written-files.ts";
import { BINARY_FORMATS, binaryFormatOf, TEXT_FORMATS, textFormatOf } from "./registry.ts";

const names = [...TEXT_FORMATS, ...BINARY_FORMATS].map(({ name }) => name);

describe("the formats", () => {
  test("are those that the page names", () => {
    // A spreadsheet is a zip, known by what is in it.
    expect([...names, "Excel"].sort()).toEqual([...FORMAT_NAMES].sort());
    expect(new Set(names).size).toBe(names.length);
  });

  test("each read a file that another program wrote, under their own name", async () => {
    const files = await writtenFiles(10);
    const reads = await Promise.all(files.map(({ bytes }) => readSource([sourceOfBytes(bytes)])));
    const formats = reads.map((read) => read.ok && read.format);
    expect([...new Set(formats)].sort()).toEqual(names.toSorted());
  });

  test("are told apart by all of their first bytes", () => {
    for (const format of BINARY_FORMATS)
      for (const signature of format.signatures) {
        const head = Uint8Array.from([...signature, 1, 2, 3]);
        expect(binaryFormatOf(head)).toBe(format);
        for (const k of signature.keys()) {
          const other = head.slice();
          other[k] ^= 1;
          expect(binaryFormatOf(other)).toBeUndefined();
        }
        expect(binaryFormatOf(head.subarray(0, signature.length - 1))).toBeUndefined();
      }
  });

  test.each([
    ["[", "JSON"],
    ["{", "JSON"],
    ["(", "CSV"],
    ["]", "CSV"],
    ["a", "CSV"],
    ["1", "CSV"],
    ["", "CSV"],
  ])("a text that begins with %j is %s", (sign, name) => {
    expect(textFormatOf(sign).name).toBe(name);
  });
});

describe("bytes that are not read", () => {
  test.each<[string | null, number[]]>([
    ["empty zip", [0x50, 0x4b, 0x05, 0x06]],
    ["xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
    ["Zstandard", [0x28, 0xb5, 0x2f, 0xfd]],
    ["bzip2", [0x42, 0x5a, 0x68]],
    ["7-Zip", [0x37, 0x7a, 0xbc, 0xaf]],
    ["HDF5", [0x89, 0x48, 0x44, 0x46]],
    ["PDF", [0x25, 0x50, 0x44, 0x46]],
    ["PNG", [0x89, 0x50, 0x4e, 0x47]],
    ["old spreadsheet", [0xd0, 0xcf, 0x11, 0xe0]],
    ["Python pickle", [0x80, 0x04, 0x95]],
    ["binary", [0x61, 0x00, 0x62]],
    [null, [0xff, 0xfe, 0x61, 0x00]],
    [null, [0xfe, 0xff, 0x00, 0x61]],
    ["binary", [0xfe, 0xfe, 0x61, 0x00]],
    ["binary", [0xff, 0xff, 0x61, 0x00]],
    [null, [0x61, 0x2c, 0x62]],
  ])("are called %s", (kind, head) => {
    expect(unreadableKind(Uint8Array.from(head))).toBe(kind);
  });

  test.each([
    ["<!DOCTYPE html><p>", "HTML"],
    ["\n <html lang='en'>", "HTML"],
    ["<Body>", "HTML"],
    ["<?xml version='1.0'?><a/>", "XML"],
  ])("%j is named as markup", async (text, value) => {
    const read = await readSource([sourceOfBytes(new TextEncoder().encode(text))]);
    expect(read).toMatchObject({ ok: false, problems: [{ code: "binary-file", value }] });
  });

  test("a table whose first name is that of a tag is none", async () => {
    const read = await readSource([sourceOfBytes(new TextEncoder().encode("<b>,c\n1,2\n3,4\n"))]);
    expect(read.ok).toBe(true);
  });
});
