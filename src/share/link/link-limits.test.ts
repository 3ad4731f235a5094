import { deflateSync, strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { FIRST_SOURCE, type SharedDocument } from "../document/document.ts";
import { fromBase64Url, toBase64Url } from "./base64-url.ts";
import { decodeLink, encodeLink } from "./link.ts";
import { packLines } from "./link-bytes.ts";
import { readSettingsFile } from "./settings-file.ts";

const firstLink = (json: string) => `p=1.${toBase64Url(deflateSync(strToU8(json), { level: 9 }))}`;
const secondLink = (letters: string, lines: readonly unknown[]) =>
  `p=2.${toBase64Url(packLines(letters, lines))}`;
const fieldsOf = (read: ReturnType<typeof decodeLink> | ReturnType<typeof readSettingsFile>) =>
  read.ok ? read.problems.map(({ field }) => field) : read.reason;

describe("a link of the first format", () => {
  const json = JSON.stringify({
    s: ["answers.csv", "f00d"],
    v: [["humor", "t", 1, "r"]],
    p: null,
    n: 9,
    f: [2, [["care", 1]], ""],
  });

  test("reads a file, a sample's size, and a profile without a name", () => {
    expect(decodeLink(firstLink(json))).toMatchObject({
      ok: true,
      problems: [],
      document: {
        source: { kind: "file", name: "answers.csv", fingerprint: "f00d", sampledFrom: 9 },
        values: { humor: { participation: "target", target: 1, unit: "raw" } },
        profile: { strength: 2, weights: { care: 1 } },
      },
    });
  });

  test("keeps the name of a profile", () => {
    const named = json.replace('[2,[["care",1]],""]', '[2,[["care",1]],"Ada"]');
    expect(decodeLink(firstLink(named))).toMatchObject({ document: { profile: { name: "Ada" } } });
  });

  test("that grows beyond sixty times its size, or a million characters, is not read", () => {
    const padded = (blanks: number) => firstLink(`${json.slice(0, -1)}${" ".repeat(blanks)}}`);
    expect(decodeLink(padded(500)).ok).toBe(true);
    for (const blanks of [100_000, 2_000_000, 20_000_000])
      expect(decodeLink(padded(blanks))).toEqual({ ok: false, reason: "unreadable" });
  });
});

describe("a link of the second format", () => {
  test("whose last field did not arrive names it", () => {
    const bytes = packLines("am", ["trust"]);
    const read = decodeLink(`p=2.${toBase64Url(bytes)}`);
    expect(read).toMatchObject({ ok: true, document: { panel: "trust" } });
    expect(fieldsOf(read)).toContain("mode");
    expect(fieldsOf(decodeLink(secondLink("a", ["trust"])))).not.toContain("mode");
  });

  test("with a letter of a later version says so, and one without does not", () => {
    expect(fieldsOf(decodeLink(secondLink("az", ["trust", 1])))).toContain("unknown");
    expect(fieldsOf(decodeLink(secondLink("a", ["trust"])))).not.toContain("unknown");
  });

  test("is longer where a kept palette has an id of its own", () => {
    const values = { humor: { participation: "hold", target: 1, unit: "raw" } } as const;
    const document = (id: string): SharedDocument => ({
      version: 1,
      source: FIRST_SOURCE,
      values: {},
      order: [],
      pair: null,
      scenarios: [{ id, name: "A", values }],
    });
    expect(encodeLink(document("s1")).length).toBeLessThan(encodeLink(document("q7")).length);
  });

  test.each(["p=2", "p=2.", "p=02x.AA", "p=.AA", "p=1", "p=2.A A", "p=2.A=", "p=2.%41"])(
    "%s is unreadable",
    (hash) => {
      expect(decodeLink(hash)).toEqual({ ok: false, reason: "unreadable" });
    },
  );

  test.each(["p=3.", "p=10.AA", "#p=999.x"])("%s is of a later version", (hash) => {
    expect(decodeLink(hash)).toEqual({ ok: false, reason: "newer" });
  });

  test.each(["", "#", "q=2.AA", "#x", "pp=2.AA", "/p=2.AA"])("%j is no link", (hash) => {
    expect(decodeLink(hash)).toEqual({ ok: false, reason: "none" });
  });
});

describe("bytes as the text of an address", () => {
  test("come back, whatever they are, by signs that no address changes", () => {
    const bytes = Uint8Array.from({ length: 1000 }, (_, k) => (k * k * 7 + 3 * k) % 256);
    for (const length of [0, 1, 2, 3, 4, 5, 255, 256, 999, 1000]) {
      const text = toBase64Url(bytes.subarray(0, length));
      expect(text).toMatch(/^[A-Za-z0-9_-]*$/);
      expect(text.length).toBe(Math.ceil((4 * length) / 3));
      expect([...fromBase64Url(text)]).toEqual([...bytes.subarray(0, length)]);
    }
    expect(toBase64Url(Uint8Array.of(251, 255, 254))).toBe("-__-");
  });

  test("that were cut within a byte give the whole ones", () => {
    expect([...fromBase64Url("AQIDB")]).toEqual([1, 2, 3]);
    expect([...fromBase64Url("AQIDBA")]).toEqual([1, 2, 3, 4]);
    expect([...fromBase64Url("A")]).toEqual([]);
  });

  test.each(["A+B/", "AAA=", "A B", "é", "A\n"])("%j is refused", (text) => {
    expect(() => fromBase64Url(text)).toThrow("invalid link");
  });
});

describe("the limits of what a file of settings may say", () => {
  const long = (length: number) => "x".repeat(length);
  const list = (length: number) => Array.from({ length }, (_, k) => `v${k}`);
  const sample = { kind: "sample", name: "opt-1.3b", rows: 2, seed: 1 };
  const file = { kind: "file", name: "a.csv", fingerprint: "f" };
  const profile = { weights: [["care", 1]], strength: 1 };
  const palettes = (length: number) => list(length).map((id) => ({ id, name: id, values: [] }));
  const setting = { id: "humor", participation: "target", target: 1, unit: "raw" };
  const settings = (length: number) => list(length).map((id) => ({ ...setting, id }));

  test.each<[string, object, object]>([
    ["source", { ...sample, rows: 2 }, { ...sample, rows: 1 }],
    ["source", { ...sample, rows: 10_000_000 }, { ...sample, rows: 10_000_001 }],
    ["source", { ...sample, seed: -7 }, { ...sample, seed: 0.5 }],
    ["source", { ...sample, rows: 3 }, { ...sample, rows: 2.5 }],
    ["source", { ...sample, name: "llama-2-7b-chat" }, { ...sample, name: "gpt-9" }],
    ["source", { ...file, name: long(300) }, { ...file, name: long(301) }],
    ["source", { ...file, fingerprint: long(64) }, { ...file, fingerprint: long(65) }],
    ["source", { ...file, sampledFrom: 1 }, { ...file, sampledFrom: 0 }],
    ["source", { ...file, sampledFrom: 12 }, { ...file, sampledFrom: 12.5 }],
    ["source", { ...file, lowerIsBetter: list(64) }, { ...file, lowerIsBetter: list(65) }],
    ["source", { ...file, lowerIsBetter: ["a"] }, { ...file, lowerIsBetter: [""] }],
    ["values", settings(64), settings(65)],
    ["values", [{ ...setting, id: long(200) }], [{ ...setting, id: long(201) }]],
    ["values", [setting], [{ ...setting, id: "" }]],
    ["values", [setting], [setting, setting]],
    ["values", [{ ...setting, participation: "out" }], [{ ...setting, participation: "in" }]],
    ["values", [{ ...setting, target: -1e300 }], [{ ...setting, target: null }]],
    ["values", [{ ...setting, unit: "quantile" }], [{ ...setting, unit: "metres" }]],
    ["scenarios", palettes(64), palettes(65)],
    ["scenarios", palettes(2), [...palettes(2), ...palettes(1)]],
    [
      "scenarios",
      [{ id: "a", name: long(200), values: [] }],
      [{ id: "a", name: long(201), values: [] }],
    ],
    ["scenarios", [{ id: "a", name: "b", values: [] }], [{ id: "a", name: "", values: [] }]],
    ["scenarios", [{ id: "a", name: "b", values: [] }], [{ id: "", name: "b", values: [] }]],
    ["profile", { ...profile, name: long(200) }, { ...profile, name: long(201) }],
    ["profile", { ...profile, name: "x" }, { ...profile, name: "" }],
    ["profile", { ...profile, strength: 1000 }, { ...profile, strength: 1000.1 }],
    ["profile", { ...profile, strength: 1e-9 }, { ...profile, strength: 0 }],
    ["profile", { ...profile, weights: [["care", 0]] }, { ...profile, weights: [["care", -0.1]] }],
    ["profile", { ...profile, weights: [["care", 1]] }, { ...profile, weights: [["care", 1.1]] }],
    [
      "profile",
      { ...profile, weights: list(64).map((id) => [id, 1]) },
      { ...profile, weights: [] },
    ],
    ["profile", profile, { ...profile, weights: list(65).map((id) => [id, 1]) }],
  ])("%s: %# is kept, and one step further falls back", (name, within, beyond) => {
    const text = (json: object) =>
      JSON.stringify({
        format: "value-palette",
        version: 1,
        source: sample,
        values: [],
        [name]: json,
      });
    expect(fieldsOf(readSettingsFile(text(within)))).toEqual([]);
    expect(fieldsOf(readSettingsFile(text(beyond)))).toContain(name);
  });

  test("what says no more than its absence is read as absent", () => {
    const text = JSON.stringify({
      format: "value-palette",
      version: 1,
      source: sample,
      values: [],
      pair: null,
      mode: "pooled",
      panel: "compare",
      solver: 1,
      scenarios: [],
    });
    expect(readSettingsFile(text)).toEqual({
      ok: true,
      document: { version: 1, source: sample, values: {}, order: [], pair: null },
      problems: [],
    });
  });
});

test("a hash longer than any link is not even looked at", () => {
  const long = `p=2.${"A".repeat(10_000_000)}`;
  expect(decodeLink(long)).toEqual({ ok: false, reason: "unreadable" });
});
