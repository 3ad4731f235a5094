import { type Clock, systemClock } from "../core/timing/clock.ts";
import type { ChatMessage } from "../moral/aggregate/prompt.ts";
import { type ChatPiece, chatStream, errorDetail, wholeAnswer } from "../moral/chat/chat-stream.ts";
import type { ChatEndpoint, ChatFailure, ChatOutcome } from "./chat-outcome.ts";
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
 * three times, after the pause that the server names or a growing one. Never rejects.
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
  if (!/^[\x21-\x7e]*$/.test(endpoint.key)) return { ok: false, reason: "bad-key", text: "" };
  const url = chatAddress(admitted.url);
  for (let attempt = 0; ; attempt++) {
    const { outcome, retryAfter } = await askOnce(gate, url, endpoint, messages, options);
    const wait = retryAfter ?? pause * 2 ** attempt;
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
  const final = (answer: string | ReplyFailure): Attempt => ({
    outcome: typeof answer === "string" ? { ok: true, text: answer } : failed(answer),
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
    const isStreamed = response.headers.get("content-type")?.includes("event-stream");
    return final(
      isStreamed
        ? await streamedAnswer(response, { onText: onPiece, onHeard: watch.heard, key })
        : await wholeText(response, onText),
    );
  } catch {
    return final({ reason: "broken-off" });
  } finally {
    watch.end();
  }
}

/** Why a reply holds no answer, and what is known of it. */
interface ReplyFailure {
  readonly reason: ChatFailure;
  readonly status?: number;
  readonly detail?: string;
}

async function refusalOf(response: Response, key: string): Promise<ReplyFailure> {
  const detail = scrubbed(errorDetail(await jsonOf(response)), key);
  return { reason: reasonOf(response.status), status: response.status, ...detail };
}

async function wholeText(
  response: Response,
  onText: ChatOptions["onText"],
): Promise<string | ReplyFailure> {
  const whole = wholeAnswer(await jsonOf(response));
  if (whole === null) return { reason: "malformed" };
  onText?.(whole);
  return whole;
}

interface StreamListener {
  /** Told the whole text so far, as it grows. */
  readonly onText: (text: string) => void;
  /** Told whenever anything arrives. */
  readonly onHeard: () => void;
  /** Kept out of what the server says. */
  readonly key: string;
}

async function streamedAnswer(
  response: Response,
  { onText, onHeard, key }: StreamListener,
): Promise<string | ReplyFailure> {
  const stream = chatStream();
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    onHeard();
    const pieces = done ? stream.end() : stream.push(decoder.decode(value, { stream: true }));
    const fresh = textBeforeTrouble(pieces);
    text += fresh;
    if (fresh) onText(text);
    const trouble = pieces.find(isTrouble);
    if (!trouble && !done && !pieces.some(({ kind }) => kind === "done")) continue;
    void reader.cancel();
    if (trouble)
      return {
        reason: trouble.kind === "error" ? "server-error" : "malformed",
        ...scrubbed(trouble.detail, key),
      };
    return text || { reason: "malformed" };
  }
}

type TroublePiece = Extract<ChatPiece, { readonly detail: string }>;

function isTrouble(piece: ChatPiece): piece is TroublePiece {
  return piece.kind === "error" || piece.kind === "malformed";
}

/** The text of pieces up to the first that is an error or malformed. */
function textBeforeTrouble(pieces: readonly ChatPiece[]): string {
  const end = pieces.findIndex(isTrouble);
  const good = end < 0 ? pieces : pieces.slice(0, end);
  return good.map((piece) => (piece.kind === "text" ? piece.text : "")).join("");
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

function reasonOf(status: number): ChatFailure {
  if (status === 401 || status === 403) return "unauthorised";
  if (status === 404) return "not-found";
  if (status === 429) return "rate-limited";
  return status >= 500 ? "server-error" : "refused";
}

/** Retry-After in ms, given as seconds or as a date; null where there is none. */
function pauseAsked(header: string | null): number | null {
  if (!header) return null;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? 1000 * seconds : Date.parse(header) - Date.now();
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}

/** Some servers quote the key that they refuse. */
function scrubbed(detail: string | null, key: string): { detail?: string } {
  if (detail === null) return {};
  return { detail: key.length > 3 ? detail.replaceAll(key, "…") : detail };
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
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
