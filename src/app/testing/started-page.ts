import { expose } from "comlink";
import { SolverService } from "../../engine/solver/solver-service.ts";
import { textModelClient } from "../../engine/texts/text-model-client.ts";
import type { PartStore } from "../../keep/part-store.ts";
import { openGate } from "../../net/gate.ts";
import type { KeptNote } from "../data/kept-data.ts";
import type { NewData } from "../data/new-data.ts";
import { type Application, startApplication } from "../start/start.ts";

/** A running application with an address that tests can read and change. */
export interface StartedPage extends Application {
  readonly bar: { hash: string };
  /** Follows a link, as by typing it. */
  visit(hash: string): void;
}

/** What a browser keeps from one visit to the next. */
export interface BrowserMemory {
  readonly parts: PartStore & { readonly held: Map<string, unknown> };
  readonly notes: KeptNote & { readonly held: Map<string, string> };
}

/** Ports that were opened; a test file closes them when it ends. */
export const openPorts: MessagePort[] = [];

/** Starts the application with a solver on a message channel; nothing is kept unless a memory is given. */
export function startedPage(hash = "", memory: BrowserMemory | null = null): StartedPage {
  const heard: (() => void)[] = [];
  const bar = { hash };
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
    parts: memory?.parts ?? null,
    gate: openGate("http://palette.example/"),
    makeWorker: solverPort,
    makeIngestWorker: solverPort,
    makeMoralWorker: solverPort,
    makeRewardsWorker: solverPort,
    models: textModelClient(solverPort, "https://palette.example/"),
  });
  const visit = (next: string) => {
    bar.hash = next;
    for (const listener of heard) listener();
  };
  return { ...application, bar, visit };
}

/** A memory that is empty; structured clones, as a browser makes them. */
export function browserMemory(): BrowserMemory {
  const parts = new Map<string, unknown>();
  const notes = new Map<string, string>();
  return {
    parts: {
      held: parts,
      async write(entries) {
        parts.clear();
        for (const [name, part] of entries) parts.set(name, structuredClone(part));
        return null;
      },
      read: async (names) => (parts.size === 0 ? null : names.map((name) => parts.get(name))),
      async clear() {
        parts.clear();
        return true;
      },
    },
    notes: {
      held: notes,
      getItem: (key) => notes.get(key) ?? null,
      setItem: (key, text) => void notes.set(key, text),
      removeItem: (key) => void notes.delete(key),
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

function solverPort(): Worker {
  const { port1, port2 } = new MessageChannel();
  expose(new SolverService(), port2 as never);
  port1.start();
  openPorts.push(port1, port2);
  return port1 as unknown as Worker;
}
