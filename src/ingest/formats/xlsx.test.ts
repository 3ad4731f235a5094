import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { sourceOfBytes } from "../bytes/source.ts";
import { readSource } from "../read-source.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKED = "http://schemas.openxmlformats.org/package/2006";

type Cell =
  | string
  | number
  | { readonly error: string }
  | { readonly formula: string; readonly value: number }
  | null;

function cellXml(cell: Cell, at: string): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === "string") return `<c r="${at}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  if ("error" in cell) return `<c r="${at}" t="e"><v>${cell.error}</v></c>`;
  return `<c r="${at}"><f>${cell.formula}</f><v>${cell.value}</v></c>`;
}

function sheetXml(rows: readonly (readonly Cell[])[]): string {
  const lines = rows.map((row, j) => {
    const cells = row.map((cell, i) => cellXml(cell, `${"ABCDEFG"[i]}${j + 1}`)).join("");
    return `<row r="${j + 1}">${cells}</row>`;
  });
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${lines.join("")}</sheetData></worksheet>`;
}

/** A workbook as spreadsheets write it, by its sheets. */
function workbook(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Uint8Array {
  const names = Object.keys(sheets);
  const each = (make: (k: number, name: string) => string) =>
    names.map((name, k) => make(k + 1, name)).join("");
  return zipSync({
    "[Content_Types].xml": strToU8(
      `${HEAD}<Types xmlns="${PACKED}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      `${HEAD}<Relationships xmlns="${PACKED}/relationships"><Relationship Id="r1" Type="${RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    "xl/workbook.xml": strToU8(
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><sheets>${each((k, name) => `<sheet name="${name}" sheetId="${k}" r:id="r${k}"/>`)}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `${HEAD}<Relationships xmlns="${PACKED}/relationships">${each((k) => `<Relationship Id="r${k}" Type="${RELS}/worksheet" Target="worksheets/sheet${k}.xml"/>`)}</Relationships>`,
    ),
    ...Object.fromEntries(
      names.map((name, k) => [`xl/worksheets/sheet${k + 1}.xml`, strToU8(sheetXml(sheets[name]))]),
    ),
  });
}

async function read(bytes: Uint8Array, part?: string) {
  const got = await readSource(
    [sourceOfBytes(bytes, "scores.xlsx")],
    part ? { picks: { part } } : {},
  );
  if (!got.ok) return { problems: got.problems.map(({ code }) => code) };
  return {
    format: got.format,
    columns: Object.fromEntries(
      got.table.columns.map((c) => [c.name, [...(c.kind === "number" ? c.numbers : c.texts)]]),
    ),
    readings: got.readings,
    problems: got.problems.map(({ code }) => code),
  };
}

const SCORES = [
  ["prompt", "care", "wit"],
  ["p0", 1.5, { formula: "B2*2", value: 3 }],
  ["p1", -2, { error: "#DIV/0!" }],
  ["p2", 0.25, 4],
] as const;

describe("a spreadsheet", () => {
  test("gives its values: texts, numbers, what formulas came to, and gaps for errors", async () => {
    expect(await read(workbook({ Scores: SCORES }))).toMatchObject({
      format: "Excel",
      columns: { prompt: ["p0", "p1", "p2"], care: [1.5, -2, 0.25], wit: [3, Number.NaN, 4] },
      readings: [],
    });
  });

  test("of several sheets gives the longest, and any other on request", async () => {
    const bytes = workbook({
      About: [
        ["made", "by"],
        ["me", "hand"],
      ],
      Scores: SCORES,
      Empty: [],
    });
    expect((await read(bytes)).readings).toMatchObject([
      { kind: "part", taken: "Scores", count: 3, others: [{ pick: "About", count: 1 }] },
    ]);
    expect((await read(bytes, "About")).columns).toEqual({ made: ["me"], by: ["hand"] });
  });

  test("passes over a title above its names, and may be empty or spoiled", async () => {
    const titled = workbook({ S: [["Scores of March"], [], ["care", "wit"], [1, 2], [3, 1]] });
    expect((await read(titled)).columns).toEqual({ care: [1, 3], wit: [2, 1] });
    expect(await read(workbook({ S: [] }))).toEqual({ problems: ["empty-file"] });
    const spoiled = zipSync({
      "[Content_Types].xml": strToU8("<x/>"),
      "xl/workbook.xml": strToU8("<workbook"),
    });
    expect(await read(spoiled)).toEqual({ problems: ["damaged-file"] });
  });
});
