import type { Stopped } from "../../engine/lazy-worker.ts";
import { moralClient } from "../../engine/texts/moral-client.ts";
import type { RatedRows, SetReply } from "../../engine/texts/moral-service.ts";
import type { RewardsClient } from "../../engine/texts/rewards-client.ts";
import { RECIPE, REWARD } from "../../moral/training/training-files.ts";
import type { Gate } from "../../net/gate.ts";
import type { MoralDesk } from "../../panels/moral/kit/moral-desk.ts";
import { encodeModel } from "../../rewards/classifier/model-file.ts";
import type { RewardModel } from "../../rewards/reward-model.ts";
import { createMoralStore } from "../../state/moral-store.ts";
import { createPeopleStore } from "../../state/people-store.ts";
import type { KeptText } from "../../state/preferences-store.ts";
import { moralJudge } from "./moral-judge.ts";
import { moralWriter } from "./moral-writer.ts";

/** A text to be saved, and its name. */
export interface SavedText {
  readonly name: string;
  readonly text: string;
}

/** What the desk needs of the application. */
export interface DeskSurroundings {
  readonly gate: Gate;
  readonly storage: KeptText | null;
  /** The weights of the profile on the screen. */
  readonly screenWeights: () => Readonly<Record<string, number>>;
  readonly makeMoralWorker: () => Worker;
  readonly rewards: RewardsClient;
  /** Opens rated answers as the application's data, with the levels of the profile as its palette. */
  readonly openRated: (rows: RatedRows, name: string | null) => Promise<void>;
  /** Saves one text, or several packed into one file. */
  readonly save: (name: string, files: readonly SavedText[]) => void;
}

/** A file of classifiers says at its start that it is one. */
const MODEL_KIND = "value-palette-rewards";
const MODEL_HEAD = 200;
const MODEL_FILE = "reward-models.json";

const isStopped = (reply: unknown): reply is Stopped =>
  typeof reply === "object" && reply !== null && "stopped" in reply;

/** The desk but for what only the screen can do. */
export type Desk = Omit<MoralDesk, "showPalette">;

/** Joins the Moral profile page to its workers: questions, judge, language model. Opens the demonstration and trains its judge. */
export function moralDesk({
  gate,
  storage,
  screenWeights,
  makeMoralWorker,
  rewards,
  openRated,
  save,
}: DeskSurroundings): Desk {
  const store = createMoralStore();
  const client = moralClient(makeMoralWorker);
  const judge = moralJudge(rewards, store, judgeBy);
  const writer = moralWriter(gate, store);
  let turn = 0;
  let filesTurn = 0;
  /** What a worker that crashed is given again. */
  let files: readonly File[] = [];
  let model: RewardModel | null = null;

  store.subscribe((now, before) => {
    if (now.question !== before.question || now.set !== before.set) writer.clear();
    if (now.set !== before.set) {
      writer.stopAll();
      store.setState({ generated: new Map() });
    }
  });
  void openDemonstration();
  // Without cross-validation the judge is there in a moment; its quality follows.
  void judge.train("demonstration", { repeats: 0 }).then(() => judge.train("demonstration"));

  return {
    store,
    people: createPeopleStore(storage),
    openDemonstration: () => void openDemonstration(),
    readFiles: (chosen) => void readFiles(chosen),
    answer: async (request) => kept(await client.answer(request)),
    prompt: async (request) => kept(await client.prompt(request)),
    ratings: async () => kept(await client.ratings()),
    levels: async (weights, strength) => kept(await client.levels(weights, strength)),
    agents: async (goal) => kept(await client.agents(goal)),
    openAsPalette: async () => {
      const rows = kept(await client.rows());
      if (rows) await openRated(rows, store.getState().set?.name ?? null);
    },
    evaluate: async (request, onProgress) => kept(await client.evaluate(request, onProgress)),
    cancelEvaluation: client.cancelEvaluation,
    compare: async (...asked) => kept(await client.compare(...asked)),
    training: async (names, options) => kept(await client.training(names, options)),
    train: (source) => void judge.train(source),
    cancelTraining: judge.cancel,
    saveModel: () => save(MODEL_FILE, modelFiles()),
    saveTraining: ({ train, validation, test }) =>
      save("aggregator-training.zip", [
        { name: "train.jsonl", text: train.lines },
        { name: "validation.jsonl", text: validation.lines },
        { name: "test.jsonl", text: test.lines },
        { name: "train_aggregator.py", text: RECIPE },
        { name: "reward.py", text: REWARD },
        ...modelFiles(),
      ]),
    write: (messages) => void writer.write(messages),
    stopWriting: writer.stop,
    writeAll: (person, brief) => void writeAll(person, brief),
    stopWritingAll: writer.stopAll,
  };

  async function writeAll(...[person, brief]: Parameters<MoralDesk["writeAll"]>): Promise<void> {
    const cases = kept(await client.cases(person)) ?? [];
    const values = (store.getState().set?.agents ?? []).map(brief);
    await writer.writeAll(
      cases.map(({ place, question, weights }) => ({
        place,
        messages: async () =>
          kept(await client.prompt({ question, weights: weights ?? screenWeights(), values })),
      })),
    );
  }

  function modelFiles(): SavedText[] {
    return model ? [{ name: MODEL_FILE, text: encodeModel(model) }] : [];
  }

  /** A reply, or null where the worker is gone; it is then started anew with what it held. */
  function kept<T>(reply: T | Stopped): T | null {
    if (!isStopped(reply)) return reply;
    if (reply.stopped === "crashed") void reopen();
    return null;
  }

  async function reopen(): Promise<void> {
    if (files.length > 0) await readAnswers(files);
    else await openDemonstration();
    if (model) await judgeBy(model);
  }

  async function judgeBy(next: RewardModel): Promise<void> {
    model = next;
    await client.setModel(next);
    stamped();
  }

  async function openDemonstration(): Promise<void> {
    turn++;
    files = [];
    const reply = await client.openDemonstration();
    if (!isStopped(reply)) show(reply);
  }

  async function readFiles(chosen: readonly File[]): Promise<void> {
    const mine = ++filesTurn;
    const { tab } = store.getState();
    // Where it is told how far the file is, and what is wrong with it.
    if (tab !== "data" && tab !== "rewards") store.setState({ tab: "data" });
    const [first] = chosen;
    if (chosen.length === 1 && (await isModel(first))) return;
    if (await readAnswers(chosen)) return;
    const lacking = store.getState().reading;
    const isRead = await judge.readLabelled(chosen);
    if (!isRead && mine === filesTurn) store.setState({ reading: lacking });
  }

  async function isModel(file: File): Promise<boolean> {
    const head = await file.slice(0, MODEL_HEAD).text();
    return head.includes(MODEL_KIND) && judge.readModel(file.name, await file.text());
  }

  /** False where the files may hold something else than answers. */
  async function readAnswers(chosen: readonly File[]): Promise<boolean> {
    const mine = ++turn;
    const name = chosen.map((file) => file.name).join(", ");
    const size = chosen.reduce((sum, file) => sum + file.size, 0);
    store.setState({ reading: { phase: "reading", name, share: 0 } });
    const reply = await client.read(chosen, (bytes) => {
      const share = Math.min(1, bytes / Math.max(1, size));
      if (mine === turn) store.setState({ reading: { phase: "reading", name, share } });
    });
    if (mine !== turn) return true;
    if (isStopped(reply)) store.setState({ reading: { phase: "crashed", name } });
    else if (reply.ok) {
      files = chosen;
      show(reply);
      store.setState({ tab: "evaluation" });
    } else if (reply.about === "file")
      store.setState({ reading: { phase: "unreadable", name, problems: reply.problems } });
    else {
      store.setState({ reading: { phase: "lacking", name, missing: reply.missing } });
      return reply.missing !== "no-question";
    }
    return true;
  }

  function show(reply: SetReply): void {
    if (!reply.ok) return;
    const { set, dropped } = reply;
    store.setState({ set, dropped, question: 0, reading: { phase: "idle" } });
    stamped();
  }

  function stamped(): void {
    store.setState(({ stamp }) => ({ stamp: stamp + 1 }));
  }
}
