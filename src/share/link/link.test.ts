import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PaletteDocument, SharedDocument } from "../document/document.ts";
import { documents } from "../testing/documents.ts";
import firstLinks from "../testing/first-links.json" with { type: "json" };
import unitLinks from "../testing/unit-links.json" with { type: "json" };
import { toBase64Url } from "./base64-url.ts";
import { decodeLink, encodeLink, LONG_LINK } from "./link.ts";
import { packLines } from "./link-bytes.ts";

const NAMES = ["humor", "gpt2-helpful", "gpt2-harmless", "diversity", "coherence", "perplexity"];

/** A number with all its digits, the same for the same k. */
const irrational = (k: number) => Math.sin(k + 1) * Math.PI;

function palette(ids: readonly string[], from: number): PaletteDocument["values"] {
  return Object.fromEntries(
    ids.map((id, i) => [
      id,
      { participation: "target", target: irrational(from + i), unit: "raw" },
    ]),
  );
}

const six: PaletteDocument = {
  version: 1,
  source: { kind: "sample", name: "llama-2-7b-chat", rows: 2312, seed: 5 },
  values: palette(NAMES, 0),
  order: NAMES,
  pair: ["humor", "gpt2-harmless"],
};

describe("a link", () => {
  test("gives back any of a thousand documents exactly", () =>
    fc.assert(
      fc.property(documents, (document) => {
        const read = decodeLink(`#${encodeLink(document)}`);
        expect(read).toEqual({ ok: true, document, problems: [] });
      }),
      { numRuns: 1000 },
    ));

  test.each(firstLinks)("of the first format still opens: $name", ({ link, document }) => {
    expect(firstLinks.length).toBe(10);
    expect(decodeLink(link)).toEqual({ ok: true, document, problems: [] });
  });

  test.each(unitLinks)("of the second format keeps the units of $name", ({ link, document }) => {
    expect(unitLinks.length).toBe(13);
    expect(decodeLink(link)).toEqual({ ok: true, document, problems: [] });
    expect(encodeLink(document as never)).toBe(link);
  });

  test("from before there were scenarios still opens", () => {
    const old =
      "p=1.FcxLCoAgFEbhvfzjq6QRQVsRB_YABaVSEyLae7fxxzkPCiaDGF1yQotxFot3FaR7pUlZQmM28FfaMwi_SD0QMiwZrKFtuYR6M3mQUJLphOXu4K7jw_sB";
    expect(decodeLink(old)).toMatchObject({
      ok: true,
      problems: [],
      document: {
        values: { diversity: { participation: "hold", target: -1.5, unit: "quantile" } },
        order: ["humor", "diversity"],
        pair: ["humor", "diversity"],
      },
    });
  });
});

describe("its length", () => {
  test("is that of a word where nothing differs from the first visit", () => {
    const nothing: SharedDocument = { ...six, values: {}, order: [], pair: null };
    expect(encodeLink(nothing).length).toBeLessThan(16);
  });

  test("is under 500 for six values with all their digits and three palettes kept", () => {
    const scenarios = ["as the board wants it", "B", "C"].map((name, k) => ({
      id: `s${k + 1}`,
      name,
      values: palette(NAMES, 6 * (k + 1)),
    }));
    const length = encodeLink({ ...six, scenarios, reference: "s1", panel: "trust" }).length;
    expect(length).toBeLessThan(500);
  });

  test("is under 2,000 for twelve palettes of twelve values with all their digits", () => {
    const ids = Array.from({ length: 12 }, (_, k) => `reward-model-${k + 1}`);
    const document: SharedDocument = {
      ...six,
      source: {
        kind: "file",
        name: "answers-of-the-model.csv",
        fingerprint: "f3a96b07c2514e8d",
        lowerIsBetter: [ids[3], ids[7]],
      },
      values: palette(ids, 0),
      order: ids,
      pair: [ids[2], ids[5]],
      mode: "per-prompt",
      scenarios: ids.map((_, k) => ({
        id: `s${k + 1}`,
        name: `Palette of group ${k + 1}`,
        values: palette(ids, 12 * (k + 1)),
      })),
      reference: "s4",
      panel: "distributions",
      others: "free",
    };
    const link = encodeLink(document);
    expect(link.length).toBeLessThan(LONG_LINK);
    expect(decodeLink(link)).toEqual({ ok: true, document, problems: [] });
  });
});

describe("a bad link", () => {
  const good = encodeLink({ ...six, panel: "mixes", others: "free" });

  test("of a later version says so; anything else is unreadable, never an exception", () => {
    expect(decodeLink("p=3.abc")).toEqual({ ok: false, reason: "newer" });
    expect(decodeLink("#section-2")).toEqual({ ok: false, reason: "none" });
    for (const hash of ["p=", "p=1.", "p=2.", "p=0.AA", "p=2.!!!", "p=1.__proto__", "p=x"])
      expect(decodeLink(hash)).toEqual({ ok: false, reason: "unreadable" });
  });

  test("that was cut off keeps what arrived and names what did not", () => {
    const read = decodeLink(good.slice(0, -40));
    expect(read).toMatchObject({ ok: true, document: { source: six.source, pair: six.pair } });
    const named = read.ok ? read.problems.map(({ field }) => field) : [];
    expect(named).toContain("link");
    expect(named).toContain("values");
    for (let length = 0; length < good.length; length++) {
      const part = decodeLink(good.slice(0, length));
      expect(part.ok && part.problems.length === 0).toBe(false);
    }
  });

  test("that was changed on its way never passes as whole", () =>
    fc.assert(
      fc.property(fc.nat(good.length - 5), fc.nat(63), (at, shift) => {
        const signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        const sign = signs[(signs.indexOf(good[4 + at]) + shift) % 64];
        const changed = good.slice(0, 4 + at) + sign + good.slice(5 + at);
        const read = decodeLink(changed);
        const isSame = changed === good;
        const before = decodeLink(good);
        const isHarmless =
          read.ok && before.ok && JSON.stringify(read.document) === JSON.stringify(before.document);
        expect(isSame || isHarmless || !read.ok || read.problems.length > 0).toBe(true);
      }),
    ));

  test("that is hostile ends quickly", () => {
    for (const text of ["A".repeat(1e5), "_".repeat(1e5), `${good.slice(4)}${"A".repeat(1e4)}`])
      for (const version of [1, 2]) {
        const read = decodeLink(`p=${version}.${text}`);
        if (read.ok) expect(read.document.version).toBe(1);
        else expect(read.reason).toBe("unreadable");
      }
    fc.assert(
      fc.property(fc.base64String(), (text) => {
        expect(decodeLink(`p=2.${text.replace(/=+$/, "")}`)).toBeDefined();
      }),
    );
  });

  test("falls back field by field and names the fields", () => {
    const targets = NAMES.map((id) => six.values[id].target);
    const bytes = packLines("vpcrmanz", [
      ["zaaaaa", ["one", ...targets.slice(1)], NAMES],
      "az",
      [["", ["a", [1]]]],
      "s1",
      "sideways",
      "the kitchen",
      0.5,
      "from a later version",
    ]);
    const read = decodeLink(`p=2.${toBase64Url(bytes)}`);
    if (!read.ok) throw new Error("unreadable");
    expect(read.problems.map(({ field }) => field)).toEqual([
      "unknown",
      "values",
      "pair",
      "scenarios",
      "reference",
      "mode",
      "panel",
      "solver",
    ]);
    expect(read.document).toEqual({
      ...six,
      values: Object.fromEntries(NAMES.slice(1).map((id) => [id, six.values[id]])),
      pair: null,
    });
  });

  test("with a profile that makes no sense loses the profile and says so", () => {
    const none: Record<string, number> = {};
    for (const profile of [
      { weights: { care: 2 }, strength: 1 },
      { weights: { care: 1 }, strength: 0 },
      { weights: none, strength: 1 },
    ])
      expect(decodeLink(encodeLink({ ...six, profile }))).toMatchObject({
        document: six,
        problems: [{ field: "profile" }],
      });
  });

  test("with data that is not known falls back to the sample of a first visit", () => {
    const source = { kind: "sample", name: "gpt-9", rows: 5, seed: 1 };
    const read = decodeLink(encodeLink({ ...six, source } as unknown as SharedDocument));
    expect(read).toMatchObject({
      ok: true,
      document: six,
      problems: [{ field: "source", value: "gpt-9" }],
    });
  });

  test("never reaches a prototype", () => {
    const values = Object.fromEntries([
      ["__proto__", { participation: "hold", target: 2, unit: "raw" } as const],
    ]);
    const read = decodeLink(encodeLink({ ...six, values, order: ["__proto__"], pair: null }));
    expect(read.ok && Object.keys(read.document.values)).toEqual(["__proto__"]);
    expect(({} as Record<string, unknown>).participation).toBeUndefined();
  });
});

describe("a link as other programs leave it", () => {
  const link = encodeLink(six);
  const whole = decodeLink(link);
  const half = link.length >> 1;

  test.each([
    ...[".", ")", ",", ">", "”", ").", "…", "*", "`"].map((sign) => link + sign),
    `#${link}%20`,
    `#${link}%0A`,
    ...["\u200b", "\u00ad", "\n", " ", "\u2060"].map(
      (sign) => link.slice(0, half) + sign + link.slice(half),
    ),
    `${link}&utm_source=chat`,
    `${link}&amp;fbclid=x.y%20z`,
    `#${encodeURIComponent(link)}`,
    `#${link.replace("=", "%3D")}`,
  ])("%j is read", (hash) => {
    expect(decodeLink(hash)).toEqual(whole);
  });
});
