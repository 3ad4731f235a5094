import { afterAll, describe, expect, test } from "vitest";
import { seededRandom } from "../../core/numerics/random.ts";
import { profileLambda } from "../../core/profile/profile.ts";
import type { ValueSummary } from "../../core/rows/samples.ts";
import type { ProfileLevels } from "../../moral/agents/profile-levels.ts";
import { createMoralStore } from "../../state/moral-store.ts";
import { profileOver } from "../../state/profile.ts";
import { eventually } from "../../testing/eventually.ts";
import type { Analyst } from "../start/connect-analyses.ts";
import { endWorkers, startedPage } from "../testing/started-page.ts";
import { profileSync } from "./profile-sync.ts";

afterAll(endWorkers);

const random = seededRandom(3);
const columns = ["care", "loyalty", "sanctity"].map((id) => ({
  id,
  rewards: Float64Array.from({ length: 600 }, () => 1 / (1 + Math.exp(-random.normal()))),
}));

async function moralData() {
  const page = startedPage();
  const { session, document: documents } = page.stores;
  await page.open({
    rows: { kind: "columns", columns, weights: null, prompts: null },
    source: { kind: "file", name: "rated", fingerprint: "f" },
    dropped: 0,
  });
  const moral = createMoralStore();
  const sync = profileSync(page.stores, page.analyst, moral);
  const values = () => session.getState().data?.values as readonly ValueSummary[];
  const settled = () => eventually(() => expect(session.getState().isAnswering).toBe(false));
  const lambda = () => session.getState().answer?.report.lambda ?? [];
  const profile = () => documents.getState().document.profile;
  return { page, documents, session, moral, sync, values, settled, lambda, profile };
}

describe("profile and palette in step", () => {
  test("a stated profile sets the levels it reaches, and the palette's λ is c/β", async () => {
    const { documents, values, lambda } = await moralData();
    const stated = { weights: { care: 1, loyalty: 0.4 }, strength: 3 };
    documents.getState().edit((document) => ({ ...document, profile: stated }));
    const wanted = profileLambda(values(), profileOver(values(), stated));
    await eventually(() => expect(lambda()[1]).toBeCloseTo(wanted[1], 5));
    lambda().forEach((l, i) => {
      expect(l).toBeCloseTo(wanted[i], 5);
    });
    const { document } = documents.getState();
    expect(document.values.sanctity.participation).toBe("out");
    expect(document.values.care.participation).toBe("target");
    expect(document.profile).toBe(stated);
  });

  test("a palette that somebody sets makes the profile the one it implies", async () => {
    const { documents, values, settled, lambda, profile } = await moralData();
    await settled();
    const [care] = values();
    documents.getState().setTarget("care", care.mean + 0.4 * care.sd);
    await eventually(() => expect(profile()?.weights.care ?? 0).toBeGreaterThan(0));
    await settled();
    const found = profile() ?? { weights: {}, strength: 0 };
    expect(Math.max(...Object.values(found.weights))).toBe(1);
    profileLambda(values(), profileOver(values(), found)).forEach((l, i) => {
      expect(l).toBeCloseTo(lambda()[i], 6);
    });
  });

  test("each change is one step of undo, on either side", async () => {
    const { documents, settled, values, lambda } = await moralData();
    await settled();
    const steps = () => documents.temporal.getState().pastStates.length;
    const before = documents.getState().document;
    const already = steps();
    documents.getState().edit((d) => ({ ...d, profile: { weights: { care: 1 }, strength: 2 } }));
    const wanted = profileLambda(values(), { weights: [1, 0, 0], strength: 2 });
    await eventually(() => expect(lambda()[0]).toBeCloseTo(wanted[0], 5));
    expect(steps()).toBe(already + 1);
    documents.temporal.getState().undo();
    expect(documents.getState().document.values).toEqual(before.values);
  });

  test("values that are no foundations have a profile of their own, which does not touch the person", async () => {
    const page = startedPage();
    const { session, document: documents } = page.stores;
    await eventually(() => expect(session.getState().answer).not.toBeNull());
    const moral = createMoralStore();
    profileSync(page.stores, page.analyst, moral);
    await eventually(() => expect(moral.getState().stated).not.toBeNull());
    expect(documents.getState().document.profile).toBeUndefined();
    const weights = { humor: 1, "gpt2-harmless": 0.5 };
    moral.setState({ stated: { weights, strength: 0.8 } });
    const values = session.getState().data?.values as readonly ValueSummary[];
    const wanted = profileLambda(values, profileOver(values, { weights, strength: 0.8 }));
    await eventually(() =>
      expect(session.getState().answer?.report.lambda[0] ?? 0).toBeCloseTo(wanted[0], 5),
    );
    expect(documents.getState().document.profile).toBeUndefined();
    expect(moral.getState().stated).toEqual({ weights, strength: 0.8 });
  });
});

describe("a palette that is about to follow a profile", () => {
  /** Answers of an analyst that takes its time. */
  async function slow() {
    const page = startedPage();
    const { session, document: documents } = page.stores;
    await page.open({
      rows: { kind: "columns", columns, weights: null, prompts: null },
      source: { kind: "file", name: "rated", fingerprint: "f" },
      dropped: 0,
    });
    await eventually(() => expect(session.getState().isAnswering).toBe(false));
    const open: ((levels: ProfileLevels | null) => void)[] = [];
    const analyst = { analyse: () => new Promise((resolve) => open.push(resolve)) };
    profileSync(page.stores, analyst as Analyst, createMoralStore());
    const stated = { weights: { care: 1, loyalty: 0.4 }, strength: 3 };
    documents.getState().edit((document) => ({ ...document, profile: stated }));
    const profile = () => documents.getState().document.profile;
    /** The answer to the palette as it was comes once more. */
    const answerAgain = () =>
      session.setState(({ answer }) => ({ answer: answer && { ...answer } }));
    return { page, open, stated, profile, answerAgain, documents };
  }

  test("leaves the profile as it was stated, whatever answer comes meanwhile", async () => {
    const { open, stated, profile, answerAgain, documents } = await slow();
    expect(open.length).toBe(1);
    answerAgain();
    expect(profile()).toBe(stated);
    open[0]({ targets: [0.6, 0.55, null] } as unknown as ProfileLevels);
    await eventually(() => expect(documents.getState().document.values.care.target).toBe(0.6));
    expect(profile()).toBe(stated);
  });

  test("and then cannot is followed by the profile again", async () => {
    const { open, stated, profile, answerAgain } = await slow();
    open[0](null);
    await new Promise((resolve) => setImmediate(resolve));
    answerAgain();
    expect(profile()).not.toBe(stated);
  });

  test("follows the newest of two, and an end of the older one changes nothing", async () => {
    const { open, profile, answerAgain, documents } = await slow();
    const other = { weights: { sanctity: 1 }, strength: 2 };
    documents.getState().edit((document) => ({ ...document, profile: other }));
    expect(open.length).toBe(2);
    open[0](null);
    await new Promise((resolve) => setImmediate(resolve));
    answerAgain();
    expect(profile()).toBe(other);
  });

  test("of other data by now is left as it is", async () => {
    const { page, open, documents } = await slow();
    await page.open({
      rows: { kind: "columns", columns, weights: null, prompts: null },
      source: { kind: "file", name: "rated", fingerprint: "g" },
      dropped: 0,
    });
    const before = documents.getState().document.values;
    open[0]({ targets: [0.6, 0.55, null] } as unknown as ProfileLevels);
    await new Promise((resolve) => setImmediate(resolve));
    expect(documents.getState().document.values).toBe(before);
  });
});

test("a profile waits for the hand: it follows the palette once a drag has ended", async () => {
  const { documents, values, settled, profile } = await moralData();
  await settled();
  const before = profile();
  const [care] = values();
  const gesture = documents.getState().beginGesture();
  documents.getState().setTarget("care", care.mean + 0.4 * care.sd);
  await settled();
  expect(profile()).toBe(before);
  gesture.end();
  expect(profile()?.weights.care ?? 0).toBeGreaterThan(0);
});
