import { type Clock, systemClock } from "../core/timing/clock.ts";
import type { ChatMessage } from "../moral/aggregate/prompt.ts";
import type { ChatEndpoint, ChatOutcome } from "./chat-outcome.ts";
import {
  type Answer,
  type ReplyFailure,
  refusalOf,
  streamedAnswer,
  wholeText,
} from "./chat-reply.ts";
import type { Gate } from "./gate.ts";

/** Settings of `askChat`. */
export interface ChatOptions {
  readonly signal?: AbortSignal;
  /** Told the whole text so far, as it grows. */
  readonly onText?: (text: string) => void;
  /** Told before a pause of so many milliseconds after which the request is sent again. */
  readonly onWait?: (ms: number) => void;
  /** Longest silence in ms before and between pieces. Default 90,000: a model on one's own machine takes its time. */
  readonly silence?: number;
  /** First pause in ms, doubled with each further one. Default 1000. */
  readonly pause?: number;
  /** Times silence and pauses. Default the machine's. */
  readonly clock?: Clock;
}

const MOST_RETRIES = 3;
/** Nobody sits and waits longer than this. */
const LONGEST_WAIT = 60_000;
const SILENCE = 90_000;
const PAUSE = 1000;

/**
 * Asks a language model for an answer, streamed. Refusals for rate (429) and troubles of the server (5xx) are tried again up to
 * three times, after a growing pause, or the one that the server names where that is longer. An answer is read up to 200,000
 * characters. Never rejects.
 */
export async function askChat(
  gate: Gate,
  endpoint: ChatEndpoint,
  messages: readonly ChatMessage[],
  options: ChatOptions = {},
): Promise<ChatOutcome> {
  const { signal, onWait, pause = PAUSE, clock = systemClock } = options;
  const admitted = gate.admit(withScheme(endpoint.address));
  if (!admitted.ok) return { ok: false, reason: admitted.reason, text: "" };
  const key = endpoint.key.trim();
  if (!/^[\x21-\x7e]*$/.test(key)) return { ok: false, reason: "bad-key", text: "" };
  const url = chatAddress(admitted.url);
  for (let attempt = 0; ; attempt++) {
    const { outcome, retryAfter } = await askOnce(
      gate,
      url,
      { ...endpoint, key },
      messages,
      options,
    );
    const wait = Math.max(pause * 2 ** attempt, retryAfter ?? 0);
    if (!isPassing(outcome) || attempt >= MOST_RETRIES || wait > LONGEST_WAIT) return outcome;
    onWait?.(wait);
    if (!(await slept(clock, wait, signal))) return { ok: false, reason: "cancelled", text: "" };
  }
}

/** True for a failure that another try may overcome, unless part of an answer is there. */
function isPassing(outcome: ChatOutcome): boolean {
  if (outcome.ok || outcome.text) return false;
  return outcome.reason === "rate-limited" || outcome.reason === "server-error";
}

interface Attempt {
  readonly outcome: ChatOutcome;
  /** The pause that the server asks for, in ms; null where it names none. */
  readonly retryAfter: number | null;
}

async function askOnce(
  gate: Gate,
  url: URL,
  { model, key }: ChatEndpoint,
  messages: readonly ChatMessage[],
  { signal, onText, silence = SILENCE, clock = systemClock }: ChatOptions,
): Promise<Attempt> {
  const watch = watchSilence(clock, silence, signal);
  let text = "";
  const onPiece = (whole: string) => {
    text = whole;
    onText?.(whole);
  };
  const failed = ({ reason, ...more }: ReplyFailure): ChatOutcome => ({
    ok: false,
    reason: signal?.aborted ? "cancelled" : watch.isSilent() ? "silent" : reason,
    text,
    ...more,
  });
  const final = (answer: Answer | ReplyFailure): Attempt => ({
    outcome: "reason" in answer ? failed(answer) : { ok: true, ...answer },
    retryAfter: null,
  });
  try {
    const reply = await gate.request(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(key ? { authorization: `Bearer ${key}` } : {}),
      },
      body: JSON.stringify({ model, messages, stream: true }),
      signal: watch.signal,
    });
    if (!reply.ok) return final({ reason: reply.reason });
    const { response } = reply;
    if (!response.ok)
      return {
        outcome: failed(await refusalOf(response, key)),
        retryAfter: pauseAsked(response.headers.get("retry-after")),
      };
    const listener = { onText: onPiece, onHeard: watch.heard, key };
    const isStreamed = response.headers.get("content-type")?.includes("event-stream");
    return final(
      isStreamed ? await streamedAnswer(response, listener) : await wholeText(response, listener),
    );
  } catch {
    return final({ reason: "broken-off" });
  } finally {
    watch.end();
  }
}

/** `…/chat/completions` of an address that may name the server only, its `/v1`, or the whole. */
export function chatAddress(typed: URL): URL {
  const url = new URL(typed);
  const path = url.pathname.replace(/\/+$/, "");
  url.hash = "";
  if (!path.endsWith("/chat/completions"))
    url.pathname = `${path === "" ? "/v1" : path}/chat/completions`;
  return url;
}

/** A server on one's own machine seldom speaks https. */
function withScheme(typed: string): string {
  return /^(localhost|127(\.\d+){3}|\[::1\])(:|\/|$)/i.test(typed.trim())
    ? `http://${typed.trim()}`
    : typed;
}

/** Retry-After in ms, given as seconds or as a date; null where there is none. */
function pauseAsked(header: string | null): number | null {
  if (!header) return null;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? 1000 * seconds : Date.parse(header) - Date.now();
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}

/** A signal that also fires after a silence. */
function watchSilence(clock: Clock, silence: number, outer?: AbortSignal) {
  const control = new AbortController();
  const stop = () => control.abort();
  let silent = false;
  let endWatch = () => {};
  const heard = () => {
    endWatch();
    endWatch = clock.after(silence, () => {
      silent = true;
      stop();
    });
  };
  if (outer?.aborted) stop();
  outer?.addEventListener("abort", stop);
  heard();
  return {
    signal: control.signal,
    heard,
    isSilent: () => silent,
    end() {
      endWatch();
      outer?.removeEventListener("abort", stop);
    },
  };
}

/** False where the pause was called off. */
function slept(clock: Clock, ms: number, signal?: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve(false);
    const stop = () => {
      wake();
      resolve(false);
    };
    const wake = clock.after(ms, () => {
      signal?.removeEventListener("abort", stop);
      resolve(true);
    });
    signal?.addEventListener("abort", stop, { once: true });
  });
}
