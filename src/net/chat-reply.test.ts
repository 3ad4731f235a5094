import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { begin, type ChatServer, chatServer, chunk } from "../engine/testing/chat-server.ts";
import { eventually } from "../testing/eventually.ts";
import { askChat } from "./chat-client.ts";
import { openGate } from "./gate.ts";

const MESSAGES = [{ role: "user", content: "May I?" }] as const;
const gate = openGate("http://localhost/", { isOnline: () => true });
let server: ChatServer;
beforeAll(async () => {
  server = await chatServer();
});
afterAll(() => server.stop());

const ask = () => askChat(gate, { address: server.address, model: "small", key: "" }, MESSAGES);

describe("a reply of a language model", () => {
  test("a stream without its end mark, or that reached a limit, is an answer that was cut", async () => {
    const ended = (end: string) =>
      server.reply((response) => {
        begin(response);
        response.write(chunk("Half"));
        response.end(end);
      });
    const stop = (reason: string) =>
      `data: ${JSON.stringify({ choices: [{ delta: {}, finish_reason: reason }] })}\n\n`;
    for (const [end, isCut] of [
      ["", true],
      [stop("length"), true],
      [stop("content_filter"), true],
      [stop("stop"), false],
      ["data: [DONE]\n\n", false],
    ] as const) {
      ended(end);
      expect(await ask()).toEqual({ ok: true, text: "Half", isCut });
    }
  });

  test.each([
    ["an empty text", [{ message: { content: "" }, finish_reason: "stop" }], "empty"],
    ["no text", [{ message: { content: null } }], "empty"],
    ["no choices", [], "empty"],
    ["thoughts alone", [{ message: { content: "", reasoning_content: "Hm." } }], "only-thoughts"],
  ])("%s is called what it is", async (_, choices, reason) => {
    server.reply((response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ choices }));
    });
    expect(await ask()).toEqual({ ok: false, reason, text: "" });
  });

  test("a list of parts is read; a limit marks it as cut; a torn reply is told as such", async () => {
    const parts = [
      { type: "text", text: "One. " },
      { type: "text", text: "Two." },
    ];
    const whole = JSON.stringify({
      choices: [{ message: { content: parts }, finish_reason: "length" }],
    });
    server.reply((response) => response.writeHead(200).end(whole));
    expect(await ask()).toEqual({ ok: true, text: "One. Two.", isCut: true });
    server.reply((response) => response.writeHead(200).end(whole.slice(0, 40)));
    expect(await ask()).toEqual({ ok: false, reason: "torn", text: "" });
  });

  test("thoughts that are streamed without an answer are told as such", async () => {
    server.reply((response) => {
      begin(response);
      response.write(`data: ${JSON.stringify({ choices: [{ delta: { reasoning: "Hm" } }] })}\n\n`);
      response.end("data: [DONE]\n\n");
    });
    expect(await ask()).toEqual({ ok: false, reason: "only-thoughts", text: "" });
  });

  test("an endless stream is read up to a limit, and what was read is kept", async () => {
    const piece = "x".repeat(10_000);
    server.reply((response) => {
      begin(response);
      const more = () => {
        if (response.destroyed) return;
        response.write(chunk(piece));
        setImmediate(more);
      };
      more();
    });
    const outcome = await ask();
    expect(outcome).toMatchObject({ ok: false, reason: "too-long" });
    expect(outcome.text.length).toBeGreaterThan(200_000);
    expect(outcome.text.length).toBeLessThan(400_000);
    await eventually(() => expect(server.abandoned()).toBe(1));
  });

  test("a whole reply beyond the limit is not read to its end", async () => {
    server.reply((response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ choices: [{ message: { content: "x".repeat(300_000) } }] }));
    });
    expect(await ask()).toMatchObject({ ok: false, reason: "too-long" });
  });
});
