import type { GateRefusal } from "./gate.ts";

/** A server that speaks the chat protocol. The key is held in memory only and goes nowhere but into the request's header. */
export interface ChatEndpoint {
  /** As typed: the server's address, with or without `/v1` and `/chat/completions`. */
  readonly address: string;
  readonly model: string;
  /** Empty where the server wants none. */
  readonly key: string;
}

/** Why there is no answer, or no whole one. */
export type ChatFailure =
  | GateRefusal
  | "bad-key"
  | "unauthorised"
  | "not-found"
  | "rate-limited"
  | "server-error"
  | "refused"
  | "malformed"
  /** The model ended without a word. */
  | "empty"
  /** It thought and did not come to an answer. */
  | "only-thoughts"
  /** The reply ended in the middle and cannot be read. */
  | "torn"
  /** It was not read further than anybody reads. */
  | "too-long"
  | "silent"
  | "broken-off";

/** An answer, or why not together with what had arrived. */
export type ChatOutcome =
  | {
      readonly ok: true;
      readonly text: string;
      /** True where the answer ended before it was finished. */
      readonly isCut: boolean;
    }
  | {
      readonly ok: false;
      readonly reason: ChatFailure;
      /** What had arrived when it ended. */
      readonly text: string;
      readonly status?: number;
      /** What the server says of it, the key left out. */
      readonly detail?: string;
    };
