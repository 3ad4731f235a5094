import type { ChatMessage } from "../../moral/aggregate/prompt.ts";
import { askChat } from "../../net/chat-client.ts";
import type { ChatOutcome } from "../../net/chat-outcome.ts";
import type { Gate } from "../../net/gate.ts";
import {
  type GeneratedAnswer,
  type MoralStore,
  NOTHING_WRITTEN,
  type WrittenAnswer,
  writtenKey,
} from "../../state/moral-store.ts";

/** One of many answers that are asked for. */
export interface WritingJob {
  readonly place: number;
  messages(): Promise<readonly ChatMessage[] | null>;
}

/** Who asks the language model; whatever it wrote is kept until it is thrown away. */
export interface Writer {
  /** Asks for an answer; what arrives goes to the store. A newer wish ends an older. */
  write(messages: readonly ChatMessage[]): Promise<void>;
  /** Stops; what had arrived stays. */
  stop(): void;
  /** Throws away one of the answers to the question on the screen. */
  throwAway(id: number): void;
  /**
   * Asks for the answers to many cases, one after the other, until one fails; they go to the store by their places. What was answered
   * to the same words already is not asked again.
   */
  writeAll(jobs: readonly WritingJob[]): Promise<void>;
  stopAll(): void;
  /** Throws away the answers of all rounds over the questions that are open. */
  throwAllAway(): void;
  /** Another question is on the screen. */
  leaveQuestion(): void;
  /** Other questions are open; what was written to those before (of that fingerprint) comes back with them. */
  leaveSet(before: string | null, now: string | null): void;
}

/** Joins the chat client to the store. */
export function moralWriter(gate: Gate, store: MoralStore): Writer {
  const rounds = new RoundWriter(gate, store);
  let control: AbortController | null = null;
  let nextId = 1;

  async function write(messages: readonly ChatMessage[]): Promise<void> {
    control?.abort();
    const ownControl = new AbortController();
    control = ownControl;
    const key = writtenKey(store.getState());
    const show = (change: object) => {
      if (control === ownControl)
        store.setState(({ writing }) => ({ writing: { ...writing, wait: null, ...change } }));
    };
    store.setState({ writing: { ...NOTHING_WRITTEN, phase: "writing" } });
    const outcome = await askChat(gate, store.getState().endpoint, messages, {
      signal: ownControl.signal,
      onText: (text) => show({ text }),
      onWait: (ms) => show({ wait: Math.ceil(ms / 1000) }),
    });
    const { text } = outcome;
    if (text.trim()) keep(key, { id: nextId++, text, isCut: !outcome.ok || outcome.isCut });
    if (outcome.ok) show(NOTHING_WRITTEN);
    else {
      const { reason, detail = null } = outcome;
      show({ phase: "failed", text, failure: { reason, detail } });
    }
  }

  function keep(key: string, answer: WrittenAnswer): void {
    store.setState(({ written }) => ({
      written: new Map(written).set(key, [answer, ...(written.get(key) ?? [])]),
    }));
  }

  return {
    write,
    writeAll: (jobs) => rounds.write(jobs),
    stopAll: () => rounds.stop(),
    throwAllAway: () => store.setState({ generated: new Map(), seriesFailure: null }),
    stop: () => control?.abort(),
    throwAway(id) {
      const key = writtenKey(store.getState());
      store.setState(({ written }) => ({
        written: new Map(written).set(key, written.get(key)?.filter((one) => one.id !== id) ?? []),
        writing: NOTHING_WRITTEN,
      }));
    },
    leaveQuestion() {
      const left = control;
      control = null;
      left?.abort();
      store.setState({ writing: NOTHING_WRITTEN, draft: null });
    },
    leaveSet: (before, now) => rounds.leaveSet(before, now),
  };
}

/** Asks for the answers to many cases. */
class RoundWriter {
  private control: AbortController | null = null;
  /** The answers to sets that are not open, by fingerprint. */
  private readonly away = new Map<string, ReadonlyMap<number, GeneratedAnswer>>();

  constructor(
    private readonly gate: Gate,
    private readonly store: MoralStore,
  ) {}

  stop(): void {
    this.control?.abort();
  }

  leaveSet(before: string | null, now: string | null): void {
    this.stop();
    if (before !== null) this.away.set(before, this.store.getState().generated);
    this.store.setState({
      generated: (now !== null && this.away.get(now)) || new Map(),
      seriesFailure: null,
    });
  }

  async write(jobs: readonly WritingJob[]): Promise<void> {
    this.control?.abort();
    const own = new AbortController();
    this.control = own;
    this.store.setState({ seriesFailure: null });
    for (const [done, job] of jobs.entries()) {
      this.store.setState({ series: { done, of: jobs.length, wait: null } });
      if (!(await this.writeOne(job, own))) break;
    }
    if (this.control === own) this.store.setState({ series: null });
  }

  /** False where the round is over. */
  private async writeOne({ place, messages }: WritingJob, own: AbortController): Promise<boolean> {
    const prompt = await messages();
    if (!prompt || own.signal.aborted) return false;
    const { endpoint, generated } = this.store.getState();
    const asked = JSON.stringify([endpoint.model, prompt]);
    const before = generated.get(place);
    if (before?.asked === asked && !before.isCut) return true;
    const outcome = await askChat(this.gate, endpoint, prompt, {
      signal: own.signal,
      onWait: (ms) => this.tellWait(own, Math.ceil(ms / 1000)),
    });
    if (own.signal.aborted && this.control !== own) return false;
    if (outcome.ok) this.keep(place, { text: outcome.text, isCut: outcome.isCut, asked });
    else this.reportFailure(outcome);
    return outcome.ok && !own.signal.aborted;
  }

  private tellWait(own: AbortController, wait: number): void {
    if (this.control === own)
      this.store.setState(({ series }) => ({ series: series && { ...series, wait } }));
  }

  private keep(place: number, answer: GeneratedAnswer): void {
    this.store.setState(({ generated }) => ({
      generated: new Map(generated).set(place, answer),
    }));
  }

  private reportFailure({ reason, detail }: Extract<ChatOutcome, { ok: false }>): void {
    if (reason !== "cancelled")
      this.store.setState({ seriesFailure: { reason, detail: detail ?? null } });
  }
}
