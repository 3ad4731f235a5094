import { afterAll, beforeAll, expect, test } from "vitest";
import {
  begin,
  type ChatServer,
  chatServer,
  chunk,
  refusing,
  streamed,
} from "../../engine/testing/chat-server.ts";
import type { SetSummary } from "../../moral/questions/question-desk.ts";
import { openGate } from "../../net/gate.ts";
import { createMoralStore, type MoralState, writtenKey } from "../../state/moral-store.ts";
import { moralWriter } from "./moral-writer.ts";

let server: ChatServer;
beforeAll(async () => {
  server = await chatServer();
});
afterAll(() => server.stop());

const ASKED = [{ role: "user", content: "May I?" }] as const;
const set = (fingerprint: string) => ({ fingerprint }) as SetSummary;

function started() {
  const store = createMoralStore();
  const gate = openGate("http://localhost/", { isOnline: () => true });
  const writer = moralWriter(gate, store);
  store.setState({
    set: set("a"),
    endpoint: { address: server.address, model: "small", key: "" },
  });
  const shown = () => store.getState().written.get(writtenKey(store.getState())) ?? [];
  const texts = () => shown().map(({ text }) => text);
  const jobs = (count: number, word = "question") =>
    Array.from({ length: count }, (_, place) => ({
      place,
      messages: async () => [{ role: "user" as const, content: `${word} ${place}` }],
    }));
  const generated = () => [...store.getState().generated].map(([place, { text }]) => [place, text]);
  return { store, writer, shown, texts, jobs, generated };
}

const go = (
  writer: ReturnType<typeof moralWriter>,
  { store }: { store: { setState(change: Partial<MoralState>): void } },
  question: number,
) => {
  store.setState({ question });
  writer.leaveQuestion();
};

test("an answer stays where writing it again is refused, and beside the one that came after", async () => {
  const { store, writer, texts, shown } = started();
  server.reply(streamed("First."));
  await writer.write(ASKED);
  expect(texts()).toEqual(["First."]);
  server.reply(refusing(401, "no"));
  await writer.write(ASKED);
  expect(texts()).toEqual(["First."]);
  expect(store.getState().writing).toMatchObject({
    phase: "failed",
    failure: { reason: "unauthorised" },
  });
  server.reply(streamed("Second."));
  await writer.write(ASKED);
  expect(texts()).toEqual(["Second.", "First."]);
  expect(store.getState().writing.phase).toBe("idle");
  writer.throwAway(shown()[0].id);
  expect(texts()).toEqual(["First."]);
});

test("an answer is there again after the next question and back, and after other questions and back", async () => {
  const page = started();
  const { store, writer, texts } = page;
  server.reply(streamed("First."));
  await writer.write(ASKED);
  go(writer, page, 1);
  expect(texts()).toEqual([]);
  go(writer, page, 0);
  expect(texts()).toEqual(["First."]);
  store.setState({ set: set("b") });
  expect(texts()).toEqual([]);
  store.setState({ set: set("a") });
  expect(texts()).toEqual(["First."]);
});

test("what had arrived when the next question was shown is kept with its own, marked as cut", async () => {
  const page = started();
  const { store, writer, shown } = page;
  server.reply((response) => {
    begin(response);
    response.write(chunk("Half"));
  });
  const unsubscribe = store.subscribe(({ writing }) => {
    if (writing.text !== "Half") return;
    unsubscribe();
    go(writer, page, 1);
  });
  await writer.write(ASKED);
  expect(store.getState().writing.phase).toBe("idle");
  expect(shown()).toEqual([]);
  go(writer, page, 0);
  expect(shown()).toMatchObject([{ text: "Half", isCut: true }]);
});

test("a round that broke off goes on from there, and asks anew what is asked in other words", async () => {
  const { store, writer, jobs, generated } = started();
  server.reply(streamed("A."), streamed("B."), refusing(401, "no"));
  await writer.writeAll(jobs(4));
  expect(generated()).toEqual([
    [0, "A."],
    [1, "B."],
  ]);
  expect(store.getState()).toMatchObject({
    series: null,
    seriesFailure: { reason: "unauthorised" },
  });
  server.reply(streamed("C."));
  await writer.writeAll(jobs(4));
  expect(server.asked.map(({ body }) => body.messages[0].content)).toEqual([
    "question 2",
    "question 3",
  ]);
  expect(generated().length).toBe(4);
  expect(store.getState().seriesFailure).toBeNull();
  server.reply(streamed("D."));
  await writer.writeAll(jobs(2, "other question"));
  expect(server.asked.length).toBe(2);
  expect(generated().slice(0, 2)).toEqual([
    [0, "D."],
    [1, "D."],
  ]);
});

test("an answer of a round that was cut is marked, and asked for again by the next round", async () => {
  const { store, writer, jobs } = started();
  server.reply((response) => {
    begin(response);
    response.end(chunk("Half"));
  });
  await writer.writeAll(jobs(1));
  expect(store.getState().generated.get(0)).toMatchObject({ text: "Half", isCut: true });
  server.reply(streamed("Whole."));
  await writer.writeAll(jobs(1));
  expect(store.getState().generated.get(0)).toMatchObject({ text: "Whole.", isCut: false });
});

test("the wait that a server asks for is told in a round too", async () => {
  const { store, writer, jobs } = started();
  server.reply(refusing(429, "slow down", { "retry-after": "30" }));
  const told: (number | null | undefined)[] = [];
  store.subscribe(({ series }) => {
    told.push(series?.wait);
    if (series?.wait) writer.stopAll();
  });
  await writer.writeAll(jobs(1));
  expect(told).toContain(30);
  expect(store.getState()).toMatchObject({ series: null, seriesFailure: null });
});

test("what was written in rounds comes back with its questions, until it is thrown away", async () => {
  const { writer, jobs, generated } = started();
  server.reply(streamed("A."));
  await writer.writeAll(jobs(1));
  writer.leaveSet("a", "b");
  expect(generated()).toEqual([]);
  writer.leaveSet("b", "a");
  expect(generated()).toEqual([[0, "A."]]);
  writer.throwAllAway();
  expect(generated()).toEqual([]);
});
