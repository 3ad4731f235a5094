import { afterAll, expect, test } from "vitest";
import {
  EMBED_PROTOCOL,
  type FrameMessage,
  type PageRequest,
} from "../../share/embed/embed-messages.ts";
import { decodeLink } from "../../share/link/link.ts";
import { eventually } from "../../testing/eventually.ts";
import { endWorkers, startedPage } from "../testing/started-page.ts";
import { hostEmbed } from "./embed-host.ts";

afterAll(endWorkers);

function embedded() {
  const application = startedPage();
  const messages: FrameMessage[] = [];
  let say: (data: unknown) => void = () => undefined;
  let see: (isSeen: boolean) => void = () => undefined;
  hostEmbed(application, {
    tell: (message) => messages.push(structuredClone(message)),
    hear: (listener) => {
      say = listener;
    },
    onSight: (listener) => {
      see = listener;
    },
  });
  let id = 0;
  const ask = (request: PageRequest) => {
    const requestId = ++id;
    say(structuredClone({ protocol: EMBED_PROTOCOL, id: requestId, ...request }));
    return eventually(() => {
      const reply = messages.find((m) => m.type === "reply" && m.id === requestId);
      if (reply?.type !== "reply") throw new Error("no reply yet");
      return reply;
    });
  };
  const targets = () => application.stores.document.getState().document.values;
  return { ...application, ask, say, see: (isSeen: boolean) => see(isSeen), messages, targets };
}

async function report(app: ReturnType<typeof embedded>) {
  const reply = await app.ask({ type: "read-report" });
  if (!reply.ok || !reply.report) throw new Error("no report");
  return reply.report;
}

const table = (...rewards: number[]) => ({
  name: "mine",
  columns: [
    { id: "a", rewards: Float64Array.from(rewards) },
    { id: "b", rewards: Float32Array.from(rewards, (x) => -x) },
  ],
});

test("a page sets levels in several ways and reads the answer to exactly them", async () => {
  const app = embedded();
  expect(app.messages).toEqual([{ type: "ready" }]);
  const first = await report(app);
  expect(first).toMatchObject({ status: "aligned", rows: 2312, of: "palette", certificate: null });
  const levels = {
    humor: 1.25,
    "gpt2-helpful": "q60",
    diversity: "out",
    coherence: "hold",
  } as const;
  expect(await app.ask({ type: "set-palette", palette: levels })).toMatchObject({ ok: true });
  const { values } = await report(app);
  const byId = Object.fromEntries(values.map((v) => [v.id, v]));
  expect(byId.humor).toMatchObject({ participation: "target", target: 1.25 });
  expect(byId.humor.level).toBeCloseTo(1.25, 6);
  expect(byId.humor.lambda).toBeGreaterThan(0);
  expect(byId["gpt2-helpful"].target).toBeLessThan(first.values[1].target ?? 0);
  expect(byId.diversity).toMatchObject({ participation: "out", target: null });
  expect(byId.coherence.target).toBe(byId.coherence.baseline);
});

test("a palette that cannot be is proved so, and the levels are those of the closest safe mix", async () => {
  const app = embedded();
  await app.ask({ type: "set-palette", palette: { humor: "q100", "gpt2-helpful": "q100" } });
  const reading = await report(app);
  expect(reading).toMatchObject({ status: "infeasible", verdict: "out-of-reach" });
  expect(reading.of).toBe("closest-safe-mix");
  expect(reading.conflict.length).toBeGreaterThan(0);
  expect(reading.certificate?.bound).toBeLessThan(reading.certificate?.asked ?? 0);
});

test("what is wrong is answered, and nothing changes", async () => {
  const app = embedded();
  await report(app);
  const before = app.targets();
  expect(await app.ask({ type: "set-palette", palette: { humour: 2 } })).toMatchObject({
    ok: false,
    problem: expect.stringContaining('there is no value "humour"; there are: humor, '),
  });
  expect(await app.ask({ type: "set-palette", palette: "#p=1.%%%" })).toMatchObject({ ok: false });
  expect(await app.ask({ type: "load-data", table: table(1, Number.NaN) })).toMatchObject({
    ok: false,
    problem: "row 2, column a: expected a finite number, found NaN",
  });
  expect(app.targets()).toBe(before);
});

test("rows of the page's own replace the sample, and what is asked after them is asked of them", async () => {
  const app = embedded();
  const rows = Array.from({ length: 200 }, (_, i) => Math.sin(i));
  const prompts = Int32Array.from(rows, (_, i) => 900 - Math.floor(i / 2));
  void app.ask({ type: "load-data", table: { ...table(...rows), prompts } });
  await app.ask({ type: "set-palette", palette: { a: 0.2, b: "out" } });
  const { rows: count, values } = await report(app);
  expect(count).toBe(200);
  expect(values.map(({ id, target }) => [id, target])).toEqual([
    ["a", 0.2],
    ["b", null],
  ]);
  expect(app.stores.session.getState().data?.groups).toEqual({
    prompts: 100,
    single: 0,
    median: 2,
  });
});

test("nothing is told unasked; changes and reports are, once they are subscribed to", async () => {
  const app = embedded();
  await report(app);
  app.stores.document.getState().setTarget("humor", 1);
  await report(app);
  expect(app.messages.filter((m) => m.type === "change" || m.type === "report")).toEqual([]);
  await app.ask({ type: "subscribe", to: ["change", "report"] });
  for (let k = 0; k < 20; k++) app.stores.document.getState().setTarget("humor", 1 + k / 100);
  await eventually(() => {
    const last = app.messages.findLast((m) => m.type === "report");
    expect(last?.type === "report" && last.report.values[0].target).toBe(1.19);
  });
  const changesSoFar = () => app.messages.flatMap((m) => (m.type === "change" ? [m] : []));
  await eventually(() => expect(changesSoFar().at(-1)?.values.humor.target).toBe(1.19));
  const changes = changesSoFar();
  expect(changes.length).toBeLessThan(5);
  const link = decodeLink(changes.at(-1)?.hash ?? "");
  expect(link.ok && link.document.values.humor.target).toBe(1.19);
});

test("out of sight a palette is kept for later, and set once it is seen or its report is wanted", async () => {
  const app = embedded();
  await report(app);
  const before = app.targets();
  app.see(false);
  await app.ask({ type: "set-palette", palette: { humor: 0.9 } });
  await app.ask({ type: "set-palette", palette: { diversity: "out" } });
  expect(app.targets()).toBe(before);
  app.see(true);
  expect(app.targets().humor.target).toBe(0.9);
  expect(app.targets().diversity.participation).toBe("out");
  app.see(false);
  await app.ask({ type: "set-palette", palette: { humor: 1.1 } });
  expect((await report(app)).values[0].target).toBe(1.1);
});

test("what is not of the protocol is not even answered", async () => {
  const app = embedded();
  await report(app);
  const count = app.messages.length;
  app.say({ type: "webpackOk" });
  app.say("hello");
  app.say({ protocol: EMBED_PROTOCOL, type: "read-report" });
  await report(app);
  expect(app.messages.length).toBe(count + 1);
});

test("a report is posted once the exact answer to the palette as it stands is there, not before", async () => {
  const app = embedded();
  await report(app);
  await app.ask({ type: "subscribe", to: ["report"] });
  const { session } = app.stores;
  const { answer, answered } = session.getState();
  if (!answer || !answered) throw new Error("no answer");
  const reports = () => app.messages.filter((m) => m.type === "report").length;
  session.setState({ answer: { ...answer, isCoarse: true } });
  expect(reports()).toBe(0);
  session.setState({ answer: { ...answer }, isAnswering: true });
  expect(reports()).toBe(0);
  const other = { ...answered, targets: answered.targets.map(() => null) };
  session.setState({ answer: { ...answer }, answered: other, isAnswering: false });
  expect(reports()).toBe(0);
  session.setState({ answer: { ...answer }, answered });
  expect(reports()).toBe(1);
});

test("of many tables only the newest is loaded", async () => {
  const app = embedded();
  await report(app);
  const numbers = Array.from({ length: 50 }, (_, i) => Math.sin(i));
  const first = app.ask({ type: "load-data", table: table(...numbers) });
  const others = Array.from({ length: 20 }, (_, k) =>
    app.ask({ type: "load-data", table: table(...numbers, k, 1) }),
  );
  const replies = await Promise.all([first, ...others]);
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  expect(replies.at(-1)).toMatchObject({ ok: true });
  expect(replies[3]).toMatchObject({ ok: false, problem: "newer rows took their place" });
  expect((await report(app)).rows).toBe(52);
});

test.each([1e308, -1e308])("a level of %j is refused in words", async (level) => {
  const app = embedded();
  await report(app);
  const before = app.targets();
  const reply = await app.ask({ type: "set-palette", palette: { humor: level } });
  expect(reply).toMatchObject({ ok: false });
  expect(!reply.ok && reply.problem).toContain("palette: humor: expected a target from");
  expect(app.targets()).toBe(before);
});
