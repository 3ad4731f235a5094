import { describe, expect, test } from "vitest";
import type { ReadChoices } from "../ingest/read-source.ts";
import { problems as sentences } from "../ui/text/en/problems.ts";
import { IngestService } from "./files/ingest-service.ts";

/** What the page shows of a file: its numbers as they are used, and everything that is said of it. */
async function shown(text: string, choices: ReadChoices = {}) {
  const service = new IngestService();
  const file = new File([text], "scores.csv");
  const preview = await service.read([file], choices);
  const mapped = preview.ok ? service.map(preview.mapping) : null;
  const problems = [
    ...preview.problems,
    ...(mapped?.ok ? mapped.data.problems : (mapped?.problems ?? [])),
  ];
  const values = mapped?.ok
    ? Object.fromEntries(mapped.data.columns.map((c) => [c.id, [...c.rewards]]))
    : null;
  const said = problems
    .filter(({ code }) => code !== "few-rows")
    .map((problem) => sentences[problem.code](problem));
  return { values, said };
}

const HUMOR = { humor: [1.5, 2.5, 4], calm: [0.25, 1, 0.5] };

describe("what newcomers bring is understood", () => {
  test.each<[string, string]>([
    ["commas", "humor,calm\n1.5,0.25\n2.5,1\n4,0.5\n"],
    ["a byte-order mark", "\uFEFFhumor,calm\n1.5,0.25\n2.5,1\n4,0.5\n"],
    ["semicolons", "humor;calm\n1.5;0.25\n2.5;1\n4;0.5\n"],
    ["semicolons and decimal commas", "humor;calm\n1,5;0,25\n2,5;1\n4;0,5\n"],
    ["tabs and decimal commas", "humor\tcalm\n1,5\t0,25\n2,5\t1\n4\t0,5\n"],
    ["decimal commas in quotes", 'humor,calm\n"1,5","0,25"\n"2,5",1\n4,"0,5"\n'],
    ["quoted numbers", 'humor,calm\n"1.5","0.25"\n"2.5","1"\n"4","0.5"\n'],
    ["spaces after commas, and quotes after those", 'humor, calm\n1.5, "0.25"\n2.5, 1\n4, 0.5\n'],
    [
      "a spreadsheet's line of its separator",
      "sep=;\r\nhumor;calm\r\n1,5;0,25\r\n2,5;1\r\n4;0,5\r\n",
    ],
    [
      "Windows line ends and blank lines",
      "humor,calm\r\n\r\n1.5,0.25\r\n2.5,1\r\n,\r\n4,0.5\r\n\r\n",
    ],
    ["exponents, plus signs and real minus signs", "humor,calm\n15e-1,+0.25\n2.5,1\n4,.5\n"],
  ])("%s", async (_, text) => {
    expect(await shown(text)).toEqual({ values: HUMOR, said: [] });
  });

  test.each<[string, string, number[]]>([
    ["one column of decimal commas", "humor\n1,5\n2\n3,75\n", [1.5, 2, 3.75]],
    ["thousands in groups, English", 'humor\n"1,234.5"\n"2,345,678"\n7\n', [1234.5, 2345678, 7]],
    [
      "thousands in groups, German",
      "humor;note\n1.234,5;x\n2.345.678;y\n7,25;z\n",
      [1234.5, 2345678, 7.25],
    ],
    [
      "thousands in groups, Swiss and French",
      "humor;note\n1'234.5;x\n2 345;y\n7;z\n",
      [1234.5, 2345, 7],
    ],
    ["true and false", "humor\nTRUE\nfalse\nTrue\n", [1, 0, 1]],
    ["true and false in German", "humor\nWAHR\nFALSCH\nWAHR\n", [1, 0, 1]],
    ["words of a scale", "answer,humor\na,Poor\nb,Very good\nc,Fair\nd,Poor\n", [1, 3, 2, 1]],
  ])("%s", async (_, text, humor) => {
    expect(await shown(text)).toEqual({ values: { humor }, said: [] });
  });
});

const DROPPED = (count: number, rows: number) =>
  `scores.csv: ${count} of ${rows} rows ${count === 1 ? "is" : "are"} left out because a number in a used column is missing or unusable. Fill the gaps, or use fewer columns.`;
const LEFT_OUT = (row: number, value: string) =>
  `scores.csv, row ${row}: expected an answer, found a row that sums up the others (“${value}”). It is left out; if it is an answer, use it all the same, or change its label.`;

describe("what newcomers bring is explained", () => {
  test.each<[string, string, Record<string, number[]> | null, string[]]>([
    [
      "marks for what is missing",
      "humor,calm\n1,2\nNaN,3\nN/A,4\n,5\n#N/A,1\nnull,2\n-,3\n2,9\n",
      { humor: [1, 2], calm: [2, 9] },
      [DROPPED(6, 8)],
    ],
    [
      "words among numbers",
      "humor,calm\n1,2\n2,9\n3,1\n4,3\nmissing,5\n5,4\n",
      { humor: [1, 2, 3, 4, 5], calm: [2, 9, 1, 3, 4] },
      [
        "scores.csv, row 6, column humor: expected a finite number, found “missing”. Correct it, or its row is left out while this column is used.",
        DROPPED(1, 6),
      ],
    ],
    [
      "a total at the end",
      "prompt,humor,calm\np1,1.5,2\np2,2.5,3\np3,3.25,1\nTotal,7.25,6\n",
      { humor: [1.5, 2.5, 3.25], calm: [2, 3, 1] },
      [LEFT_OUT(5, "Total")],
    ],
    [
      "an average at the end, in a column of numbers",
      "id,humor\n1,1.5\n2,2.5\n3,3.25\n4,1\nAverage:,2.06\n",
      { humor: [1.5, 2.5, 3.25, 1] },
      [LEFT_OUT(6, "Average:")],
    ],
    [
      "a total beside shares",
      "prompt,humor,share\np1,1.5,20%\np2,2.5,30%\np3,3.25,50%\nTotal,7.25,100%\n",
      { humor: [1.5, 2.5, 3.25], share: [20, 30, 50] },
      [LEFT_OUT(5, "Total")],
    ],
    [
      "a total without a word",
      "prompt,humor,calm\np1,1.5,2\np2,2.5,3\np3,3.25,1\n,7.25,6\n",
      { humor: [1.5, 2.5, 3.25], calm: [2, 3, 1] },
      [LEFT_OUT(5, "7.25")],
    ],
    [
      "several lines of statistics at the end",
      "prompt;humor\np1;1,5\np2;2,5\np3;3,25\n\nSumme;7,25\nMittelwert;2,42\nStdAbw.;0,88\n",
      { humor: [1.5, 2.5, 3.25] },
      [
        "scores.csv, row 6: expected an answer, found 3 rows that sum up the others (“Summe”). They are left out; if they are answers, use them all the same, or change their label.",
      ],
    ],
    [
      "a last row that may be a total",
      "humor,calm\n1.5,2\n2.5,3\n3.25,1\n7.25,6\n",
      { humor: [1.5, 2.5, 3.25, 7.25], calm: [2, 3, 1, 6] },
      [
        "scores.csv, row 5: expected an answer, found a row that seems to sum up the others (“7.25”). It is used as an answer; leave it out otherwise.",
      ],
    ],
    [
      "decimal commas between commas",
      "humor,calm\n1,5,0,2\n2,5,0,3\n3,5,0,7\n",
      null,
      [2, 3, 4].map(
        (row) =>
          `scores.csv, row ${row}: expected 2 cells as in the header, found 4. The row is left out; look for a stray or missing separator or quote. If its numbers have decimal commas, separate the columns by semicolons.`,
      ),
    ],
    [
      "numbers with signs beside some of them",
      "share,price,humor\n80%,$1.50,1\n0.9,2.50 or so,2\n75%,$3,3\n70%,$2,5\n70%,$2,5\n",
      { humor: [1, 2, 3, 5, 5] },
      [
        "scores.csv, column share: expected plain numbers, found “80%”, so the column was read as text. To use it as a value, write numbers alone: 80 for 80%, 1234.5 for 1,234.5.",
        "scores.csv, column price: expected plain numbers, found “$1.50”, so the column was read as text. To use it as a value, write numbers alone: 80 for 80%, 1234.5 for 1,234.5.",
      ],
    ],
    [
      "a title above the names",
      "Scores of March\n\nhumor,calm\n1,2\n2,9\n3,1\n",
      { humor: [1, 2, 3], calm: [2, 9, 1] },
      [
        "scores.csv, row 1: expected the names of the columns, found “Scores of March”. This row was passed over and the names taken from the next. If that is wrong, remove what stands above the names.",
      ],
    ],
    [
      "no names",
      "1,2\n2,9\n3,1\n",
      { "column 1": [1, 2, 3], "column 2": [2, 9, 1] },
      [
        "scores.csv, row 1: expected the names of the columns, found “1”, so the row was read as an answer and the columns are numbered. Add a row of names on top to name them.",
      ],
    ],
    [
      "a web page in place of the table",
      "<!DOCTYPE html>\n<html><body>Sign in</body></html>",
      null,
      [
        "scores.csv: this looks like an HTML file, which cannot be read here; expected CSV, JSON, Parquet, Arrow, NumPy or Excel. Save or export it as CSV, JSON or Parquet and drop it again.",
      ],
    ],
  ])("%s", async (_, text, values, said) => {
    expect(await shown(text)).toEqual({ values, said });
  });

  test("rows that sum up the others are answers or not as the user says", async () => {
    const labelled = "prompt,humor\np1,1.5\np2,2.5\nTotal,4\n";
    expect((await shown(labelled, { summaries: "use" })).values).toEqual({ humor: [1.5, 2.5, 4] });
    const bare = "humor,calm\n1.5,1\n2.5,2\n4,3\n";
    expect((await shown(bare, { summaries: "leave-out" })).values).toEqual({
      humor: [1.5, 2.5],
      calm: [1, 2],
    });
  });

  test.each([
    [
      "answers of one word beside their prompts",
      "prompt,answer,humor\nq1,yes,1\nq2,no,2\nq3,total,4\n",
    ],
    ["a centre among symmetric points", "a,b\n1,1\n1,-1\n-1,1\n-1,-1\n0,0\n"],
    ["three numbers of which one is the sum", "humor\n1\n2\n3\n"],
    ["a row like others that has no prompt", "prompt,humor\np1,1.5\np2,2.5\np3,3\n,2\n"],
  ])("%s are no sums", async (_, text) => {
    const { values, said } = await shown(text);
    expect(Object.values(values ?? {})[0]).toHaveLength(text.trim().split("\n").length - 1);
    expect(said).toEqual([]);
  });
});
