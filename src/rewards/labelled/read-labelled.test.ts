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
    expect(readLabelled(table({ prompt: "a", humor: 1 }))).toEqual({
      ok: false,
      problems: [{ code: "no-labelled-columns", severity: "error" }],
    });
    expect(readLabelled(table({ text: "a", value: "care", judgement: "purple" }))).toEqual({
      ok: false,
      problems: [{ code: "no-labels", severity: "error" }],
    });
  });
});
