import type { RewardsClient } from "../../engine/connections.ts";
import type { RatedRows } from "../../engine/contract.ts";
import type { LifeTools } from "../../engine/life/watch-life.ts";
import { RECIPE, REWARD } from "../../moral/training/training-files.ts";
import type { Gate } from "../../net/gate.ts";
import type { MoralDesk } from "../../panels/moral/kit/moral-desk.ts";
import { encodeModel } from "../../rewards/classifier/model-file.ts";
import type { RewardModel } from "../../rewards/reward-model.ts";
import { createMoralStore, MORAL_TABS, type MoralStore } from "../../state/moral-store.ts";
import { createPeopleStore } from "../../state/people-store.ts";
import type { KeptText } from "../../state/preferences-store.ts";
import type { MoralPlace } from "../../state/session-store.ts";
import { type AnswerReader, answerReader } from "./answer-reader.ts";
import { type LabelledFiles, labelledFiles } from "./labelled-files.ts";
import type { LabelledReader } from "./labelled-reader.ts";
import { type Judge, moralJudge } from "./moral-judge.ts";
import { type MoralWorker, moralWorker } from "./moral-worker.ts";
import { moralWriter, type WritingJob } from "./moral-writer.ts";

/** A text to be saved, and its name. */
export interface SavedText {
  readonly name: string;
  readonly text: string;
}

/** What the Moral profile page needs of the application. */
export interface MoralSurroundings {
  readonly gate: Gate;
  readonly storage: KeptText | null;
  /** Where a link led to, if to this page. */
  readonly place: MoralPlace;
  /** The weights of the profile on the screen. */
  readonly screenWeights: () => Readonly<Record<string, number>>;
  readonly makeMoralWorker: () => Worker;
  readonly rewards: RewardsClient;
  /** Another worker of that kind, for the texts that somebody brings. */
  readonly labelled: LabelledReader;
  /** Opens rated answers as the application's data, with the levels of the profile as its palette. */
  readonly openRated: (rows: RatedRows, name: string | null) => Promise<void>;
  /** Saves one text, or several packed into one file. */
  readonly save: (name: string, files: readonly SavedText[]) => void;
  /** Told what failed in the worker, in its own words. */
  readonly onProblem: (detail: string) => void;
  /** By which the life of the worker is watched. Default the browser's own. */
  readonly tools?: Partial<LifeTools>;
}

/** A file of classifiers says at its start that it is one. */
const MODEL_KIND = "value-palette-rewards";
const MODEL_HEAD = 200;
const MODEL_FILE = "reward-models.json";

/** What the page can ask for, but for what only the screen can do. */
export type Desk = Omit<MoralDesk, "showPalette">;

/** The parts of the page that work together. */
interface MoralParts {
  readonly store: MoralStore;
  readonly answers: AnswerReader;
  readonly judge: Judge;
  readonly worker: MoralWorker;
  readonly labelled: LabelledFiles;
  /** The judge of all answers, once there is one. */
  model(): RewardModel | null;
  readonly ask: MoralDesk["ask"];
}

/** Joins the Moral profile page to its workers: questions, judge, language model. Opens the demonstration and trains its judge. */
export function startMoral(surroundings: MoralSurroundings): Desk {
  const { gate, storage, openRated, save } = surroundings;
  const { tab, question } = surroundings.place;
  const store = createMoralStore();
  store.setState({ tab: MORAL_TABS.find((name) => name === tab) ?? MORAL_TABS[0], question });
  const parts = moralParts(surroundings, store);
  const { answers, judge, ask, worker } = parts;
  const writer = moralWriter(gate, store);
  store.subscribe((now, before) => {
    if (now.question !== before.question || now.set !== before.set) writer.leaveQuestion();
    if (now.set !== before.set)
      writer.leaveSet(before.set?.fingerprint ?? null, now.set?.fingerprint ?? null);
  });
  void answers.openDemonstration();
  // Without cross-validation the judge is there in a moment; its quality follows.
  void judge.train("demonstration", { repeats: 0 }).then(() => judge.train("demonstration"));

  return {
    store,
    people: createPeopleStore(storage),
    ask,
    cancelEvaluation: worker.cancelEvaluation,
    startAgain() {
      worker.startAgain();
      if (!store.getState().set) void answers.openDemonstration();
    },
    openDemonstration: () => void answers.openDemonstration(),
    readFiles: fileReader(parts),
    openAsPalette: async () => {
      const rows = await ask((service) => service.rows());
      if (rows) await openRated(rows, store.getState().set?.name ?? null);
    },
    train: (source) => void judge.train(source),
    cancelTraining: judge.cancel,
    relabel: (meant) => void parts.labelled.relabel(meant),
    takeDoubtful: judge.takeDoubtful,
    saveModel: () => save(MODEL_FILE, modelFiles(parts.model())),
    saveTraining: ({ train, validation, test }) =>
      save("aggregator-training.zip", [
        { name: "train.jsonl", text: train.lines },
        { name: "validation.jsonl", text: validation.lines },
        { name: "test.jsonl", text: test.lines },
        { name: "train_aggregator.py", text: RECIPE },
        { name: "reward.py", text: REWARD },
        ...modelFiles(parts.model()),
      ]),
    write: (messages) => void writer.write(messages),
    stopWriting: writer.stop,
    writeAll: async (person, brief) => {
      const values = (store.getState().set?.agents ?? []).map(brief);
      await writer.writeAll(await writingJobs(ask, person, values, surroundings.screenWeights));
    },
    stopWritingAll: writer.stopAll,
    throwWrittenAway: writer.throwAway,
    throwAllWrittenAway: writer.throwAllAway,
  };
}

/** The worker of questions with who reads and who judges. */
function moralParts(
  { makeMoralWorker, rewards, labelled: reader, onProblem, tools = {} }: MoralSurroundings,
  store: MoralStore,
): MoralParts {
  let model: RewardModel | null = null;
  const worker = moralWorker({ makeWorker: makeMoralWorker, tools, store, onProblem });
  const judge = moralJudge({ demonstration: rewards, files: reader }, store, (next) => {
    model = next;
    void worker
      .setModel(next)
      .then(worker.askAgain, (reason) =>
        onProblem(reason instanceof Error ? reason.message : String(reason)),
      );
  });
  return {
    store,
    answers: answerReader(worker, store),
    judge,
    labelled: labelledFiles(reader, store),
    model: () => model,
    worker,
    ask: worker.ask,
  };
}

/** Finds out what files hold: classifiers, answers, or labelled texts. */
function fileReader({
  store,
  answers,
  labelled,
  judge,
}: MoralParts): (files: readonly File[]) => void {
  let turn = 0;

  async function read(files: readonly File[]): Promise<void> {
    const ownTurn = ++turn;
    const { tab } = store.getState();
    // Where it is told how far the file is, and what is wrong with it.
    if (tab !== "data" && tab !== "rewards") store.setState({ tab: "data" });
    if (files.length === 1 && (await isModel(files[0]))) return;
    // The tab says what is expected; only what is none of it is tried for the other.
    const kinds = [answers.read, labelled.read];
    const [first, second] = tab === "rewards" ? kinds.reverse() : kinds;
    const refused = await first(files);
    if (refused && (await second(files)) && ownTurn === turn) store.setState({ reading: refused });
  }

  async function isModel(file: File): Promise<boolean> {
    const head = await file.slice(0, MODEL_HEAD).text();
    return head.includes(MODEL_KIND) && judge.readModel(file.name, await file.text());
  }

  return (files) => void read(files);
}

/** What the language model is asked for each case of a person; `values` says what the values are. */
async function writingJobs(
  ask: MoralDesk["ask"],
  person: string | null,
  values: ReturnType<Parameters<MoralDesk["writeAll"]>[1]>[],
  screenWeights: MoralSurroundings["screenWeights"],
): Promise<WritingJob[]> {
  const cases = (await ask((service) => service.cases(person))) ?? [];
  return cases.map(({ place, question, weights }) => ({
    place,
    messages: () =>
      ask((service) => service.prompt({ question, weights: weights ?? screenWeights(), values })),
  }));
}

function modelFiles(model: RewardModel | null): SavedText[] {
  return model ? [{ name: MODEL_FILE, text: encodeModel(model) }] : [];
}
