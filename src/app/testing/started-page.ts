import { type HandClock, handClock } from "../../core/testing/hand-clock.ts";
import type { WorkerKind } from "../../engine/connections.ts";
import { IngestService } from "../../engine/files/ingest-service.ts";
import { SolverService } from "../../engine/solver/solver-service.ts";
import { handLocks } from "../../engine/testing/hand-locks.ts";
import { InProcessWorker } from "../../engine/testing/in-process-worker.ts";
import { MoralService } from "../../engine/texts/moral-service.ts";
import { RewardsService } from "../../engine/texts/rewards-service.ts";
import { TextModelService } from "../../engine/texts/text-model-service.ts";
import type { PartStore } from "../../keep/part-store.ts";
import { openGate } from "../../net/gate.ts";
import type { KeptNote } from "../data/kept-notes.ts";
import type { NewData } from "../data/new-data.ts";
import { type Application, startApplication } from "../start/start.ts";

/** What each kind of worker serves, as the entries in `workers/` have it. */
const SERVICES = {
  solver: () => new SolverService(),
  ingest: () => new IngestService(),
  moral: () => new MoralService(),
  rewards: () => new RewardsService(),
  textModel: () => new TextModelService(null, PAGE),
} as const;
const PAGE = "http://palette.example/";

/** The workers that a page has started, in order, by kind. */
type StartedWorkers = Readonly<Record<WorkerKind, readonly InProcessWorker[]>>;

/** A running application with an address that tests can read and change. */
export interface StartedPage extends Application {
  readonly bar: { hash: string };
  readonly workers: StartedWorkers;
  /** Times the solver's silence: however busy the machine is, none is long unless a test winds this. */
  readonly clock: HandClock;
  /** Follows a link, as by typing it. */
  visit(hash: string): void;
}

/** What a browser keeps from one visit to the next. */
export interface BrowserMemory {
  /** Places for two files. */
  readonly places: readonly (PartStore & { readonly held: Map<string, unknown> })[];
  readonly notes: KeptNote & { readonly held: Map<string, string> };
}

const running: InProcessWorker[] = [];

/** Ends the workers of all pages; a test file does so when it ends. */
export function endWorkers(): void {
  for (const worker of running.splice(0)) worker.terminate();
}

/** Starts the application with workers in this process; nothing is kept unless a memory is given. */
export function startedPage(hash = "", memory: BrowserMemory | null = null): StartedPage {
  const heard: (() => void)[] = [];
  const bar = { hash };
  const clock = handClock();
  const locks = handLocks();
  const workers: Record<WorkerKind, InProcessWorker[]> = {
    solver: [],
    ingest: [],
    moral: [],
    rewards: [],
    textModel: [],
  };
  const maker = (kind: WorkerKind) => () => {
    const worker = new InProcessWorker(SERVICES[kind](), { locks: locks() });
    workers[kind].push(worker);
    running.push(worker);
    return worker;
  };
  const application = startApplication({
    address: {
      readHash: () => bar.hash,
      replaceHash: (next) => {
        bar.hash = next;
      },
      onHashChange: (listener) => {
        heard.push(listener);
        return () => undefined;
      },
    },
    storage: memory?.notes ?? null,
    parts: memory?.places ?? [],
    gate: openGate(PAGE),
    page: PAGE,
    workers: {
      solver: maker("solver"),
      ingest: maker("ingest"),
      moral: maker("moral"),
      rewards: maker("rewards"),
      textModel: maker("textModel"),
    },
    clock,
    locks: locks(),
  });
  const visit = (next: string) => {
    bar.hash = next;
    for (const listener of heard) listener();
  };
  return { ...application, bar, workers, clock, visit };
}

/** A memory that is empty; structured clones, as a browser makes them. */
export function browserMemory(): BrowserMemory {
  const notes = new Map<string, string>();
  return {
    places: [emptyPlace(), emptyPlace()],
    notes: {
      held: notes,
      getItem: (key) => notes.get(key) ?? null,
      setItem: (key, text) => void notes.set(key, text),
      removeItem: (key) => void notes.delete(key),
    },
  };
}

function emptyPlace(): BrowserMemory["places"][number] {
  const held = new Map<string, unknown>();
  return {
    held,
    async write(entries) {
      held.clear();
      for (const [name, part] of entries) held.set(name, structuredClone(part));
      return null;
    },
    read: async (names) => (held.size === 0 ? null : names.map((name) => held.get(name))),
    async clear() {
      held.clear();
      return true;
    },
  };
}

/** Rows of a file with these values; the fingerprint is taken as it is given. */
export function fileRows(ids: readonly string[], fingerprint: string): NewData {
  const rewards = (shift: number) => Float64Array.from({ length: 300 }, (_, i) => i / 100 + shift);
  return {
    rows: {
      kind: "columns",
      columns: ids.map((id, k) => ({ id, rewards: rewards(k) })),
      weights: null,
      prompts: null,
    },
    source: { kind: "file", name: "mine.csv", fingerprint },
    dropped: 0,
  };
}
