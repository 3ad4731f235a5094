import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromBase64, toBase64 } from "./base64.ts";

describe("base64", () => {
  test("is that of the platform, and comes back", () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = Buffer.from(bytes).toString("base64");
        expect(toBase64(bytes)).toBe(text);
        expect([...(fromBase64(text) ?? [])]).toEqual([...bytes]);
      }),
    ));

  test.each([
    "A",
    "AB",
    "ABC",
    "ABCD=",
    "A===",
    "====",
    "AB=C",
    "=ABC",
    "AB-_",
    "AB C",
    "ABC\n",
    "ABCé",
  ])("%j is none", (text) => {
    expect(fromBase64(text)).toBeNull();
  });

  test("of nothing is nothing", () => {
    expect(toBase64(new Uint8Array(0))).toBe("");
    expect(fromBase64("")).toEqual(new Uint8Array(0));
  });
});
