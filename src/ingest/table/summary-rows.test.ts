import { describe, expect, test } from "vitest";
import { withoutSummaries } from "./summary-rows.ts";
import { type TableColumn, tableRead } from "./table.ts";

const numbers = (...cells: number[]): Extract<TableColumn, { kind: "number" }> => ({
  name: "a",
  kind: "number",
  numbers: Float64Array.from(cells),
  missing: 0,
  bad: 0,
});
const texts = (...cells: string[]): TableColumn => ({ name: "t", kind: "text", texts: cells });

function tableOf(
  columns: readonly TableColumn[],
  more: { sampledFrom?: number; lastRow?: number } = {},
) {
  const [first] = columns;
  const rows = (first.kind === "text" ? first.texts : first.numbers).length;
  const { sampledFrom = null, lastRow = rows + 1 } = more;
  return tableRead({ format: "CSV", table: { rows, columns, lastRow }, problems: [], sampledFrom });
}

/** How many rows are left, and the problem that is told. */
function left(
  columns: readonly TableColumn[],
  choice: "leave-out" | "use" | null = null,
  more = {},
) {
  const read = withoutSummaries(tableOf(columns, more), choice);
  const [problem] = read.problems;
  return problem ? `${read.table.rows} ${problem.code}` : `${read.table.rows}`;
}

const LABELS =
  "Total,TOTALS,Grand total,Sub-total,subtotal,Sum,Average,avg,Avg.,Mean,Median,Min,minimum,Max,maximum,Count,std,Std.,St. dev.,std dev,Standard deviation,SD,Summe,Gesamt,insgesamt,Mittelwert,Durchschnitt,Anzahl,Standardabweichung,Stabw.,Somme,Moyenne,Médiane,Écart-type,Suma,Promedio,Totale,合计,平均,平均值,Total:,Mean score";

describe("rows at the end with a label", () => {
  test.each(LABELS.split(","))("%s are left out", (label) => {
    expect(left([texts("x", "y", "z", label), numbers(1, 2, 9, 5)])).toBe("3 summary-left-out");
  });

  test.each([
    "Totally",
    "no total",
    "meaning",
    "maxim",
    "summer",
    "sd card",
    "counting",
    "average Joe",
  ])("%s is none", (word) => {
    expect(left([texts("x", "y", "z", word), numbers(1, 2, 9, 5)])).toBe("4");
  });

  test("may be several, the topmost of which is quoted", () => {
    const read = withoutSummaries(
      tableOf([texts("x", "y", "z", "Mean", " Max "), numbers(1, 2, 9, 4, 9)]),
      null,
    );
    expect(read.problems).toEqual([
      {
        code: "summary-left-out",
        severity: "warning",
        row: 5,
        count: 2,
        expected: "an answer",
        value: "Mean",
      },
    ]);
    expect(read.table.columns[0]).toMatchObject({ texts: ["x", "y", "z"] });
  });

  test.each([
    [13, "2 summary-left-out"],
    [14, "2 summary-left-out"],
    [15, "3 summary-left-out"],
    [4, "2 summary-left-out"],
    [3, "2 summary-left-out"],
    [2, "2"],
  ])("of %i rows are at most twelve, and leave at least two others", (rows, expected) => {
    const labels = new Array<string>(rows).fill("Total");
    expect(left([texts(...labels), numbers(...labels.map((_, k) => k * k))])).toBe(expected);
  });

  test("may have figures in words beside it, but no other words", () => {
    const cells = numbers(1, 2, 9, 5);
    expect(left([texts("x", "y", "z", "Total"), texts("5%", "6%", "8%", "100%"), cells])).toBe(
      "3 summary-left-out",
    );
    expect(left([texts("x", "y", "z", "Total"), texts("a", "b", "c", "d"), cells])).toBe("4");
    expect(left([texts("x", "y", "z", "Total"), texts("a", "b", "c", " "), cells])).toBe(
      "3 summary-left-out",
    );
  });

  test("may have it in a column of numbers", () => {
    const stray = { ...numbers(1, 2, 9, Number.NaN), strays: [{ at: 3, text: "Total" }] };
    expect(left([stray, numbers(1, 2, 3, 9)])).toBe("3 summary-left-out");
    expect(left([{ ...stray, strays: [{ at: 2, text: "Total" }] }, numbers(1, 2, 3, 9)])).toBe("4");
  });

  test("in the midst of others are answers", () => {
    expect(left([texts("x", "Total", "z", "y"), numbers(1, 2, 9, 5)])).toBe("4");
  });

  test("take their own problems with them", () => {
    const read = tableOf([texts("x", "y", "z", "Total"), numbers(1, 2, 9, 5)]);
    const at = (row?: number) => ({ code: "not-a-number", severity: "warning", row }) as const;
    const { problems } = withoutSummaries({ ...read, problems: [at(), at(4), at(5)] }, null);
    expect(problems.map(({ row }) => row)).toEqual([undefined, 4, 5]);
    expect(problems[2].code).toBe("summary-left-out");
  });
});

describe("a last row without a label", () => {
  const blank = texts("x", "y", "z", "");
  const filled = texts("x", "y", "z", "w");

  test("is left out where its texts are blank and all its numbers are sums, or all means", () => {
    expect(left([blank, numbers(1, 2, 3, 6)])).toBe("3 summary-left-out");
    expect(left([blank, numbers(1, 2, 6, 3)])).toBe("3 summary-left-out");
    expect(left([blank, numbers(1, 2, 3, 6), numbers(4, 5, 7, 16)])).toBe("3 summary-left-out");
    expect(left([blank, numbers(1, 2, 3, 6), numbers(4, 5, 6, 5)])).toBe("4");
    expect(left([blank, numbers(1, 2, 3, 7)])).toBe("4");
    expect(left([filled, numbers(1, 2, 3, 6)])).toBe("4");
  });

  test("is an answer where other rows have blank texts too", () => {
    expect(left([texts("x", "", "z", ""), numbers(1, 2, 3, 6)])).toBe("4");
  });

  test("may have a gap, and sums over gaps", () => {
    const gap = Number.NaN;
    expect(left([blank, numbers(1, gap, 3, 4), numbers(1, 2, 3, gap)])).toBe("3 summary-left-out");
    expect(left([blank, numbers(1, 2, 3, gap)])).toBe("4");
  });

  test("may be rounded as it is written", () => {
    expect(left([blank, numbers(1, 1, 2, 1.33)])).toBe("3 summary-left-out");
    expect(left([blank, numbers(1, 1, 2, 1.34)])).toBe("4");
    expect(left([blank, numbers(0.1, 0.2, 0.3, 0.6)])).toBe("3 summary-left-out");
    expect(left([blank, numbers(1, 1, 2, 1)])).toBe("4");
  });

  test("is no sum of nothing", () => {
    expect(left([blank, numbers(0, 0, 0, 0)])).toBe("4");
    expect(left([blank, numbers(1, -1, 0, 0)])).toBe("4");
  });

  test("without any column of words is used and told where two columns, or one of many rows, say so", () => {
    expect(left([numbers(1, 2, 3, 6), numbers(4, 5, 7, 16)])).toBe("4 summary-used");
    expect(left([numbers(1, 2, 3, 6)])).toBe("4");
    expect(left([numbers(1, 2, 4, 8, 15)])).toBe("5");
    expect(left([numbers(1, 2, 4, 8, 16, 31)])).toBe("6 summary-used");
    expect(left([numbers(1, 2, 3, 4, 5, 3)])).toBe("6");
  });

  test("is what the user chose it to be", () => {
    const sums = [numbers(1, 2, 3, 6), numbers(4, 5, 7, 16)];
    expect(left(sums, "leave-out")).toBe("3 summary-left-out");
    expect(left(sums, "use")).toBe("4 summary-used");
    const labelled = [texts("x", "y", "z", "Total"), numbers(1, 2, 9, 5)];
    expect(left(labelled, "use")).toBe("4 summary-used");
    expect(left(labelled, "leave-out")).toBe("3 summary-left-out");
  });

  test("of a sample of the file says nothing, with a label it does", () => {
    expect(left([blank, numbers(1, 2, 3, 6)], null, { sampledFrom: 900 })).toBe("4");
    const labelled = [texts("x", "y", "z", "Total"), numbers(1, 2, 9, 5)];
    expect(left(labelled, null, { sampledFrom: 900 })).toBe("3 summary-left-out");
  });

  test("of three rows may sum up two", () => {
    expect(left([texts("x", "y", ""), numbers(1, 2, 3)])).toBe("2 summary-left-out");
    expect(left([texts("x", ""), numbers(1, 1)])).toBe("2");
  });
});
