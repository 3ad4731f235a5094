import type { FileMetaData } from "hyparquet";
import { expect, test } from "vitest";
import { isEncrypted, pageCheck } from "./parquet-pages.ts";

/** A whole number as the compact protocol of Thrift writes it. */
function varint(x: number): number[] {
  let rest = (x << 1) ^ (x >> 31);
  const bytes: number[] = [];
  for (rest >>>= 0; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
  return [...bytes, rest];
}

/** A data page with its header: type, two sizes, a checksum if there is one, and how many values it holds. */
function page(
  data: readonly number[],
  more: { crc?: number; size?: number; values?: number } = {},
) {
  const { crc, size = data.length, values = 1 } = more;
  return [
    ...[0x15, ...varint(0)],
    ...[0x15, ...varint(size)],
    ...[0x15, ...varint(size)],
    ...(crc === undefined ? [0x2c] : [0x15, ...varint(crc | 0), 0x1c]),
    ...[0x15, ...varint(values), 0x15, 0, 0x15, 0, 0x15, 0, 0],
    0,
    ...data,
  ];
}

function check(bytes: readonly number[]): string | null {
  const column = {
    meta_data: { data_page_offset: 4n, total_compressed_size: BigInt(bytes.length) },
  };
  const metadata = { row_groups: [{ columns: [column] }] } as unknown as FileMetaData;
  const walk = pageCheck(metadata);
  walk(99, new ArrayBuffer(0));
  try {
    walk(4, Uint8Array.from(bytes).buffer);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
}

/** The checksum that every program gives of "123456789". */
const DIGITS = [...new TextEncoder().encode("123456789")];
const CRC = 0xcbf43926;

test("a page is what its checksum was made of, where it has one", () => {
  expect(check(page(DIGITS, { crc: CRC }))).toBeNull();
  expect(check([...page(DIGITS), ...page(DIGITS, { crc: CRC })])).toBeNull();
  expect(check(page(DIGITS, { crc: CRC + 1 }))).toMatch(/checksum/);
  expect(check(page([...DIGITS.slice(1), 0], { crc: CRC }))).toMatch(/checksum/);
});

test("a page lies within its column, goes on, and holds no more values than it can", () => {
  expect(check(page(DIGITS, { size: 10 }))).toMatch(/longer than its column/);
  expect(check(page(DIGITS, { size: -30 }))).toMatch(/longer than its column/);
  expect(check(page(DIGITS, { values: 1 << 28 }))).toMatch(/values in a page/);
  expect(check(page(DIGITS, { values: -1 }))).toMatch(/values in a page/);
});

test("a file of which a column needs a key says so", () => {
  const file = (column: object) =>
    ({ row_groups: [{ columns: [{}, column] }] }) as unknown as FileMetaData;
  expect(isEncrypted(file({ crypto_metadata: {} }))).toBe(true);
  expect(isEncrypted(file({ crypto_metadata: undefined }))).toBe(false);
});
