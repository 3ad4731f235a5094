import { type ChatPiece, chatStream, errorDetail, wholeAnswer } from "../moral/chat/chat-stream.ts";
import type { ChatFailure } from "./chat-outcome.ts";

/** Characters that are read of an answer, and of the stream that brings it. */
const MOST_READ = 200_000;
const MOST_STREAMED = 50 * MOST_READ;

/** Why a reply holds no answer, and what is known of it. */
export interface ReplyFailure {
  readonly reason: ChatFailure;
  readonly status?: number;
  readonly detail?: string;
}

/** Why a server refuses, in its own words. */
export async function refusalOf(response: Response, key: string): Promise<ReplyFailure> {
  const detail = scrubbed(errorDetail(await jsonOf(response)), key);
  return { reason: reasonOf(response.status), status: response.status, ...detail };
}

/** The answer of a reply that came whole. */
export async function wholeText(
  response: Response,
  { onText, onHeard }: ReplyListener,
): Promise<Answer | ReplyFailure> {
  let whole = "";
  for await (const part of textParts(response, onHeard)) {
    whole += part;
    if (whole.length > MOST_READ) return { reason: "too-long" };
  }
  const json = parsed(whole);
  if (json === undefined) return { reason: /^\s*[{[]/.test(whole) ? "torn" : "malformed" };
  const pieces = wholeAnswer(json);
  if (!pieces) return { reason: "malformed" };
  const reader = new AnswerReader();
  reader.take(pieces);
  const answer = reader.answer({ isEnded: true });
  if (!("reason" in answer)) onText(answer.text);
  return answer;
}

/** Undefined where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The text of a reply as it arrives. */
async function* textParts(response: Response, onHeard: () => void): AsyncGenerator<string> {
  const reader = response.body?.getReader();
  if (!reader) return;
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      onHeard();
      if (done) return;
      yield decoder.decode(value, { stream: true });
    }
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

/** An answer, and whether it ended before it was finished. */
export interface Answer {
  readonly text: string;
  readonly isCut: boolean;
}

/** Puts an answer together from what arrives of it. */
class AnswerReader {
  text = "";
  isDone = false;
  private isCut = false;
  private hasThought = false;

  take(pieces: readonly ChatPiece[]): void {
    for (const piece of pieces) {
      if (piece.kind === "text") this.text += piece.text;
      else if (piece.kind === "thought") this.hasThought = true;
      else if (piece.kind === "done") {
        this.isDone = true;
        this.isCut ||= piece.isCut;
      }
    }
  }

  /** `isEnded`: whether the reply came to its own end, marked or not. */
  answer({ isEnded }: { readonly isEnded: boolean }): Answer | ReplyFailure {
    const { text, isCut } = this;
    if (text.trim()) return { text, isCut: isCut || !isEnded };
    return { reason: this.hasThought ? "only-thoughts" : "empty" };
  }
}

/** Who is told while a reply arrives. */
export interface ReplyListener {
  /** Told the whole text so far, as it grows. */
  readonly onText: (text: string) => void;
  /** Told whenever anything arrives. */
  readonly onHeard: () => void;
  /** Kept out of what the server says. */
  readonly key: string;
}

/** The answer of a reply that is streamed. */
export async function streamedAnswer(
  response: Response,
  { onText, onHeard, key }: ReplyListener,
): Promise<Answer | ReplyFailure> {
  const stream = chatStream();
  const reader = new AnswerReader();
  let hasEvents = false;
  let read = 0;
  const take = (pieces: readonly ChatPiece[]): ReplyFailure | null => {
    hasEvents ||= pieces.length > 0;
    const before = reader.text;
    reader.take(piecesBeforeTrouble(pieces));
    if (reader.text !== before) onText(reader.text);
    const trouble = pieces.find(isTrouble);
    if (!trouble) return null;
    const reason = trouble.kind === "error" ? "server-error" : "malformed";
    return { reason, ...scrubbed(trouble.detail, key) };
  };
  for await (const part of textParts(response, onHeard)) {
    const failure = take(stream.push(part));
    if (failure) return failure;
    if (reader.isDone) break;
    read += part.length;
    if (reader.text.length > MOST_READ || read > MOST_STREAMED) return { reason: "too-long" };
  }
  const failure = take(stream.end());
  if (failure) return failure;
  return hasEvents ? reader.answer({ isEnded: reader.isDone }) : { reason: "malformed" };
}

type TroublePiece = Extract<ChatPiece, { readonly detail: string }>;

function isTrouble(piece: ChatPiece): piece is TroublePiece {
  return piece.kind === "error" || piece.kind === "malformed";
}

/** The pieces up to the first that is an error or malformed. */
function piecesBeforeTrouble(pieces: readonly ChatPiece[]): readonly ChatPiece[] {
  const end = pieces.findIndex(isTrouble);
  return end < 0 ? pieces : pieces.slice(0, end);
}

function reasonOf(status: number): ChatFailure {
  if (status === 401 || status === 403) return "unauthorised";
  if (status === 404) return "not-found";
  if (status === 429) return "rate-limited";
  return status >= 500 ? "server-error" : "refused";
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
