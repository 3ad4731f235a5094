import { columnFromCells, LARGEST, NumberColumn, readCell } from "../table/cells.ts";
import { type RowSample, RowSampler } from "../table/row-sample.ts";
import {
  type Problem,
  quote,
  type ReadResult,
  refuse,
  type TableColumn,
  tableRead,
} from "../table/table.ts";
import { uniqueNames } from "../table/unique-names.ts";
import type { Progress } from "./decoded.ts";
import { plainNumber } from "./plain-number.ts";
import { beginningOf, isNumeric, usesDecimalComma } from "./separated-head.ts";
import { cellsFor, cellText, nextRecord } from "./separated-scan.ts";

/** How the rows of a file are to be read, as its first ones show. */
interface Plan {
  readonly delimiter: number;
  /** Records above the header that are no part of the table. */
  readonly above: number;
  /** Lines of remarks above these. */
  readonly remarks: number;
  readonly hasHeader: boolean;
  readonly names: readonly string[];
  readonly isText: readonly boolean[];
  readonly decimalComma: boolean;
}

const MOST_NAMED = 3;
/** A record longer than this is no record. */
const LONGEST_RECORD = 8 << 20;
/** More columns than this are no answers' scores. */
export const MOST_COLUMNS = 4096;
const NEWLINE = 10;
/** One character for every byte, so that places agree. */
const bytewise = new TextDecoder("windows-1252");

/**
 * Reads comma-, tab-, semicolon- or bar-separated UTF-8 as it streams in; rows of another length are dropped and named. What the
 * columns are follows from the first thousand rows, which `head` must hold (or the whole of a shorter file).
 */
export async function readSeparatedStream(
  stream: AsyncIterable<Uint8Array>,
  head: string,
  progress: Progress,
  sample: RowSample | null = null,
): Promise<ReadResult> {
  const problems: Problem[] = [];
  const plan = planOf(head, problems);
  if (!plan) return refuse({ code: "empty-file" });
  if ("code" in plan) return refuse(plan);
  const rows = new SeparatedRows(plan, problems, sample && new RowSampler(sample));
  let bytes = 0;
  let rest: Uint8Array = new Uint8Array(0);
  for await (const stretch of stream) {
    bytes += stretch.length;
    const buffer = rest.length > 0 ? joined(rest, stretch) : stretch;
    const from = rows.take(buffer, false);
    rest = buffer.slice(from);
    if (rest.length > LONGEST_RECORD)
      return refuse({
        code: "ragged-row",
        row: rows.line,
        expected: String(plan.names.length),
        value: "no end of the row",
      });
    await progress({ bytes, rows: rows.seen });
  }
  rows.take(rest, true);
  return rows.finish();
}

function planOf(head: string, problems: Problem[]): Plan | Omit<Problem, "severity"> | null {
  const { records, delimiter, above, remarks } = beginningOf(head, problems);
  const [first, ...others] = records;
  if (!first) return null;
  if (first.length > MOST_COLUMNS)
    return { code: "too-many-columns", count: first.length, expected: String(MOST_COLUMNS) };
  if (isProse(records)) return { code: "prose", value: quote(first.join(delimiter).trim()) };
  const hasHeader = !first.every(isNumeric);
  if (!hasHeader)
    problems.push({
      code: "no-header",
      severity: "warning",
      row: 1,
      value: quote(first[0].trim()),
    });
  const header = uniqueNames(hasHeader ? namesOf(first) : first.map((_, i) => `column ${i + 1}`));
  problems.push(...header.problems);
  const rows = (hasHeader ? others : records).filter((row) => row.length === first.length);
  const decimalComma = usesDecimalComma(rows, delimiter);
  const isText = first.map(
    (_, i) =>
      columnFromCells(
        "",
        rows.map((row) => row[i]),
        { firstRow: 1, decimalComma },
      ).column.kind === "text",
  );
  return {
    delimiter: delimiter.charCodeAt(0),
    above,
    remarks,
    hasHeader,
    names: header.names,
    isText,
    decimalComma,
  };
}

/** The names of a header; one that begins with # says so for the first of them only. */
function namesOf(first: readonly string[]): readonly string[] {
  return first.map((name, i) => (i === 0 ? name.replace(/^\s*#\s*/, "") : name));
}

/** True for sentences rather than rows: a first line of words, and hardly a line of as many cells as it. */
function isProse([first, ...others]: readonly (readonly string[])[]): boolean {
  const words = first.join(" ").trim().split(/\s+/);
  const isSentence = words.length >= 4 && /[.!?:…]["')]?$/.test(first.join(" ").trim());
  const isHeading = /^#+ /.test(first[0].trim());
  if (first.some(isNumeric) || !(isSentence || isHeading)) return false;
  const alike = others.filter((row) => row.length === first.length);
  return first.length === 1 || alike.length < others.length / 2 || others.length === 0;
}

class SeparatedRows {
  /** Rows kept, and the record that is read now, 1-based. */
  count = 0;
  line = 1;
  /** Rows read, kept or not. */
  get seen(): number {
    return this.sampler?.seen ?? this.count;
  }
  private ragged = 0;
  private above: number;
  private remarks: number;
  private isHeaderNext: boolean;
  private lastKept = 0;
  private readonly width: number;
  private readonly cells;
  private readonly columns: readonly (NumberColumn | string[])[];

  constructor(
    private readonly plan: Plan,
    private readonly problems: Problem[],
    private readonly sampler: RowSampler | null,
  ) {
    this.width = plan.names.length;
    this.above = plan.above;
    this.remarks = plan.remarks;
    this.isHeaderNext = plan.hasHeader;
    this.cells = cellsFor(this.width);
    this.columns = plan.names.map((name, i) => (plan.isText[i] ? [] : new NumberColumn(name)));
  }

  /** Reads the records that end in `buffer`; returns where the unfinished one begins. */
  take(buffer: Uint8Array, isLast: boolean): number {
    const { cells, width } = this;
    const { delimiter } = this.plan;
    const end = buffer.length;
    const text = bytewise.decode(buffer);
    let at = this.line === 1 && buffer[0] === 0xef && buffer[1] === 0xbb ? 3 : 0;
    at = this.afterRemarks(buffer, at, isLast);
    if (this.remarks > 0) return at;
    while (at < end) {
      const next = nextRecord(buffer, at, end, delimiter, isLast, cells);
      if (next < 0) return at;
      at = next;
      if (!isEmpty(cells, width)) this.addRecord(buffer, text);
      this.line++;
    }
    this.thin(isLast);
    return end;
  }

  /** Passes over lines of remarks. */
  private afterRemarks(buffer: Uint8Array, from: number, isLast: boolean): number {
    let at = from;
    for (; this.remarks > 0; this.remarks--) {
      const next = buffer.indexOf(NEWLINE, at) + 1;
      if (next === 0) return isLast ? buffer.length : at;
      at = next;
      this.line++;
    }
    return at;
  }

  /** Passes over a record above the rows, drops a ragged one, and keeps any other unless the sample leaves it out. */
  private addRecord(buffer: Uint8Array, text: string): void {
    const { cells, width } = this;
    if (this.above > 0) this.above--;
    else if (this.isHeaderNext) this.isHeaderNext = false;
    else if (cells.count !== width) this.drop(cells.count);
    else if (!this.sampler || this.sampler.takes()) this.keep(buffer, text);
  }

  private thin(isEnd: boolean): void {
    const stay = this.sampler?.thin(isEnd);
    if (!stay) return;
    for (const column of this.columns)
      if (column instanceof NumberColumn) column.keep(stay);
      else {
        stay.forEach((from, to) => {
          column[to] = column[from];
        });
        column.length = stay.length;
      }
    this.count = stay.length;
  }

  private keep(buffer: Uint8Array, chars: string): void {
    const { columns, cells, line } = this;
    const { decimalComma } = this.plan;
    const point = decimalComma ? 44 : 46;
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i];
      if (column instanceof NumberColumn) {
        const number = plainNumber(buffer, chars, cells.from[i], cells.to[i], point);
        if (number !== undefined && Math.abs(number) <= LARGEST) column.push(number);
        else {
          const text = cellText(buffer, cells, i);
          column.add(readCell(text, decimalComma), line, text);
        }
      } else column.push(cellText(buffer, cells, i));
    }
    this.count++;
    this.lastKept = line;
  }

  private drop(length: number): void {
    if (++this.ragged <= MOST_NAMED)
      this.problems.push({
        code: "ragged-row",
        severity: "warning",
        row: this.line,
        expected: String(this.width),
        value: String(length),
      });
  }

  finish(): ReadResult {
    const { problems, ragged, width, count } = this;
    if (ragged > MOST_NAMED)
      problems.push({
        code: "ragged-row",
        severity: "warning",
        count: ragged,
        expected: String(width),
      });
    if (count === 0 && ragged > 0)
      return { ok: false, problems: problems.map((p) => ({ ...p, severity: "error" })) };
    const columns = this.columns.map((column, i): TableColumn => {
      if (!(column instanceof NumberColumn))
        return { name: this.plan.names[i], kind: "text", texts: column };
      const finished = column.finish();
      problems.push(...finished.problems);
      return finished.column;
    });
    const table = { rows: count, columns, lastRow: this.lastKept };
    const seen = this.sampler?.seen ?? 0;
    const sampledFrom = seen > count ? seen : null;
    return tableRead({ format: "CSV", table, problems, sampledFrom });
  }
}

function isEmpty({ count, from, to }: ReturnType<typeof cellsFor>, width: number): boolean {
  for (let i = 0; i < Math.min(count, width); i++) if (to[i] > from[i]) return false;
  return true;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const out = new Uint8Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
}
