import { describe, expect, test } from "vitest";
import { type ByteSource, sourceOfBytes, stretchesOf } from "../bytes/source.ts";
import { readSource } from "../read-source.ts";
import { decodedStretches, textHead } from "./text.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, isBig: boolean) => {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), !isBig);
  return new Uint8Array(view.buffer);
};
const headOf = (bytes: Uint8Array) => textHead(sourceOfBytes(bytes), bytes.subarray(0, 65_536));

describe("a text's encoding", () => {
  test.each<[string, Uint8Array, string]>([
    ["utf-8", bytesOf("größe,b\n"), "größe,b\n"],
    ["utf-8", bytesOf("\uFEFFa,b\n"), "a,b\n"],
    ["utf-16le", utf16("\uFEFFgröße,漢\n", false), "größe,漢\n"],
    ["utf-16be", utf16("\uFEFFgröße,漢\n", true), "größe,漢\n"],
    ["windows-1252", Uint8Array.from([103, 114, 0xf6, 0xdf, 101, 10]), "größe\n"],
    ["windows-1252", Uint8Array.from([0xff, 0x41, 10]), "ÿA\n"],
    ["windows-1252", Uint8Array.from([0xfe, 0x41, 10]), "þA\n"],
  ])("%s is found", async (encoding, bytes, head) => {
    expect(await headOf(bytes)).toEqual({ encoding, head });
  });

  test("of bytes that are mostly controls is none", async () => {
    const noise = (controls: number) =>
      Uint8Array.from({ length: 1000 }, (_, k) => (k < controls ? 1 : k === 999 ? 0xe9 : 97));
    expect((await headOf(noise(10)))?.encoding).toBe("windows-1252");
    expect(await headOf(noise(11))).toBeNull();
    const spaced = Uint8Array.from({ length: 1000 }, (_, k) =>
      k === 999 ? 0xe9 : [9, 10, 12, 13][k % 4],
    );
    expect((await headOf(spaced))?.encoding).toBe("windows-1252");
  });

  test("is judged by whole lines where only a beginning was looked at", async () => {
    const bytes = bytesOf(`${"ä".repeat(50)}\n`.repeat(12_000));
    const head = await headOf(bytes);
    expect(head?.encoding).toBe("utf-8");
    expect(head?.head.length).toBe(51 * Math.floor((1 << 20) / 101));
    expect(head?.head.endsWith("ä\n")).toBe(true);
  });

  test("of one endless line is that of the line", async () => {
    expect((await headOf(bytesOf("a".repeat(2 << 20))))?.head.length).toBe(1 << 20);
  });
});

describe("a text as UTF-8", () => {
  async function decoded(source: ByteSource, encoding: Parameters<typeof decodedStretches>[1]) {
    const parts: number[] = [];
    for await (const part of decodedStretches(source, encoding)) parts.push(...part);
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(parts));
  }

  test("is that of any encoding", async () => {
    expect(await decoded(sourceOfBytes(utf16("a,漢🙂\n", true)), "utf-16be")).toBe("a,漢🙂\n");
    expect(await decoded(sourceOfBytes(utf16("a,漢🙂\n", false)), "utf-16le")).toBe("a,漢🙂\n");
    expect(await decoded(sourceOfBytes(Uint8Array.of(0x80, 0xe9)), "windows-1252")).toBe("€é");
    expect(await decoded(sourceOfBytes(bytesOf("\uFEFFä")), "utf-8")).toBe("\uFEFFä");
  });

  test("ends with a mark where a sign was cut", async () => {
    expect(await decoded(sourceOfBytes(utf16("ab", false).subarray(0, 3)), "utf-16le")).toBe(
      "a\uFFFD",
    );
  });
});

test("bytes come in stretches of four mebibytes", async () => {
  const sizes: number[] = [];
  const source: ByteSource = {
    name: "zeros",
    size: (8 << 20) + 5,
    slice: async (from, to) => new Uint8Array(to - from),
  };
  for await (const stretch of stretchesOf(source)) sizes.push(stretch.length);
  expect(sizes).toEqual([4 << 20, 4 << 20, 5]);
});

describe("numbers with a decimal comma", () => {
  const first = async (text: string) => {
    const read = await readSource([sourceOfBytes(bytesOf(text))]);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const [column] = read.table.columns;
    return column.kind === "number" ? [...column.numbers] : [...column.texts];
  };

  test.each<[string, (number | string)[]]>([
    ["a;b\n1,5;2,5\n3,5;4\n", [1.5, 3.5]],
    ["a;b\n1.5;2.5\n3.5;4\n", [1.5, 3.5]],
    ["a;b\n1,5;2.5\n3.5;4.5\n", ["1,5", "3.5"]],
    ["a;b\n1,5;2,5\n3.5;4,5\n", [1.5, 3.5]],
    ["a;b\n1,5;2.5\n2,5;1.5\n", ["1,5", "2,5"]],
    ['a,b\n"1,234","2"\n"3,456","4"\n', ["1,234", "3,456"]],
    ['a,b\n"1,25","2"\n"3,456","4"\n', [1.25, 3.456]],
    ['a,b\n"0,234","2"\n"3,456","4"\n', [0.234, 3.456]],
  ])("%j", async (text, expected) => {
    expect(await first(text)).toEqual(expected);
  });

  test("a mark of bytes in front is passed over, a single strange byte is not", async () => {
    const read = await readSource([sourceOfBytes(Uint8Array.from([0xef, 97, 10, 49, 10, 50, 10]))]);
    expect(read.ok && read.table.columns[0].name).toBe("ïa");
  });
});
