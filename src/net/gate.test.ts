import { describe, expect, test, vi } from "vitest";
import { openGate } from "./gate.ts";

const PAGE = "https://palette.example/app/?embed#p=1";
const isOnline = () => true;
const answering = (response: () => Response = () => new Response("a,b\n")) =>
  vi.fn<typeof fetch>(async () => response());

describe("the gate", () => {
  test.each([
    "https://data.example/answers.csv",
    "https://palette.example.evil.example/answers.csv",
    "http://palette.example/answers.csv",
    "https://palette.example:8443/answers.csv",
    "//data.example/answers.csv",
  ])("refuses %s, whose origin nobody typed, and asks nothing", async (address) => {
    const ask = answering();
    const gate = openGate(PAGE, { fetch: ask, isOnline });
    expect(await gate.request(address)).toEqual({ ok: false, reason: "not-typed" });
    expect(ask).not.toHaveBeenCalled();
  });

  test("lets an origin through once it was typed, and only that one", async () => {
    const ask = answering();
    const gate = openGate(PAGE, { fetch: ask, isOnline });
    expect(gate.admit("https://data.example/a.csv")).toMatchObject({ ok: true });
    expect(await gate.request("https://data.example/other/b.csv")).toMatchObject({ ok: true });
    expect(await gate.request("https://more.data.example/a.csv")).toMatchObject({ ok: false });
    expect(ask).toHaveBeenCalledTimes(1);
  });

  test("knows the page's own origin", async () => {
    const ask = answering();
    const gate = openGate(PAGE, { fetch: ask, isOnline });
    expect(await gate.request("model/config.json")).toMatchObject({ ok: true });
    expect(String(ask.mock.calls[0][0])).toBe("https://palette.example/app/model/config.json");
  });

  test("sends no cookie and no referrer, keeps nothing in the cache, follows no redirect", async () => {
    const ask = answering();
    const gate = openGate(PAGE, { fetch: ask, isOnline });
    gate.admit("https://data.example/");
    const forced = { credentials: "include", redirect: "follow" } as object;
    await gate.request("https://data.example/", { method: "POST", body: "{}", ...forced });
    expect(ask.mock.calls[0][1]).toEqual({
      method: "POST",
      body: "{}",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      redirect: "manual",
    });
  });

  test.each<[string, RegExp | string]>([
    ["https://data.example/a.csv", "https://data.example/a.csv"],
    ["  data.example/a.csv ", "https://data.example/a.csv"],
    ["http://localhost:8000/a.csv", "http://localhost:8000/a.csv"],
    ["http://127.0.0.1:8000/a.csv", "http://127.0.0.1:8000/a.csv"],
    ["", "no-address"],
    ["two words", "no-address"],
    ["file:///etc/passwd", "no-address"],
    ["javascript:alert(1)", "no-address"],
    ["data:text/csv,a", "no-address"],
    ["https://name:secret@data.example/a.csv", "no-address"],
    ["https://", "no-address"],
    ["http://data.example/a.csv", "insecure"],
  ])("reads “%s”", (typed, expected) => {
    const read = openGate(PAGE, { isOnline }).admit(typed);
    expect(read.ok ? read.url.href : read.reason).toBe(expected);
  });

  test("tells a redirect, an absent site, no network and a cancelled request apart", async () => {
    const reasonOf = async (ask: typeof fetch, online = true, signal?: AbortSignal) => {
      const gate = openGate(PAGE, { fetch: ask, isOnline: () => online });
      gate.admit("https://data.example/");
      const reply = await gate.request("https://data.example/", signal ? { signal } : {});
      return reply.ok ? reply.response.status : reply.reason;
    };
    const failing = async () => {
      throw new TypeError("Failed to fetch");
    };
    const away = () => new Response(null, { status: 302, headers: { location: "https://x.y/" } });
    expect(await reasonOf(answering(away))).toBe("redirected");
    expect(await reasonOf(answering(() => new Response("", { status: 404 })))).toBe(404);
    expect(await reasonOf(failing)).toBe("unreachable");
    expect(await reasonOf(failing, false)).toBe("offline");
    expect(await reasonOf(failing, true, AbortSignal.abort())).toBe("cancelled");
  });
});

test("inside a page of another origin no site but the own is asked", async () => {
  const asked: string[] = [];
  const gate = openGate("https://values.example/app/", {
    isFramed: true,
    fetch: async (address) => {
      asked.push(String(address));
      return new Response("");
    },
  });
  expect(gate.admit("https://models.example/v1")).toEqual({ ok: false, reason: "framed" });
  expect(gate.admit("http://localhost:11434")).toEqual({ ok: false, reason: "framed" });
  expect(await gate.request("https://models.example/v1")).toMatchObject({ ok: false });
  expect(await gate.request("./data.csv")).toMatchObject({ ok: true });
  expect(asked).toEqual(["https://values.example/app/data.csv"]);
});
