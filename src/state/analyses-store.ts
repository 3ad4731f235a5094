import { createStore, type StoreApi } from "zustand/vanilla";
import type { AnalysisName, AnalysisRequest, AnalysisResult } from "../moral/moral-analyses.ts";
import type { SessionStore } from "./session-store.ts";

/** A result, and the request that it answers. */
export interface AnalysisAnswer<N extends AnalysisName> {
  readonly request: AnalysisRequest<N>;
  readonly result: AnalysisResult<N>;
}

/** How an analysis stands: nothing asked, on its way, there, stopped by the user, or failed. */
export type AnalysisStatus = "idle" | "waiting" | "ready" | "stopped" | "failed";

/** An analysis as the panels see it. */
export interface AnalysisEntry<N extends AnalysisName> {
  /** What is asked now, one after the other; none for nothing. */
  readonly requests: readonly AnalysisRequest<N>[];
  /** The newest answer at the place of each request, perhaps to an earlier one; never to a request of other data. */
  readonly answers: readonly (AnalysisAnswer<N> | undefined)[];
  readonly status: AnalysisStatus;
  /** Share done, in [0, 1]. */
  readonly share: number;
  /** What failed, in the engine's own words. */
  readonly problem: string | null;
  /** Grows whenever the user wants it tried again. */
  readonly round: number;
}

/** The analyses that somebody asked for, by name. */
export type AnalysisEntries = { readonly [N in AnalysisName]?: AnalysisEntry<N> };

/** The analyses of the loaded rows: panels say what they want to see, the application fills in what came of it. */
export interface AnalysesState {
  readonly entries: AnalysisEntries;
  /** Says what a panel wants to see now; the answers before stay until theirs are there. */
  ask<N extends AnalysisName>(name: N, requests: readonly AnalysisRequest<N>[]): void;
  /** The panel has closed: nothing is wanted, and nothing of it stays. */
  release(name: AnalysisName): void;
  /** The user does not want to wait. */
  stop(name: AnalysisName): void;
  /** The user wants it tried again. */
  again(name: AnalysisName): void;
  /** The engine has begun. */
  begin(name: AnalysisName): void;
  progress(name: AnalysisName, share: number): void;
  /** An answer at the place of its request. */
  answer<N extends AnalysisName>(name: N, place: number, answer: AnalysisAnswer<N>): void;
  /** The engine has ended. */
  end(name: AnalysisName, status: AnalysisStatus, problem?: string): void;
}

/** The store of the analyses. */
export type AnalysesStore = StoreApi<AnalysesState>;

const NOTHING = {
  requests: [],
  answers: [],
  status: "idle",
  share: 0,
  problem: null,
  round: 0,
} as const;

/** How an analysis stands. */
export function entryOf<N extends AnalysisName>(
  { entries }: Pick<AnalysesState, "entries">,
  name: N,
): AnalysisEntry<N> {
  return entries[name] ?? NOTHING;
}

/** Makes the store, with nothing asked. Other data in the session puts away every answer and request of the data before. */
export function createAnalysesStore(session: SessionStore): AnalysesStore {
  const store = createStore<AnalysesState>()((set, get) => {
    const change = <N extends AnalysisName>(name: N, part: Partial<AnalysisEntry<N>>) =>
      set(({ entries }) => ({
        entries: { ...entries, [name]: { ...entryOf({ entries }, name), ...part } },
      }));
    return {
      entries: {},
      ask(name, requests) {
        if (!sameRequests(entryOf(get(), name).requests, requests)) change(name, { requests });
      },
      release: (name) => change(name, NOTHING),
      stop: (name) => change(name, { status: "stopped" }),
      again: (name) => change(name, { round: entryOf(get(), name).round + 1 }),
      begin: (name) => change(name, { status: "waiting", share: 0, problem: null }),
      progress: (name, share) => change(name, { share }),
      answer(name, place, answer) {
        const answers = [...entryOf(get(), name).answers];
        answers[place] = answer;
        change(name, { answers });
      },
      end(name, status, problem) {
        const { answers, requests } = entryOf(get(), name);
        // Where nothing comes any more, an answer to an earlier request would be taken for one to this.
        const kept =
          status === "failed"
            ? answers.map((a, k) => (requests[k] && isAnswered(a, requests[k]) ? a : undefined))
            : answers;
        change(name, { status, problem: problem ?? null, answers: kept });
      },
    };
  });
  session.subscribe((now, before) => {
    if (now.data !== before.data) store.setState({ entries: {} });
  });
  return store;
}

/** True where an answer is to this request in every point, so that it need not be asked again. */
export function isAnswered<N extends AnalysisName>(
  answer: AnalysisAnswer<N> | undefined,
  request: AnalysisRequest<N>,
): boolean {
  return answer !== undefined && sameRequests([answer.request], [request]);
}

/** True where an answer is about what this request is about: it may stand beside it. */
export function isFresh<N extends AnalysisName>(
  answer: AnalysisAnswer<N> | undefined,
  request: AnalysisRequest<N> | null,
): boolean {
  return (
    answer !== undefined && request !== null && identityOf(answer.request) === identityOf(request)
  );
}

/** The order in which a user ranks the values changes what comes first in an answer, not what it is about. */
function identityOf(request: object): string {
  return JSON.stringify({ ...request, order: undefined });
}

function sameRequests(a: readonly object[], b: readonly object[]): boolean {
  return a.length === b.length && JSON.stringify(a) === JSON.stringify(b);
}
