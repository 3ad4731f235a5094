import { describe, expect, test } from "vitest";
import { verdictOfReport } from "./verdict.ts";

describe("what a report amounts to", () => {
  test("200 effective answers are enough, a hair fewer are thin", () => {
    expect(verdictOfReport({ status: "aligned", ess: 200 })).toBe("reachable");
    expect(verdictOfReport({ status: "aligned", ess: 199.999 })).toBe("thin");
    expect(verdictOfReport({ status: "already-met", ess: 200 })).toBe("reachable");
    expect(verdictOfReport({ status: "already-met", ess: 12 })).toBe("thin");
  });

  test.each([
    ["infeasible", "out-of-reach"],
    ["boundary", "boundary"],
    ["iteration-limit", "not-settled"],
  ] as const)("%s is %s, however many answers carry it", (status, kind) => {
    for (const ess of [1, 200, 1e6]) expect(verdictOfReport({ status, ess })).toBe(kind);
  });
});
