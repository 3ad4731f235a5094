import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How one request is answered; `body` is what was asked. */
export type Reply = (response: ServerResponse, body: string) => void;

/** A server on this machine that speaks the chat protocol to a page of another origin. */
export interface ChatServer {
  readonly address: string;
  /** Keys and bodies of the requests, in order. */
  readonly asked: { readonly key: string | undefined; readonly body: string }[];
  /** Replies to the next requests; the last one also to all that follow. */
  reply(...replies: Reply[]): void;
  /** Answers to connections that the page closed before they were over. */
  abandoned(): number;
  stop(): Promise<void>;
}

/** A piece of a streamed answer. */
export function chunk(content: string): string {
  return `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`;
}

/** A whole streamed answer. */
export function streamed(...pieces: string[]): Reply {
  return (response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    for (const piece of pieces) response.write(chunk(piece));
    response.end("data: [DONE]\n\n");
  };
}

/** Refuses with a status. */
export function refusing(status: number, message: string, headers: object = {}): Reply {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify({ error: { message } }));
  };
}

/** Starts one; without `allowed` it lets no page of another origin read its answers. */
export async function chatServer(allowed = true): Promise<ChatServer> {
  const asked: ChatServer["asked"] = [];
  let replies: Reply[] = [streamed("Yes.")];
  let abandoned = 0;
  const server = createServer(async (request, response) => {
    if (allowed) {
      response.setHeader("access-control-allow-origin", "*");
      response.setHeader("access-control-allow-headers", "authorization, content-type");
      response.setHeader("access-control-expose-headers", "retry-after");
    }
    if (request.method === "OPTIONS") return void response.writeHead(204).end();
    let body = "";
    for await (const part of request) body += part;
    asked.push({ key: request.headers.authorization, body });
    response.on("close", () => {
      if (!response.writableFinished) abandoned++;
    });
    const reply = replies.length > 1 ? (replies.shift() as Reply) : replies[0];
    reply(response, body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    reply: (...next) => {
      replies = next;
    },
    abandoned: () => abandoned,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
