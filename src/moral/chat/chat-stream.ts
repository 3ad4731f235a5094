/** What a piece of a streamed chat answer held. */
export type ChatPiece =
  | { readonly kind: "text"; readonly text: string }
  /** Something that the model thinks before it answers. */
  | { readonly kind: "thought" }
  /** The model has ended: with a whole answer, or because it may say no more (`isCut`). */
  | { readonly kind: "done"; readonly isCut: boolean }
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

/** What a reply held that came whole instead of streamed; null where it is not in the protocol. */
export function wholeAnswer(json: unknown): ChatPiece[] | null {
  const choices = field(json, "choices");
  if (!Array.isArray(choices)) return null;
  return piecesOf(first(choices), "message");
}

/** What an error reply says of itself; null where it says nothing. */
export function errorDetail(json: unknown): string | null {
  const error = field(json, "error") ?? field(json, "detail") ?? field(json, "message");
  const detail = typeof error === "string" ? error : field(error, "message");
  return typeof detail === "string" && detail.trim() ? short(detail.trim(), 200) : null;
}

function pieceOf(data: string): ChatPiece[] {
  if (data.trim() === "[DONE]") return [{ kind: "done", isCut: false }];
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
  return piecesOf(choices[0], "delta");
}

/** What a choice holds, in whichever field its text stands. */
function piecesOf(choice: unknown, where: "delta" | "message"): ChatPiece[] {
  const said = field(choice, where);
  const text = textOf(field(said, "content"));
  const isThinking = THOUGHTS.some((name) => textOf(field(said, name)) !== "");
  const end = field(choice, "finish_reason");
  return [
    ...(isThinking ? [{ kind: "thought" } as const] : []),
    ...(text ? [{ kind: "text", text } as const] : []),
    ...(typeof end === "string" ? [{ kind: "done", isCut: CUT.has(end) } as const] : []),
  ];
}

/** A text as it stands, or as a list of parts. */
function textOf(content: unknown): string {
  if (typeof content === "string") return content;
  return Array.isArray(content) ? content.map((part) => textOf(field(part, "text"))).join("") : "";
}

/** What ends an answer before its end. */
const CUT: ReadonlySet<string> = new Set(["length", "content_filter"]);
/** Where servers put what a model thinks. */
const THOUGHTS = ["reasoning_content", "reasoning", "thinking"] as const;

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
