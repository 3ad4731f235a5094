import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What one request to the server was. */
interface Asked {
  readonly method: string;
  readonly path: string;
  readonly key: string | null;
  readonly body: { model: string; stream: boolean; messages: { role: string; content: string }[] };
}

/** How a request is answered. */
export type Reply = (response: ServerResponse, asked: Asked) => unknown;

/** A server on this machine that speaks the chat protocol, for tests. */
export interface ChatServer {
  readonly address: string;
  readonly asked: readonly Asked[];
  /** Connections that the other side closed before the answer was over. */
  abandoned(): number;
  /** Sets the replies to the next requests; the last one is used for all that follow. */
  reply(...replies: Reply[]): void;
  stop(): Promise<void>;
}

/** One chunk of the protocol. */
export function chunk(content: string): string {
  return `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content } }] })}\n\n`;
}

/** Streams pieces of an answer. */
export function streamed(...pieces: string[]): Reply {
  return (response) => {
    begin(response);
    for (const piece of pieces) response.write(chunk(piece));
    response.end("data: [DONE]\n\n");
  };
}

/** Starts an event stream. */
export function begin(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
}

/** Refuses with a status and an error in the protocol's words. */
export function refusing(status: number, message: string, headers: object = {}): Reply {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify({ error: { message } }));
  };
}

/** Starts a server on a free port of this machine. */
export async function chatServer(): Promise<ChatServer> {
  const asked: Asked[] = [];
  let replies: Reply[] = [streamed("Yes.")];
  let abandoned = 0;
  const server = createServer(async (request, response) => {
    response.on("close", () => {
      if (!response.writableFinished) abandoned++;
    });
    const one = await read(request);
    asked.push(one);
    const reply = replies.length > 1 ? (replies.shift() as Reply) : replies[0];
    await reply(response, one);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    abandoned: () => abandoned,
    reply(...next) {
      replies = next;
      asked.length = 0;
      abandoned = 0;
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function read(request: IncomingMessage): Promise<Asked> {
  let text = "";
  for await (const part of request) text += part;
  return {
    method: request.method ?? "",
    path: request.url ?? "",
    key: request.headers.authorization ?? null,
    body: JSON.parse(text || "{}"),
  };
}
