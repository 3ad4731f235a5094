import { describe, expect, test } from "vitest";
import { solvePalette } from "../solve/solve-palette.ts";
import { golden, goldenProblem } from "./golden.ts";
import { type Problem, problemOf } from "./problem.ts";

interface Cost {
  readonly status: string;
  readonly kl: number | null;
}

interface Room {
  readonly name: string;
  readonly values: string[];
  readonly people: (number | null)[][];
  readonly own: Cost[];
  readonly envelope: number[];
  readonly everyoneInFull: Cost;
  readonly worstShortfallSd: number;
  readonly worstShortfallWithinNats: Record<string, number>;
  readonly equalShare: number;
  readonly meanOfLevels: { levels: number[]; kl: number; meanOwnKl: number };
  readonly geometricMedianOfLevels: number[];
  readonly pooledPrices: { levels: number[]; kl: number; disagreementNats: number };
  readonly klCentre: { worstNats: number; levels: number[]; weights: number[] };
  readonly nash: { levels: number[]; gains: number[] } | null;
  readonly mostInFull: Record<string, { most: number; sets: number[][] }>;
  readonly jeffreysNats: number[][];
}

const DIGITS = 1e-8;
const rooms = golden<Room[]>("rooms.json");
const PROBLEMS: Readonly<Record<string, (room: Room) => Problem>> = {
  "three rows, discursive dilemma": ({ values }) =>
    problemOf(
      [
        [1, 1, 0],
        [1, 0, 1],
        [0, 1, 1],
      ],
      { ids: values },
    ),
  "six people, Llama-2, three values": ({ values }) => goldenProblem(values),
};

function expectNear(found: number, exact: number): void {
  expect(Math.abs(found - exact)).toBeLessThanOrEqual(DIGITS * (1 + Math.abs(exact)));
}

/** The greatest that any of these people asks of each value. */
function envelopeOf(people: readonly (readonly (number | null)[])[]): (number | null)[] {
  return people[0].map((_, i) => {
    const asked = people.map((one) => one[i]).filter((level) => level !== null);
    return asked.length > 0 ? Math.max(...asked) : null;
  });
}

/** Every set of the numbers from 1 to a count, the empty one too. */
function setsUpTo(count: number): number[][] {
  return Array.from({ length: 2 ** count }, (_, bits) =>
    Array.from({ length: count }, (_, k) => k + 1).filter((k) => bits & (1 << (k - 1))),
  );
}

test("there are two rooms, each with its answers", () => {
  expect(rooms.map(({ name }) => name)).toEqual(Object.keys(PROBLEMS));
});

describe.each(rooms)("$name", (room) => {
  const { samples, oracle } = PROBLEMS[room.name](room);
  const solve = (palette: readonly (number | null)[]) => solvePalette(oracle, samples, palette);
  const own = () => Promise.all(room.people.map(solve));

  test("has one entry for each person and value", () => {
    const [people, values] = [room.people.length, room.values.length];
    for (const list of [room.own, room.klCentre.weights, room.jeffreysNats, ...room.jeffreysNats])
      expect(list).toHaveLength(people);
    for (const levels of [
      ...room.people,
      room.envelope,
      room.meanOfLevels.levels,
      room.geometricMedianOfLevels,
      room.pooledPrices.levels,
      room.klCentre.levels,
    ])
      expect(levels).toHaveLength(values);
    expect(room.nash === null || room.nash.gains.length === people).toBe(true);
    expectNear(
      room.klCentre.weights.reduce((sum, w) => sum + w, 0),
      1,
    );
  });

  test("what each asks for has the status and the KL that the solver finds", async () => {
    for (const [k, report] of (await own()).entries()) {
      expect(report.status).toBe(room.own[k].status);
      expectNear(report.kl, room.own[k].kl ?? Number.NaN);
    }
  });

  test("the envelope is the greatest that anybody asks, and its price is that of everyone in full", async () => {
    expect(envelopeOf(room.people)).toEqual(room.envelope);
    const report = await solve(room.envelope);
    expect(report.status).toBe(room.everyoneInFull.status);
    expect(room.everyoneInFull.kl === null).toBe(report.status === "infeasible");
    if (room.everyoneInFull.kl !== null) expectNear(report.kl, room.everyoneInFull.kl);
    expect(room.worstShortfallSd > 0).toBe(report.status === "infeasible");
  });

  test("the mean of the levels is that of the own mixes, and asking for it costs what is said", async () => {
    const reports = await own();
    room.values.forEach((_, i) => {
      const mean = reports.reduce((sum, { levels }) => sum + levels[i], 0) / reports.length;
      expectNear(room.meanOfLevels.levels[i], mean);
    });
    expectNear(
      room.meanOfLevels.meanOwnKl,
      room.own.reduce((sum, { kl }) => sum + (kl ?? Number.NaN), 0) / room.own.length,
    );
    expect(room.meanOfLevels.kl).toBeLessThanOrEqual(room.meanOfLevels.meanOwnKl);
    const asked = room.meanOfLevels.levels.map((level) => level - DIGITS);
    expect(Math.abs((await solve(asked)).kl - room.meanOfLevels.kl)).toBeLessThan(1e-6);
  });

  test("the Jeffreys divergence of two people is Σ (λ − λ′)(level − level′)", async () => {
    const reports = await own();
    reports.forEach((a, k) => {
      reports.forEach((b, l) => {
        const sum = room.values.reduce(
          (s, _, i) => s + (a.lambda[i] - b.lambda[i]) * (a.levels[i] - b.levels[i]),
          0,
        );
        expect(Math.abs(room.jeffreysNats[k][l] - sum)).toBeLessThan(1e-7);
      });
    });
  });

  test("no set of people is larger than those said to be satisfied, and those are all", async () => {
    const sets = setsUpTo(room.people.length).slice(1);
    const prices = await Promise.all(
      sets.map(async (set) => {
        const { status, kl } = await solve(envelopeOf(set.map((k) => room.people[k - 1])));
        return status === "infeasible" ? Number.POSITIVE_INFINITY : kl;
      }),
    );
    for (const [budget, { most, sets: largest }] of Object.entries(room.mostInFull)) {
      const held = sets.filter((_, s) => prices[s] < Infinity && prices[s] <= Number(budget));
      expect(Math.max(0, ...held.map((set) => set.length))).toBe(most);
      const found = held.filter((set) => set.length === most).map(String);
      expect(found.sort()).toEqual(largest.map(String).sort());
    }
  });
});
