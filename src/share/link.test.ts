import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PaletteDocument } from "./document.ts";
import { decodeLink, encodeLink } from "./link.ts";

const ids = fc.uniqueArray(
  fc.oneof(
    fc.string({ minLength: 1, maxLength: 20 }),
    fc.constantFrom("__proto__", "constructor", "toString"),
  ),
  { minLength: 1, maxLength: 12 },
);
const setting = fc.record({
  participation: fc.constantFrom("target" as const, "hold" as const, "out" as const),
  target: fc.double({ noNaN: true, noDefaultInfinity: true }).filter((x) => !Object.is(x, -0)),
  unit: fc.constantFrom("raw" as const, "quantile" as const, "sd" as const, "likelihood" as const),
});
const source = fc.oneof(
  fc.record({
    kind: fc.constant("sample" as const),
    name: fc.constantFrom("llama-2-7b-chat" as const, "opt-1.3b" as const),
    rows: fc.integer({ min: 2, max: 10_000_000 }),
    seed: fc.integer(),
  }),
  fc.record({
    kind: fc.constant("file" as const),
    name: fc.string({ maxLength: 40 }),
    fingerprint: fc.string({ maxLength: 16 }),
  }),
);
const profile = fc.record({
  name: fc.option(fc.string({ minLength: 1, maxLength: 12 }), { nil: undefined }),
  weights: fc
    .array(
      fc.tuple(
        fc.string({ minLength: 1, maxLength: 12 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
      ),
      {
        minLength: 1,
        maxLength: 8,
      },
    )
    .map((pairs) => Object.fromEntries(pairs.map(([id, weight]) => [id, weight + 0]))),
  strength: fc.double({ min: 1e-3, max: 1000, noNaN: true }),
});
const documents: fc.Arbitrary<PaletteDocument> = fc
  .record({
    ids,
    source,
    settings: fc.array(setting, { minLength: 12, maxLength: 12 }),
    hasPair: fc.boolean(),
    names: fc.array(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 4 }),
    hasReference: fc.boolean(),
    isPerPrompt: fc.boolean(),
    profile: fc.option(profile, { nil: undefined }),
  })
  .map(({ ids, source, settings, hasPair, names, hasReference, isPerPrompt, profile }) => ({
    version: 1,
    source,
    values: Object.fromEntries(ids.map((id, i) => [id, settings[i]])),
    order: ids,
    pair: hasPair && ids.length > 1 ? [ids[0], ids[1]] : null,
    ...(names.length > 0
      ? {
          scenarios: names.map((name, k) => ({
            id: `s${k}`,
            name,
            values: Object.fromEntries(
              ids.slice(k).map((id, i) => [id, settings[(i + 5 * k) % 12]]),
            ),
          })),
          ...(hasReference ? { reference: "s0" } : {}),
        }
      : {}),
    ...(isPerPrompt ? { mode: "per-prompt" as const } : {}),
    ...(profile ? { profile } : {}),
  }));

describe("a link", () => {
  test("with a profile that makes no sense loses the profile and says so", () => {
    const document: PaletteDocument = {
      version: 1,
      source: { kind: "file", name: "a.csv", fingerprint: "f" },
      values: {},
      order: [],
      pair: null,
    };
    const none: Record<string, number> = {};
    for (const profile of [
      { weights: { care: 2 }, strength: 1 },
      { weights: { care: 1 }, strength: 0 },
      { weights: none, strength: 1 },
    ]) {
      const read = decodeLink(encodeLink({ ...document, profile }));
      expect(read.ok && read.document).toEqual(document);
      expect(read.ok && read.problems).toMatchObject([{ field: "profile" }]);
    }
  });

  test("gives back any document exactly", () =>
    fc.assert(
      fc.property(documents, (document) => {
        const read = decodeLink(`#${encodeLink(document)}`);
        expect(read.ok && read.document).toEqual(document);
      }),
      { numRuns: 300 },
    ));

  test("from before there were scenarios still opens", () => {
    const old =
      "p=1.FcxLCoAgFEbhvfzjq6QRQVsRB_YABaVSEyLae7fxxzkPCiaDGF1yQotxFot3FaR7pUlZQmM28FfaMwi_SD0QMiwZrKFtuYR6M3mQUJLphOXu4K7jw_sB";
    expect(decodeLink(old)).toEqual({
      ok: true,
      problems: [],
      document: {
        version: 1,
        source: { kind: "sample", name: "llama-2-7b-chat", rows: 2312, seed: 1 },
        values: {
          humor: { participation: "target", target: 2.25, unit: "raw" },
          diversity: { participation: "hold", target: -1.5, unit: "quantile" },
        },
        order: ["humor", "diversity"],
        pair: ["humor", "diversity"],
      },
    });
  });

  test("is short for a palette of six values", () => {
    const names = [
      "humor",
      "gpt2-helpful",
      "gpt2-harmless",
      "diversity",
      "coherence",
      "perplexity",
    ];
    const document: PaletteDocument = {
      version: 1,
      source: { kind: "sample", name: "llama-2-7b-chat", rows: 2312, seed: 5 },
      values: Object.fromEntries(
        names.map((id, i) => [
          id,
          { participation: "target", target: Math.PI * (i - 2.5), unit: "raw" },
        ]),
      ),
      order: names,
      pair: ["humor", "gpt2-harmless"],
    };
    expect(encodeLink(document).length).toBeLessThan(500);
  });

  test("that is hostile or broken is unreadable, never an exception", () => {
    const good = encodeLink({
      version: 1,
      source: { kind: "file", name: "a.csv", fingerprint: "00" },
      values: { a: { participation: "target", target: 1, unit: "raw" } },
      order: ["a"],
      pair: null,
    });
    for (const hash of [
      "p=",
      "p=1.",
      "p=2.abc",
      "p=1.!!!",
      "p=1.__proto__",
      good.slice(0, -9),
      `${good}AAAA`,
      `p=1.${"A".repeat(1e5)}`,
    ]) {
      const read = decodeLink(hash);
      if (read.ok) expect(read.document.version).toBe(1);
      else expect(read.reason).toBe("unreadable");
    }
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(decodeLink(`p=1.${text}`)).toBeDefined();
      }),
    );
    expect(decodeLink("#section-2")).toEqual({ ok: false, reason: "none" });
  });

  test("never reaches a prototype", () => {
    const document: PaletteDocument = {
      version: 1,
      source: { kind: "file", name: "a.csv", fingerprint: "00" },
      values: Object.fromEntries([
        ["__proto__", { participation: "hold", target: 2, unit: "raw" } as const],
      ]),
      order: ["__proto__"],
      pair: null,
    };
    const read = decodeLink(encodeLink(document));
    expect(read.ok && Object.keys(read.document.values)).toEqual(["__proto__"]);
    expect(({} as Record<string, unknown>).participation).toBeUndefined();
  });
});
