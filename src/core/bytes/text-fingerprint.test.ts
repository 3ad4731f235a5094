import { expect, test } from "vitest";
import { textFingerprint } from "./text-fingerprint.ts";

test("texts that differ in a letter, in their order or in where they end have other fingerprints", () => {
  const all = [
    [],
    [""],
    ["", ""],
    ["ab"],
    ["ba"],
    ["a", "b"],
    ["b", "a"],
    ["ab", ""],
    ["", "ab"],
    ["aB"],
    ["a\u0300b"],
  ];
  const prints = all.map((texts) => textFingerprint(texts));
  for (const print of prints) expect(print).toMatch(/^[0-9a-f]{16}$/);
  expect(new Set(prints).size).toBe(all.length);
  expect(textFingerprint(["ab"])).toBe(prints[3]);
});

test("none of many texts that are alike share theirs", () => {
  const prints = Array.from({ length: 20_000 }, (_, k) => textFingerprint(["answer", String(k)]));
  expect(new Set(prints).size).toBe(prints.length);
});
