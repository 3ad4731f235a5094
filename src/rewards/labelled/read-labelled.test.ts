import { describe, expect, test } from "vitest";
import { judgementsOf } from "../judgement.ts";
import { readLabelled } from "./read-labelled.ts";

/** A table of rows, columns in the order of the first. */
function table(...rows: readonly Record<string, unknown>[]) {
  const columns = Object.keys(rows[0]).map((name) => ({ name, cells: rows.map((r) => r[name]) }));
  return { rows: rows.length, columns };
}

function texts(...rows: readonly Record<string, unknown>[]) {
  const read = readLabelled(table(...rows));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const short = read.texts.map((t) => `${t.value} ${t.follows ? "+" : "-"} ${t.text}`);
  return { layout: read.layout, skipped: read.skipped, short };
}

describe("judgements", () => {
  test.each([
    [
      "words",
      ["Positive", "neutral", "NEGATIVE", " good ", "Wrong", "purple", ""],
      [1, 1, 0, 1, 0, null, null],
    ],
    ["a sign", [-2, -1, 0, 1, 2, Number.NaN], [0, 0, 1, 1, 1, null]],
    ["0 and 1", [0, 1, 1], [0, 1, 1]],
    ["0, 1, 2", [0, 1, 2], [0, 1, 1]],
    ["1 to 5", [1, 2, 3, 4, 5], [0, 0, 1, 1, 1]],
    ["the upper grades of 1 to 5", [4, 5, 4], [1, 1, 1]],
    ["1 and 2", [1, 2], [0, 1]],
    ["1 to 7", [1, 3, 4, 7], [0, 0, 1, 1]],
    ["words of people", ["It's okay", "You should", "it’s rude.", "It's nice"], [1, 1, 0, 1]],
    ["numbers as text", ["-1", "0", "1"], [0, 1, 1]],
    ["true and false", [true, false, null], [1, 0, null]],
    ["one number", [1, 1], [1, 1]],
  ])("as %s", (_, cells, judged) => expect(judgementsOf(cells)).toEqual(judged));
});

describe("labelled texts", () => {
  test("are read from text, value, judgement, in words or numbers", () => {
    expect(
      texts(
        { text: "She helped.", value: "Care", judgement: "positive" },
        { text: "He lied.", value: "fairness-cheating", judgement: "negative" },
        { text: "He sang.", value: "joy", judgement: "neutral" },
        { text: "", value: "care", judgement: "negative" },
      ),
    ).toEqual({
      layout: "labelled",
      skipped: 1,
      short: ["care + She helped.", "fairness - He lied.", "joy + He sang."],
    });
    expect(
      texts(
        { Statement: "a", foundation: "care", label: 1 },
        { Statement: "b", foundation: "care", label: 0 },
      ).short,
    ).toEqual(["care + a", "care - b"]);
  });

  test("of Social Chemistry count once per foundation, judged by the action", () => {
    const row = {
      area: "amitheasshole",
      "rot-moral-foundations": "care-harm|loyalty-betrayal",
      action: "leaving a friend behind",
      "action-moral-judgment": -1,
      "rot-bad": 0,
      rot: "It's bad to leave a friend behind.",
    };
    const read = texts(
      row,
      {
        ...row,
        action: "calling home",
        "action-moral-judgment": 0,
        "rot-moral-foundations": "care-harm",
      },
      {
        ...row,
        action: "",
        "action-moral-judgment": 2,
        "rot-moral-foundations": "sanctity-degradation",
      },
      { ...row, "action-moral-judgment": Number.NaN },
      { ...row, "rot-bad": 1 },
      { ...row, "rot-moral-foundations": "" },
    );
    expect(read).toEqual({
      layout: "social-chemistry",
      skipped: 3,
      short: [
        "care - leaving a friend behind",
        "loyalty - leaving a friend behind",
        "care + calling home",
        "sanctity + It's bad to leave a friend behind.",
      ],
    });
  });

  test("of MIC are answers, by whether they agree with a rule that counts", () => {
    const row = {
      Q: "May I steal?",
      A: "Sure.",
      rot: "It is wrong to steal.",
      moral: "fairness|care",
      "moral-vector": "[0.0, 1.0, 0.0, 0.0, 0.0, 0.0]",
      A_agrees: 0,
      "rot-agree": 4,
      "violation-severity": 4,
    };
    const read = texts(
      row,
      { ...row, A: "Better not.", A_agrees: 2, moral: "" },
      { ...row, A: "Perhaps.", A_agrees: 1, moral: "liberty-oppression" },
      { ...row, "rot-agree": 2 },
      { ...row, "violation-severity": 1 },
      { ...row, A_agrees: -1 },
      { ...row, A: "Missing severities count.", "rot-agree": -1, "violation-severity": -1 },
    );
    expect(read.layout).toBe("mic");
    expect(read.skipped).toBe(3);
    expect(read.short).toEqual([
      "fairness - Sure.",
      "care - Sure.",
      "fairness + Better not.",
      "liberty + Perhaps.",
      "fairness - Missing severities count.",
      "care - Missing severities count.",
    ]);
  });

  test("that are not there are a problem in plain terms", () => {
    expect(readLabelled(table({ prompt: "a", humor: 1, value: "care" }))).toEqual({
      ok: false,
      problems: [
        {
          code: "no-labelled-columns",
          severity: "error",
          missing: ["text", "judgement"],
          detail: "prompt, humor, value",
        },
      ],
    });
    expect(readLabelled(table({ text: "", value: "care", judgement: "purple" }))).toEqual({
      ok: false,
      problems: [{ code: "no-labels", severity: "error" }],
    });
  });

  test("of ETHICS are about morality, and 1 is wrong", () => {
    const read = texts({ label: 0, input: "She helped." }, { label: 1, input: "He lied." });
    expect(read.layout).toBe("ethics");
    expect(read.short).toEqual(["morality + She helped.", "morality - He lied."]);
  });

  test("of Moral Stories are two a row", () => {
    const row = { norm: "Be kind.", moral_action: "She helped.", immoral_action: "She left." };
    expect(texts(row)).toMatchObject({
      layout: "moral-stories",
      short: ["morality + She helped.", "morality - She left."],
    });
  });

  const repeated = (row: Record<string, unknown>, times = 5) =>
    Array.from({ length: times }, (_, k) => ({ ...row, text: `${row.text} ${k}` }));

  test("may have several labels each, in one cell", () => {
    const { layout, short } = texts(
      ...repeated({ text: "a", annotation: "Care,Loyalty" }),
      ...repeated({ text: "b", annotation: "['care']" }),
      ...repeated({ text: "c", annotation: "Non-Moral" }, 1),
    );
    expect(layout).toBe("many-labels");
    expect(short).toEqual(
      expect.arrayContaining([
        "care + a 0",
        "loyalty + a 0",
        "care + b 0",
        "loyalty - b 0",
        "care - c 0",
      ]),
    );
  });

  test("may have a column of 0 and 1 for each label", () => {
    const { layout, short } = texts(
      ...repeated({ text: "a", care: 1, fairness: 0, count: 0 }),
      ...repeated({ text: "b", care: 0, fairness: 1, count: 7 }),
    );
    expect(layout).toBe("many-labels");
    expect(short.slice(0, 2)).toEqual(["care + a 0", "fairness - a 0"]);
    expect(short.some((line) => line.startsWith("count"))).toBe(false);
  });
});

describe("what labels are taken for", () => {
  const words = table(
    { text: "a", value: "care", label: "It's okay" },
    { text: "b", value: "care", label: "hmm" },
    { text: "c", value: "care", label: "It's okay" },
  );
  const labelsOf = (read: ReturnType<typeof readLabelled>) => (read.ok ? read.labels : []);

  test("is said, with texts that have them; what is not known is left out", () => {
    expect(labelsOf(readLabelled(words))).toEqual([
      { label: "It's okay", judged: 1, rows: 2, examples: ["a", "c"] },
      { label: "hmm", judged: null, rows: 1, examples: ["b"] },
    ]);
  });

  test("can be said otherwise", () => {
    const meant = new Map([
      ["It's okay", 0],
      ["hmm", 1],
    ] as const);
    const read = readLabelled(words, meant);
    expect(labelsOf(read).map(({ judged }) => judged)).toEqual([0, 1]);
    expect(read.ok && read.texts.map(({ follows }) => follows)).toEqual([false, true, false]);
    const turned = readLabelled(table({ label: 0, input: "a" }), new Map([["0", 0] as const]));
    expect(turned.ok && turned.texts[0].follows).toBe(false);
  });

  test("is not asked of measurements", () => {
    const rows = Array.from({ length: 40 }, (_, k) => ({
      text: `t${k}`,
      value: "care",
      label: k / 7,
    }));
    expect(labelsOf(readLabelled(table(...rows)))).toEqual([]);
  });
});
