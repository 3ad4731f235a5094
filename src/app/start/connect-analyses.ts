import { type Clock, systemClock } from "../../core/timing/clock.ts";
import { debounce } from "../../core/timing/debounce.ts";
import type { TimedCall } from "../../core/timing/throttle.ts";
import type { Outcome } from "../../engine/contract.ts";
import type { EngineClient } from "../../engine/solver/engine-client.ts";
import type { AnalysisName, AnalysisRequest, AnalysisResult } from "../../moral/moral-analyses.ts";
import {
  type AnalysesState,
  type AnalysesStore,
  type AnalysisEntries,
  entryOf,
  isAnswered,
} from "../../state/analyses-store.ts";
import { isGivenUp, type SessionStore } from "../../state/session-store.ts";

/** Who runs an analysis for the application itself; what panels want goes through the store of analyses. */
export interface Analyst {
  /** Resolves to the result, or to null where it was overtaken or failed. */
  analyse<N extends AnalysisName>(
    name: N,
    request: AnalysisRequest<N>,
  ): Promise<AnalysisResult<N> | null>;
}

/** What of the engine analyses need. */
type AnalysisEngine = Pick<EngineClient, "analyse" | "cancel" | "startAgain">;

/** How long what is wanted must not have changed before the engine is asked. */
const QUIET_MS = 250;

/**
 * Joins the store of analyses to the engine: requests of panels are debounced, asked again after a restart, and called off
 * when they are no longer wanted.
 */
export function connectAnalyses(
  engine: AnalysisEngine,
  session: SessionStore,
  analyses: AnalysesStore,
  clock: Clock = systemClock,
): Analyst {
  const runs = new Map<AnalysisName, AnalysisRun>();

  function runOf(name: AnalysisName): AnalysisRun {
    const run = runs.get(name) ?? new AnalysisRun(name, engine, session, analyses, clock);
    runs.set(name, run);
    return run;
  }

  analyses.subscribe((now, before) => {
    for (const name of namesOf({ ...before.entries, ...now.entries })) {
      const entry = entryOf(now, name);
      const old = entryOf(before, name);
      if (entry.round > old.round) engine.startAgain();
      if (entry.requests !== old.requests || entry.round !== old.round) runOf(name).follow();
      else if (entry.status === "stopped" && old.status !== "stopped") runOf(name).stop();
    }
  });
  session.subscribe((now, before) => {
    if (now.engine === before.engine && now.data === before.data) return;
    for (const run of runs.values()) run.follow();
  });
  return {
    async analyse<N extends AnalysisName>(
      name: N,
      request: AnalysisRequest<N>,
    ): Promise<AnalysisResult<N> | null> {
      const outcome = await outcomeOf(engine.analyse(name, request, () => undefined));
      return outcome.ok ? outcome.value : null;
    },
  };
}

/** The runs of one analysis: one at a time, for what is wanted last. */
class AnalysisRun {
  private turn = 0;
  private isRunning = false;
  private readonly later: TimedCall<[]>;

  constructor(
    private readonly name: AnalysisName,
    private readonly engine: AnalysisEngine,
    private readonly session: SessionStore,
    private readonly analyses: AnalysesStore,
    clock: Clock,
  ) {
    this.later = debounce(QUIET_MS, () => void this.run(), clock);
  }

  /** What is wanted, or who could answer it, has changed. */
  follow(): void {
    this.stop();
    const { engine, data } = this.session.getState();
    const { requests, status } = entryOf(this.store(), this.name);
    if (requests.length === 0) {
      if (status !== "idle") this.store().end(this.name, "idle");
    } else if (isGivenUp({ engine })) this.store().end(this.name, "failed", "");
    else if (engine === "ready" && data) this.later();
  }

  /** Calls off what is on its way. */
  stop(): void {
    this.turn++;
    this.later.cancel();
    if (this.isRunning) this.engine.cancel(this.name);
    this.isRunning = false;
  }

  private async run(): Promise<void> {
    const ownTurn = ++this.turn;
    const { requests, answers } = entryOf(this.store(), this.name);
    this.isRunning = true;
    this.store().begin(this.name);
    for (const [place, request] of requests.entries()) {
      if (isAnswered(answers[place], request)) continue;
      const onProgress = (share: number) => {
        if (ownTurn === this.turn)
          this.store().progress(this.name, (place + share) / requests.length);
      };
      const outcome = await outcomeOf(this.engine.analyse(this.name, request, onProgress));
      if (ownTurn !== this.turn) return;
      if (!outcome.ok) return this.end(outcome);
      this.store().answer(this.name, place, { request, result: outcome.value });
      onProgress(1);
    }
    this.end(null);
  }

  private end(failure: Extract<Outcome<never>, { ok: false }> | null): void {
    this.isRunning = false;
    if (!failure) this.store().end(this.name, "ready");
    else if (failure.reason === "failed") this.store().end(this.name, "failed", failure.detail);
    else this.store().end(this.name, "idle");
  }

  private store(): AnalysesState {
    return this.analyses.getState();
  }
}

/** An outcome in any case: a call that is rejected has failed. */
async function outcomeOf<T>(outcome: Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await outcome;
  } catch (reason) {
    const detail = reason instanceof Error ? reason.message : String(reason);
    return { ok: false, reason: "failed", detail };
  }
}

function namesOf(entries: AnalysisEntries): AnalysisName[] {
  return Object.keys(entries).filter((name): name is AnalysisName => name in entries);
}
