// @vitest-environment happy-dom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { useNewest } from "./use-newest.ts";

afterEach(cleanup);

/** Questions on their way, by their key. */
function questions() {
  const asked: string[] = [];
  const open = new Map<string, { reply(text: string | null): void; fail(): void }>();
  const ask = (key: string) => () => {
    asked.push(key);
    return new Promise<string | null>((resolve, reject) =>
      open.set(key, { reply: resolve, fail: () => reject(new Error("no")) }),
    );
  };
  const { result, rerender, unmount } = renderHook(
    ({ key }: { key: string | null }) => useNewest(key, ask(key ?? "")),
    { initialProps: { key: "a" as string | null } },
  );
  const reply = (key: string, text: string | null) => act(async () => open.get(key)?.reply(text));
  const fail = (key: string) => act(async () => open.get(key)?.fail());
  const want = (key: string | null) => rerender({ key });
  return { asked, result, want, unmount, reply, fail };
}

test("one question is on its way at a time, and of those that wait only the newest is asked", async () => {
  const { asked, result, want, reply } = questions();
  expect(result.current).toEqual({ reply: null, status: "waiting" });
  for (const key of ["b", "c", "d"]) want(key);
  expect(asked).toEqual(["a"]);
  await reply("a", "to a");
  expect(asked).toEqual(["a", "d"]);
  expect(result.current).toEqual({ reply: "to a", status: "waiting" });
  await reply("d", "to d");
  expect(result.current).toEqual({ reply: "to d", status: "ready" });
  want("d");
  expect(asked).toEqual(["a", "d"]);
});

test("a question that is rejected has failed, and the next one is asked", async () => {
  const { asked, result, want, reply, fail } = questions();
  await reply("a", "to a");
  want("b");
  await fail("b");
  expect(result.current).toEqual({ reply: null, status: "failed" });
  want("c");
  expect(asked).toEqual(["a", "b", "c"]);
  await reply("c", "to c");
  expect(result.current).toEqual({ reply: "to c", status: "ready" });
});

test("one that is rejected while another waits does not hold that one up", async () => {
  const { asked, result, want, reply, fail } = questions();
  want("b");
  await fail("a");
  expect(asked).toEqual(["a", "b"]);
  expect(result.current.status).toBe("waiting");
  await reply("b", "to b");
  expect(result.current).toEqual({ reply: "to b", status: "ready" });
});

test("a reply that came to nothing is none, and without a question there is none", async () => {
  const { result, want, reply } = questions();
  await reply("a", "to a");
  want("b");
  await reply("b", null);
  expect(result.current).toEqual({ reply: null, status: "ready" });
  want("c");
  want(null);
  expect(result.current).toEqual({ reply: null, status: "idle" });
  await reply("c", "late");
  expect(result.current).toEqual({ reply: null, status: "idle" });
});

test("what closes asks nothing more, and lets late replies fall", async () => {
  const { asked, result, want, unmount, reply } = questions();
  want("b");
  unmount();
  await reply("a", "late");
  expect(asked).toEqual(["a"]);
  expect(result.current).toEqual({ reply: null, status: "waiting" });
});
