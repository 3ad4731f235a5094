import { expect, test } from "vitest";
import type { Problem, ProblemCode } from "../ingest/table/table.ts";
import { problems as sentences } from "../ui/text/en/problems.ts";

type Field = "row" | "column" | "expected" | "value" | "count";

/** What is known of each problem beside its file, and has to be said. */
const KNOWN: Record<ProblemCode, readonly Field[]> = {
  "empty-file": [],
  "binary-file": ["value"],
  "damaged-file": ["expected", "value"],
  "unsupported-file": ["value"],
  "too-large-file": ["expected", "value"],
  "too-many-rows": ["expected", "value"],
  "too-deep": [],
  "means-only": ["column", "value"],
  "no-match": ["column"],
  "mixed-scales": ["column", "expected", "value"],
  "few-rows": ["count"],
  "near-collinear": ["column", "value"],
  "duplicate-rows": ["count", "expected"],
  "not-json": ["row", "value"],
  "not-records": ["row", "expected", "value"],
  "no-header": ["row", "value"],
  "title-rows": ["row", "expected", "value", "count"],
  "ragged-row": ["row", "expected", "value"],
  "no-numeric-columns": ["column", "expected", "value"],
  "too-few-rows": ["count", "expected"],
  "not-a-number": ["row", "column", "expected", "value"],
  "not-finite": ["row", "column", "expected", "value"],
  "too-large-number": ["row", "column", "expected", "value"],
  "constant-column": ["column", "expected", "value"],
  "almost-numbers": ["column", "expected", "value"],
  "duplicate-column": ["column", "value"],
  "duplicate-name": ["value"],
  "no-values-chosen": [],
  "bad-weight": ["column"],
  "rows-dropped": ["count", "expected"],
  "summary-left-out": ["row", "value", "count"],
  "summary-used": ["row", "value", "count"],
  "bad-line": ["row", "value"],
  "cut-text": ["row"],
  "bare-numbers": ["count"],
  "cell-errors": ["row", "column", "value", "count"],
  "too-many-values": ["count", "expected"],
  "too-many-columns": ["count", "expected"],
  prose: ["value"],
  "lfs-pointer": [],
  pickle: ["value"],
  encrypted: [],
  "same-file": ["value", "count"],
  unreadable: [],
};
const FOUND = { row: 41, column: "humor", expected: "‹wanted›", value: "‹found›", count: 77 };
/** Nothing is expected otherwise: these inform. */
const INFORM: readonly ProblemCode[] = ["mixed-scales", "rows-dropped"];
/** What the reader is asked to do, or that nothing need be done. */
const ADVICE =
  /(Choose|Save|Unpack|Export|Bring|Give|Add|Rename|Rescale|Correct|Check|Keep|Score|Write|Fill|Join|Remove|remove|copy or export|Nothing need be done|look for|To use it|use them all the same|leave them out)/;

test.each(Object.entries(KNOWN) as [ProblemCode, readonly Field[]][])(
  "%s names its file, place, expectation and value, and says what to do",
  (code, fields) => {
    const known = Object.fromEntries(fields.map((field) => [field, FOUND[field]]));
    const problem: Problem = { code, severity: "error", file: "scores.csv", ...known };
    const sentence = sentences[code](problem);
    expect(sentence).toMatch(/^scores\.csv[,:] .*[.]$/);
    for (const field of fields) expect(sentence).toContain(String(FOUND[field]));
    if (!INFORM.includes(code)) expect(sentence).toMatch(/expected|at least/);
    expect(sentence).toMatch(ADVICE);
    expect(sentence).not.toMatch(/undefined|null|NaN|“”/);
    const { file: _, ...underHeading } = problem;
    expect(sentences[code](underHeading)).toMatch(/^[A-Z\d]/);
  },
);
