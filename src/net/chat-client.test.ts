import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { handClock } from "../core/testing/hand-clock.ts";
import {
  begin,
  type ChatServer,
  chatServer,
  chunk,
  refusing,
  streamed,
} from "../engine/testing/chat-server.ts";
import { eventually } from "../testing/eventually.ts";
import { askChat, type ChatOptions, chatAddress } from "./chat-client.ts";
import { openGate } from "./gate.ts";

const KEY = "sk-not-for-anyone";
const MESSAGES = [{ role: "user", content: "May I?" }] as const;
const gate = openGate("http://localhost/", { isOnline: () => true });
let server: ChatServer;
beforeAll(async () => {
  server = await chatServer();
});
afterAll(() => server.stop());

const ask = (options: ChatOptions = {}, address = server.address) =>
  askChat(gate, { address, model: "small", key: KEY }, MESSAGES, { pause: 5, ...options });

describe("a language model at an address that speaks the chat protocol", () => {
  test("streams its answer; the request holds model, messages and key", async () => {
    server.reply(streamed("Dear “friend”", ", naïve ", "one."));
    const seen: string[] = [];
    const outcome = await ask({ onText: (text) => seen.push(text) });
    expect(outcome).toEqual({ ok: true, text: "Dear “friend”, naïve one.", isCut: false });
    expect(seen[seen.length - 1]).toBe("Dear “friend”, naïve one.");
    expect(server.asked).toEqual([
      {
        method: "POST",
        path: "/v1/chat/completions",
        key: `Bearer ${KEY}`,
        body: { model: "small", stream: true, messages: MESSAGES },
      },
    ]);
  });

  test("an address on this machine needs no http://", async () => {
    server.reply(streamed("Here."));
    expect(await ask({}, server.address.replace("http://", ""))).toEqual({
      ok: true,
      text: "Here.",
      isCut: false,
    });
  });

  test("a server that does not stream is read all the same; one without a key gets none", async () => {
    server.reply((response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ choices: [{ message: { content: "Whole." } }] }));
    });
    const endpoint = { address: `${server.address}/api/v1/`, model: "small", key: "" };
    expect(await askChat(gate, endpoint, MESSAGES)).toEqual({
      ok: true,
      text: "Whole.",
      isCut: false,
    });
    expect(server.asked[0]).toMatchObject({ path: "/api/v1/chat/completions", key: null });
  });

  test("is called off in mid-stream, at once, and keeps what had arrived", async () => {
    server.reply((response) => {
      begin(response);
      response.write(chunk("So far "));
    });
    const control = new AbortController();
    const outcome = await ask({ signal: control.signal, onText: () => control.abort() });
    expect(outcome).toEqual({ ok: false, reason: "cancelled", text: "So far " });
    await eventually(() => expect(server.abandoned()).toBe(1));
  });

  test("401 is told at once, in the server's words without the key", async () => {
    server.reply(refusing(401, `Incorrect API key provided: ${KEY}.`));
    expect(await ask()).toEqual({
      ok: false,
      reason: "unauthorised",
      status: 401,
      text: "",
      detail: "Incorrect API key provided: ….",
    });
    expect(server.asked.length).toBe(1);
  });

  test("429 waits as long as the server asks, then tries again", async () => {
    server.reply(refusing(429, "slow down", { "retry-after": "0.05" }), streamed("Now."));
    const waits: number[] = [];
    const clock = handClock();
    const asking = ask({ clock, onWait: (ms) => waits.push(ms) });
    await eventually(() => expect(waits).toEqual([50]));
    expect(server.asked.length).toBe(1);
    clock.pass(50);
    expect(await asking).toEqual({ ok: true, text: "Now.", isCut: false });
    expect(server.asked.length).toBe(2);
  });

  test("429 that asks for a pause nobody sits through is told; a date is understood", async () => {
    const later = new Date("2999-01-01").toUTCString();
    server.reply(refusing(429, "quota used up", { "retry-after": later }));
    expect(await ask()).toMatchObject({
      ok: false,
      reason: "rate-limited",
      detail: "quota used up",
    });
    expect(server.asked.length).toBe(1);
  });

  test("the pause before another try is called off", async () => {
    server.reply(refusing(429, "slow down", { "retry-after": "30" }));
    const control = new AbortController();
    const outcome = await ask({ signal: control.signal, onWait: () => control.abort() });
    expect(outcome).toEqual({ ok: false, reason: "cancelled", text: "" });
  });

  test("500 is tried three times more with growing pauses, then told", async () => {
    server.reply(refusing(500, "out of memory"));
    const waits: number[] = [];
    expect(await ask({ onWait: (ms) => waits.push(ms) })).toEqual({
      ok: false,
      reason: "server-error",
      status: 500,
      text: "",
      detail: "out of memory",
    });
    expect(waits).toEqual([5, 10, 20]);
    expect(server.asked.length).toBe(4);
  });

  test("404 and other refusals are told at once", async () => {
    server.reply(refusing(404, "no such model"));
    expect(await ask()).toMatchObject({ reason: "not-found", detail: "no such model" });
    server.reply(refusing(400, "too long"));
    expect(await ask()).toMatchObject({ reason: "refused", status: 400 });
    expect(server.asked.length).toBe(1);
  });

  test("a malformed chunk ends it and keeps what had arrived", async () => {
    server.reply((response) => {
      begin(response);
      response.write(chunk("Good "));
      response.end("data: {broken\n\n");
    });
    expect(await ask()).toEqual({
      ok: false,
      reason: "malformed",
      text: "Good ",
      detail: "{broken",
    });
  });

  test("a page instead of an answer is malformed", async () => {
    server.reply((response) => response.writeHead(200).end("<html>hello</html>"));
    expect(await ask()).toMatchObject({ reason: "malformed" });
    server.reply((response) => {
      begin(response);
      response.end();
    });
    expect(await ask()).toMatchObject({ reason: "malformed" });
  });

  test("a key is trimmed", async () => {
    server.reply(streamed("Yes."));
    const endpoint = { address: server.address, model: "small", key: `  ${KEY}\n` };
    expect(await askChat(gate, endpoint, MESSAGES)).toMatchObject({ ok: true });
    expect(server.asked[0].key).toBe(`Bearer ${KEY}`);
  });

  test("the usual pauses are a minimum, whatever the server asks for", async () => {
    server.reply(refusing(429, "slow down", { "retry-after": "-5" }));
    const waits: number[] = [];
    expect(await ask({ onWait: (ms) => waits.push(ms) })).toMatchObject({ reason: "rate-limited" });
    expect(waits).toEqual([5, 10, 20]);
  });

  test("a server that hangs, before or within its answer, is told as silent", async () => {
    const clock = handClock();
    server.reply(() => undefined);
    const first = ask({ clock, silence: 60 });
    await eventually(() => expect(server.asked.length).toBe(1));
    clock.pass(60);
    expect(await first).toEqual({ ok: false, reason: "silent", text: "" });
    server.reply((response) => {
      begin(response);
      response.write(chunk("Half"));
    });
    const second = await ask({ clock, silence: 60, onText: () => clock.pass(60) });
    expect(second).toEqual({ ok: false, reason: "silent", text: "Half" });
  });

  test("a connection that breaks off keeps what had arrived", async () => {
    let breakOff: () => unknown = () => undefined;
    server.reply((response) => {
      begin(response);
      response.write(chunk("Half"));
      breakOff = () => response.destroy();
    });
    const outcome = await ask({ onText: () => breakOff() });
    expect(outcome).toEqual({ ok: false, reason: "broken-off", text: "Half" });
  });

  test("nobody there, no address, a key that no header can hold", async () => {
    const free = await freePort();
    expect(await ask({}, `http://127.0.0.1:${free}`)).toMatchObject({ reason: "unreachable" });
    expect(await ask({}, "my server")).toMatchObject({ reason: "no-address" });
    const endpoint = { address: server.address, model: "small", key: "schlüssel" };
    expect(await askChat(gate, endpoint, MESSAGES)).toMatchObject({ reason: "bad-key" });
  });

  test.each([
    ["https://host", "https://host/v1/chat/completions"],
    ["https://host/v1/", "https://host/v1/chat/completions"],
    ["https://host/api", "https://host/api/chat/completions"],
    ["https://host/v1/chat/completions?x=1#y", "https://host/v1/chat/completions?x=1"],
  ])("%s is asked at %s", (typed, asked) => {
    expect(chatAddress(new URL(typed)).href).toBe(asked);
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
