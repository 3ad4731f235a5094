// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import type { Repair } from "../../core/repair/repairs.ts";
import { de } from "../../ui/text/de.ts";
import { en } from "../../ui/text/en.ts";
import { RepairList } from "./repair-list.tsx";
import { allRepairCards, limitNames, limitOf } from "./repair-model.ts";
import { input, outOfReach } from "./testing/verdict-fixture.ts";

afterEach(cleanup);

const repair = (kind: Repair["kind"], targets: readonly number[]): Repair => {
  const costed = { targets, change: [], status: "aligned" as const, kl: 1, ess: 200, distance: 1 };
  const rho = kind === "scale-back" ? 0.5 : null;
  return { ...costed, kind, rho, relaxed: null, safe: costed, recommended: kind === "scale-back" };
};
const cardsOf = (...repairs: Repair[]) =>
  allRepairCards(repairs, "safe", input(outOfReach()), en).map(({ title, share }) => [
    title,
    share,
  ]);

describe("the cards of repairs", () => {
  test("are one where two end alike, and say that it is the smallest change", () => {
    expect(
      cardsOf(repair("scale-back", [0.5, 0.25, 0]), repair("nearest", [0.5, 0.25, 0])),
    ).toEqual([
      [
        "Scale back together",
        "all targets at 50\u202f% of the way · the least movement of these, counted in sd",
      ],
    ]);
    expect(cardsOf(repair("nearest", [0.6, 0.2, 0]), repair("greedy", [0.6, 0.2, 0]))).toEqual([
      ["Smallest change", "the least movement of these, counted in sd"],
    ]);
  });

  test("keep to as many answers as their choice says, of data that few answers carry too", () => {
    const names = limitNames(60, en);
    expect(names.safe).toBe("kept safe: 30 answers carry it");
    expect(names.tenth).toBe("a tenth: 6 answers carry it");
    expect(limitNames(2, en).safe).toBe("kept safe: 1 answer carries it");
    expect(limitNames(2, de).safe).toBe("sicher: 1 Antwort trägt es");
    expect(limitNames(2312, en).safe).toBe("kept safe: 200 answers carry it");
    expect(limitOf("tenth", 60)).toEqual({ essAtLeast: 6 });
    expect(limitOf("safe", 60)).toBeUndefined();
  });

  test("leave the choice of how far they go where there is none for the one chosen", () => {
    render(
      <RepairList
        repairs={[]}
        limit="oneNat"
        limitNames={limitNames(2312, en)}
        are="current"
        onLimit={() => undefined}
        onRepair={() => undefined}
      />,
    );
    expect(screen.getByRole("combobox", { name: "How far the repairs go" })).toBeTruthy();
    expect(screen.getByText(en.verdict.repairs.none)).toBeTruthy();
  });
});
