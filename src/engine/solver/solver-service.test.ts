import { describe, expect, test } from "vitest";
import { SolverService } from "./solver-service.ts";

const SAMPLE = { kind: "sample", name: "llama-2-7b-chat", rows: 2312, seed: 5 } as const;

async function ready() {
  const service = new SolverService();
  const loaded = await service.load(SAMPLE, "sample");
  if (!loaded.ok) throw new Error(loaded.reason);
  const at = (sd: number) => ({
    targets: loaded.values.map((v, i) => (i < 3 ? v.mean + sd * v.sd : v.mean)),
    held: loaded.values.map((_, i) => i >= 3),
  });
  return { service, loaded, at };
}

describe("the solver service", () => {
  test("without rows it says so", async () => {
    const outcome = await new SolverService().answer({ targets: [], held: [] });
    expect(outcome).toMatchObject({ ok: false, reason: "no-data" });
  });

  test("rows that cannot be used are an outcome, not an exception", async () => {
    const columns = [{ id: "a", rewards: Float64Array.from([1, Number.NaN]) }];
    const rows = { kind: "columns", columns, weights: null, prompts: null } as const;
    const outcome = await new SolverService().load(rows, "none");
    expect(outcome).toMatchObject({ ok: false });
  });

  test("answers a reachable palette, and one out of reach with conflict, inequality and repairs", async () => {
    const { service, at } = await ready();
    const within = await service.answer(at(0.4));
    expect(within).toMatchObject({
      ok: true,
      value: { report: { status: "aligned" }, shownIs: "palette", conflict: [] },
    });
    const beyond = await service.answer(at(1.2));
    if (!beyond.ok) throw new Error(beyond.reason);
    const { value } = beyond;
    expect(value.report.status).toBe("infeasible");
    expect(value.conflict.length).toBeGreaterThan(0);
    expect(value.inequality).not.toBeNull();
    expect(value.shownIs).toBe("closest-safe-mix");
    expect(value.scaleBack?.safe?.ess).toBeGreaterThanOrEqual(199.9);
    const repaired = await service.answer({
      targets: value.scaleBack?.safe?.targets ?? [],
      held: at(0).held,
    });
    expect(repaired).toMatchObject({ ok: true, value: { report: { status: "aligned" } } });
    if (repaired.ok)
      expect(repaired.value.report.kl).toBeCloseTo(value.scaleBack?.safe?.kl ?? 0, 4);
  });

  test("histograms are masses before and after, of every value", async () => {
    const { service, at } = await ready();
    const answer = await service.answer(at(0.4));
    if (!answer.ok) throw new Error(answer.reason);
    const { bins, before, after } = answer.value.histograms;
    for (const masses of [before, after])
      for (let i = 0; i < 6; i++)
        expect(masses.subarray(i * bins, (i + 1) * bins).reduce((s, x) => s + x, 0)).toBeCloseTo(
          1,
          9,
        );
  });

  test("a newer picture supersedes an older one, and the drag is answered in between", async () => {
    const { service, at } = await ready();
    const first = service.picture({ palette: at(0.3), pair: [0, 2] });
    const answer = service.answer(at(0.35));
    const second = service.picture({ palette: at(0.4), pair: [0, 1] });
    const order: string[] = [];
    void first.then(() => order.push("first"));
    void answer.then(() => order.push("answer"));
    void second.then(() => order.push("second"));
    expect(await first).toMatchObject({ ok: false, reason: "superseded" });
    expect(await answer).toMatchObject({ ok: true });
    expect(await second).toMatchObject({ ok: true, value: { pair: [0, 1] } });
    expect(order.indexOf("answer")).toBeLessThan(order.indexOf("second"));
  });

  test("moving only the pair's own targets keeps the region", async () => {
    const { service, at } = await ready();
    const first = await service.picture({ palette: at(0.3), pair: [0, 2] });
    const moved = at(0.3);
    const targets = moved.targets.map((t, i) => (i === 0 ? t + 0.1 : t));
    const second = await service.picture({ palette: { ...moved, targets }, pair: [0, 2] });
    if (!first.ok || !second.ok) throw new Error("no picture");
    expect(second.value.fronts).toBe(first.value.fronts);
    expect(second.value.alone[0]).not.toEqual(first.value.alone[0]);
  });

  test("the region of one mode is never taken for that of the other", async () => {
    const service = new SolverService();
    const prompts = Int32Array.from({ length: 400 }, (_, j) => j % 40);
    const columns = ["a", "b"].map((id, k) => ({
      id,
      rewards: Float64Array.from(prompts, (prompt, j) => Math.sin((k + 2) * j) + prompt / 10),
    }));
    await service.load({ kind: "columns", columns, weights: null, prompts }, "table");
    const palette = { targets: [2, 2], held: [false, false] };
    const first = await service.picture({ palette, pair: [0, 1] });
    const second = await service.picture({
      palette: { ...palette, mode: "per-prompt" },
      pair: [0, 1],
    });
    const third = await service.picture({ palette, pair: [0, 1] });
    if (!first.ok || !second.ok || !third.ok) throw new Error("no picture");
    expect(second.value.hull).not.toEqual(first.value.hull);
    expect(second.value.fronts).not.toEqual(first.value.fronts);
    expect(third.value.fronts).toEqual(first.value.fronts);
  });
});

describe("analyses in the background", () => {
  const order = [0, 1, 2, 3, 4, 5];
  const silent = () => undefined;

  test("a newer one of the same name supersedes an older one, others go on", async () => {
    const { service, at } = await ready();
    const first = service.analyse("trust", { palette: at(0.3) }, silent);
    const second = service.analyse("trust", { palette: at(0.35) }, silent);
    const rounds = service.analyse("sequential", { palette: at(0.3), order }, silent);
    expect(await first).toMatchObject({ ok: false, reason: "superseded" });
    expect(await second).toMatchObject({ ok: true });
    expect(await rounds).toMatchObject({ ok: true });
  });

  test("the drag is answered while a long one runs, which reports its progress and can be called off", async () => {
    const { service, at } = await ready();
    const shares: number[] = [];
    let isDone = false;
    const long = service.analyse("trust", { palette: at(0.3) }, (share) => shares.push(share));
    void long.then(() => {
      isDone = true;
    });
    expect(await service.answer(at(0.32))).toMatchObject({ ok: true });
    expect(isDone).toBe(false);
    service.cancel("trust");
    expect(await long).toMatchObject({ ok: false, reason: "superseded" });
    expect(shares.every((s, k) => k === 0 || s >= shares[k - 1])).toBe(true);
  });

  test("repairs of a palette out of reach come with their costs", async () => {
    const { service, at } = await ready();
    const outcome = await service.analyse("repairs", { palette: at(1.2), order }, silent);
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(outcome.value.map((r) => r.kind)).toContain("nearest");
    expect(outcome.value.filter((r) => r.recommended).length).toBe(1);
  });
});
