import { describe, expect, test } from "vitest";
import { readAssignments, readNames } from "./value-names.ts";

const known = ["humor", "care, warmth", "care", "kind=nice", "kind", 'say "no"'];

describe("names on a command line", () => {
  test.each([
    ["humor,care", ["humor", "care"]],
    [" humor , care ", ["humor", "care"]],
    ["care, warmth,humor", ["care, warmth", "humor"]],
    ["humor,care, warmth", ["humor", "care, warmth"]],
    ['"care",humor', ["care", "humor"]],
    ['"care, warmth",care', ["care, warmth", "care"]],
    ['say "no",humor', ['say "no"', "humor"]],
    ['"say ""no""",humor', ['say "no"', "humor"]],
    ["unknown,humor", ["unknown", "humor"]],
    ["careful,humor", ["careful", "humor"]],
    ["", [""]],
  ])("%s", (text, names) => {
    expect(readNames(text, known)).toEqual(names);
  });

  test.each([
    ["humor=2.1,care=q80", ["humor", "2.1", "care", "q80"]],
    ["care, warmth = 0.3, kind=nice=1", ["care, warmth", "0.3", "kind=nice", "1"]],
    ["kind=nice", ["kind", "nice"]],
    ['"care"=1,"care, warmth"=2', ["care", "1", "care, warmth", "2"]],
    ["careful=1,a=b=2", ["careful", "1", "a=b", "2"]],
    [" unknown = -1e-3 ", ["unknown", "-1e-3"]],
  ])("with what is asked of them: %s", (text, parts) => {
    const read = readAssignments(text, known);
    const found = read.ok ? read.value.flatMap(({ name, wanted }) => [name, wanted]) : read.problem;
    expect(found).toEqual(parts);
  });

  test.each([
    ["humor", "humor"],
    ["humor=", "humor="],
    ["=1", "=1"],
    ["humor=1,", ""],
    ["care, warmth", "care"],
  ])("%s lacks a name or a target", (text, part) => {
    const read = readAssignments(text, known);
    expect(read).toEqual({ ok: false, problem: `palette: expected value=target, found "${part}"` });
  });
});
