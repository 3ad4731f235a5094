/** What a piece of a streamed chat answer held. */
export type ChatPiece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "done" }
  /** An error that the server reports in the middle of the stream. */
  | { readonly kind: "error"; readonly detail: string }
  /** Something that is not the protocol. */
  | { readonly kind: "malformed"; readonly detail: string };

/** Reads a stream of server-sent events as it arrives. */
export interface ChatStream {
  /** The pieces that these characters complete. */
  push(text: string): ChatPiece[];
  /** The pieces of an event that the stream ended in. */
  end(): ChatPiece[];
}

const MOST_QUOTED = 80;

/**
 * Makes a reader of the chat protocol's event stream: events of `data:` lines, ended by an empty line, each a JSON chunk with
 * `choices[0].delta.content`, the last one `[DONE]`. Comments and other fields are passed over, as the standard says.
 */
export function chatStream(): ChatStream {
  let rest = "";
  let data: string[] = [];

  function line(text: string, out: ChatPiece[]): void {
    if (text === "") {
      if (data.length > 0) out.push(...pieceOf(data.join("\n")));
      data = [];
    } else if (text.startsWith("data:")) data.push(text.slice(5).replace(/^ /, ""));
    else if (!/^(:|event|id|retry|[a-z]+:)/i.test(text))
      out.push({ kind: "malformed", detail: short(text) });
  }

  return {
    push(text) {
      const out: ChatPiece[] = [];
      const lines = (rest + text).split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? "";
      for (const one of lines) line(one, out);
      return out;
    },
    end() {
      const out: ChatPiece[] = [];
      if (rest) line(rest.replace(/\r$/, ""), out);
      line("", out);
      rest = "";
      return out;
    },
  };
}

/** The text of an answer that came whole instead of streamed; null where there is none. */
export function wholeAnswer(json: unknown): string | null {
  const content = field(field(first(field(json, "choices")), "message"), "content");
  return typeof content === "string" ? content : null;
}

/** What an error reply says of itself; null where it says nothing. */
export function errorDetail(json: unknown): string | null {
  const error = field(json, "error") ?? field(json, "detail") ?? field(json, "message");
  const detail = typeof error === "string" ? error : field(error, "message");
  return typeof detail === "string" && detail.trim() ? short(detail.trim(), 200) : null;
}

function pieceOf(data: string): ChatPiece[] {
  if (data.trim() === "[DONE]") return [{ kind: "done" }];
  let json: unknown;
  try {
    json = JSON.parse(data);
  } catch {
    return [{ kind: "malformed", detail: short(data) }];
  }
  if (field(json, "error") !== undefined && field(json, "error") !== null)
    return [{ kind: "error", detail: errorDetail(json) ?? short(data) }];
  const choices = field(json, "choices");
  if (!Array.isArray(choices)) return [{ kind: "malformed", detail: short(data) }];
  const text = field(field(choices[0], "delta"), "content");
  return typeof text === "string" && text !== "" ? [{ kind: "text", text }] : [];
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : undefined;
}

function short(text: string, most = MOST_QUOTED): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
