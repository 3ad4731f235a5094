import type { ChatMessage } from "../../moral/aggregate/prompt.ts";
import { askChat } from "../../net/chat-client.ts";
import type { ChatOutcome } from "../../net/chat-outcome.ts";
import type { Gate } from "../../net/gate.ts";
import { type MoralStore, NOTHING_WRITTEN } from "../../state/moral-store.ts";

/** One of many answers that are asked for. */
export interface WritingJob {
  readonly place: number;
  messages(): Promise<readonly ChatMessage[] | null>;
}

/** Who asks the language model. */
export interface Writer {
  /** Asks for an answer; what arrives goes to the store. A newer wish ends an older. */
  write(messages: readonly ChatMessage[]): Promise<void>;
  /** Stops; what had arrived stays. */
  stop(): void;
  /** Asks for the answers to many cases, one after the other, until one fails; they go to the store by their places. */
  writeAll(jobs: readonly WritingJob[]): Promise<void>;
  stopAll(): void;
  /** Stops and puts the answer away, as when another question is asked. */
  clear(): void;
}

/** Joins the chat client to the store. */
export function moralWriter(gate: Gate, store: MoralStore): Writer {
  let control: AbortController | null = null;
  let seriesControl: AbortController | null = null;

  async function write(messages: readonly ChatMessage[]): Promise<void> {
    control?.abort();
    const ownControl = new AbortController();
    control = ownControl;
    const isNewest = () => control === ownControl;
    const show = (change: object) => {
      if (isNewest())
        store.setState(({ writing }) => ({ writing: { ...writing, wait: null, ...change } }));
    };
    store.setState({ writing: { ...NOTHING_WRITTEN, phase: "writing" } });
    const outcome = await askChat(gate, store.getState().endpoint, messages, {
      signal: ownControl.signal,
      onText: (text) => show({ text }),
      onWait: (ms) => show({ wait: Math.ceil(ms / 1000) }),
    });
    if (outcome.ok) show({ phase: "written", text: outcome.text });
    else {
      const { reason, text, detail = null } = outcome;
      show({ phase: "failed", text, failure: { reason, detail } });
    }
  }

  async function writeAll(jobs: readonly WritingJob[]): Promise<void> {
    seriesControl?.abort();
    const ownControl = new AbortController();
    seriesControl = ownControl;
    store.setState({ seriesFailure: null });
    for (const [done, job] of jobs.entries()) {
      store.setState({ series: { done, of: jobs.length } });
      const outcome = await answerTo(job, ownControl.signal);
      if (outcome?.ok) {
        const { text } = outcome;
        store.setState(({ generated }) => ({ generated: new Map(generated).set(job.place, text) }));
        if (!ownControl.signal.aborted) continue;
      } else if (outcome && seriesControl === ownControl) reportFailure(outcome);
      break;
    }
    if (seriesControl === ownControl) store.setState({ series: null });
  }

  /** What the language model answers to a case; null where it is not asked. */
  async function answerTo({ messages }: WritingJob, signal: AbortSignal) {
    const prompt = await messages();
    if (!prompt || signal.aborted) return null;
    return askChat(gate, store.getState().endpoint, prompt, { signal });
  }

  function reportFailure({ reason, detail }: Extract<ChatOutcome, { ok: false }>): void {
    if (reason !== "cancelled")
      store.setState({ seriesFailure: { reason, detail: detail ?? null } });
  }

  return {
    write,
    writeAll,
    stopAll: () => seriesControl?.abort(),
    stop: () => control?.abort(),
    clear() {
      control?.abort();
      control = null;
      store.setState({ writing: NOTHING_WRITTEN, draft: null });
    },
  };
}
