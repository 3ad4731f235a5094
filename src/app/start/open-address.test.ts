import { afterAll, expect, test, vi } from "vitest";
import { endWorkers, startedPage } from "../testing/started-page.ts";
import { openAddress } from "./open-address.ts";
import type { Application } from "./start.ts";

afterAll(endWorkers);

const ADDRESS = new URL("https://data.example/answers.csv");

/** An application whose files come to this outcome. */
function arriving(phases: readonly string[], isUsed: boolean) {
  const { stores, open, files } = startedPage();
  const left = [...phases];
  const next = vi.fn(async () => {
    files.store.setState({ phase: left.shift() } as never, true);
  });
  const application: Pick<Application, "files" | "open" | "stores"> = {
    stores,
    open: vi.fn(open),
    files: { ...files, fetchFrom: next, readAgain: vi.fn(next), use: async () => isUsed },
  };
  return application;
}

test("a file that is read is opened as it is; of a very large one a sample", async () => {
  const application = arriving(["asking", "preview"], true);
  await openAddress(application, ADDRESS);
  expect(application.files.fetchFrom).toHaveBeenCalledWith(ADDRESS.href);
  expect(application.files.readAgain).toHaveBeenCalledWith({
    sample: { rows: 200_000, seed: 1 },
  });
  expect(application.open).not.toHaveBeenCalled();
  expect(application.stores.session.getState().notices).toEqual([]);
});

test.each(["unfetched", "refused", "crashed"])(
  "one that is %s is told, and a sample takes its place",
  async (phase) => {
    const application = arriving([phase], false);
    await openAddress(application, ADDRESS);
    expect(application.stores.session.getState().notices).toMatchObject([
      { kind: "data-unread", detail: ADDRESS.href },
    ]);
    expect(application.stores.session.getState().data?.rows).toBe(2312);
    expect(application.files.store.getState()).toEqual({ phase: "idle" });
  },
);
