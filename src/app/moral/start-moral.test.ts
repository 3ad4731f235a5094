import { afterEach, describe, expect, test } from "vitest";
import { handClock } from "../../core/testing/hand-clock.ts";
import { connectRewards } from "../../engine/connections.ts";
import { serviceClient } from "../../engine/service-client.ts";
import { handLocks } from "../../engine/testing/hand-locks.ts";
import { InProcessWorker } from "../../engine/testing/in-process-worker.ts";
import { MoralService } from "../../engine/texts/moral-service.ts";
import { RewardsService } from "../../engine/texts/rewards-service.ts";
import { openGate } from "../../net/gate.ts";
import { FIRST_PLACE } from "../../state/session-store.ts";
import { eventually } from "../../testing/eventually.ts";
import { labelledReader } from "./labelled-reader.ts";
import { startMoral } from "./start-moral.ts";

const running: InProcessWorker[] = [];
afterEach(() => {
  for (const worker of running.splice(0)) worker.terminate();
});

const ADHERENCE = { weights: { care: 1 }, strength: 5 };
const own = (answer: string) =>
  new File([`question,agent,answer,reference\nMay I lie?,care,${answer},Kindly no.\n`], "mine.csv");

/** Trains without cross-validation, which takes long and changes nothing here. */
class QuickRewards extends RewardsService {
  override train(...[source, , onProgress]: Parameters<RewardsService["train"]>) {
    return super.train(source, { repeats: 0 }, onProgress);
  }
}

/** A desk whose page has its judge; `disk.now` is what a worker finds in place of the user's file when it reads it. */
async function started() {
  const disk: { now: File | null } = { now: null };
  class DiskMoral extends MoralService {
    override read(...[files, onProgress]: Parameters<MoralService["read"]>) {
      return super.read(disk.now ? [disk.now] : files, onProgress);
    }
  }
  const locks = handLocks();
  const tools = { clock: handClock(), locks: locks() };
  const moral: InProcessWorker[] = [];
  const rewards: InProcessWorker[] = [];
  const made = (list: InProcessWorker[], service: object) => {
    const worker = new InProcessWorker(service, { locks: locks() });
    list.push(worker);
    running.push(worker);
    return worker;
  };
  const desk = startMoral({
    gate: openGate("http://localhost/"),
    storage: null,
    screenWeights: () => ADHERENCE.weights,
    makeMoralWorker: () => made(moral, new DiskMoral()),
    rewards: serviceClient(() => made(rewards, new QuickRewards()), connectRewards, { tools }),
    labelled: labelledReader(() => made(rewards, new QuickRewards()), tools),
    place: FIRST_PLACE,
    openRated: async () => undefined,
    save: () => undefined,
    onProblem: (detail) => {
      throw new Error(detail);
    },
    tools,
  });
  const state = () => desk.store.getState();
  await eventually(() => expect([state().set, state().model]).not.toContain(null));
  await eventually(() => expect(state().training).toBeNull());
  const open = async (file: File) => {
    desk.readFiles([file]);
    await eventually(() => expect(state().set?.name).toBe("mine.csv"));
  };
  const answers = async () =>
    (await desk.ask((service) => service.answer({ question: 0, adherence: ADHERENCE })))?.question
      .text ?? null;
  const training = async () =>
    (await desk.ask((service) => service.training([], {})))?.train.lines ?? null;
  return { desk, moral, rewards, state, open, answers, training, disk };
}

describe("a worker of questions that dies", () => {
  test.each([
    ["with an error", "crash"],
    ["in silence", "terminate"],
  ] as const)(
    "%s at rest answers and writes training sets from the user's file as before",
    async (_, end) => {
      const { moral, open, answers, training, desk } = await started();
      await open(own("Be honest."));
      const before = await training();
      expect(await answers()).toBe("May I lie?");
      moral[0][end]();
      await eventually(() => expect(moral.length).toBe(2));
      expect(await answers()).toBe("May I lie?");
      expect(await training()).toBe(before);
      const evaluation = await desk.ask((service) =>
        service.evaluate({ person: null, adherence: ADHERENCE, stem: true }, () => undefined),
      );
      expect(evaluation?.cases.length).toBe(1);
      const rated = await desk.ask((service) => service.ratings());
      expect(rated?.rows).toBe(1);
    },
  );

  test("at work ends what it was asked, and all is asked again", async () => {
    const { moral, open, answers, state } = await started();
    await open(own("Be honest."));
    const { stamp } = state();
    const asked = answers();
    moral[0].crash();
    expect(await asked).toBeNull();
    expect(state().stamp).toBeGreaterThan(stamp);
    expect(await answers()).toBe("May I lie?");
  });

  test("whose file is no longer what it was: nothing is answered or exported, and that is said", async () => {
    const { moral, open, answers, training, state, disk } = await started();
    await open(own("Be honest."));
    disk.now = own("Lie.");
    moral[0].crash();
    await eventually(() => expect(state().trouble).toBe("changed"));
    disk.now = null;
    expect(await answers()).toBeNull();
    expect(await training()).toBeNull();
    await open(own("Be honest."));
    await eventually(() => expect(state().trouble).toBeNull());
    expect(await answers()).toBe("May I lie?");
  });

  test("again and again is given up with a sentence, and starts again on request", async () => {
    const { desk, moral, open, answers, state } = await started();
    await open(own("Be honest."));
    for (let k = 0; k < 4; k++) {
      moral.at(-1)?.crash();
      await eventually(() => expect(state().trouble !== null || moral.length > k + 1).toBe(true));
    }
    expect(state().trouble).toBe("crashed");
    expect(await answers()).toBeNull();
    expect(moral.length).toBe(4);
    desk.startAgain();
    expect(state().trouble).toBeNull();
    expect(await answers()).toBe("May I lie?");
  });

  test("because its script is missing is told as such", async () => {
    const { desk, moral, answers, state } = await started();
    moral[0].crash();
    moral[1].miss();
    expect(state().trouble).toBe("missing");
    desk.startAgain();
    await eventually(async () => expect(await answers()).toMatch(/colleague/));
  });
});

describe("a worker that trains the judge", () => {
  test.each([
    ["crash", "crashed"],
    ["terminate", "crashed"],
    ["miss", "crashed"],
  ] as const)(
    "and ends in training (%s): a sentence, the judge before stays, and again",
    async (end, why) => {
      const { desk, rewards, state } = await started();
      const { model } = state();
      desk.train("demonstration");
      rewards.at(-1)?.[end]();
      await eventually(() =>
        expect(state()).toMatchObject({
          training: null,
          untrained: { why, source: "demonstration" },
        }),
      );
      expect(state().model).toBe(model);
      desk.train("demonstration");
      await eventually(() => expect(state().training).toBeNull());
      expect(state().untrained).toBeNull();
      expect(state().model).not.toBe(model);
    },
  );
});
