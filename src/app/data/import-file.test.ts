import { describe, expect, test, vi } from "vitest";
import type { IngestClient } from "../../engine/connections.ts";
import type { IngestApi, Service } from "../../engine/contract.ts";
import { IngestService } from "../../engine/files/ingest-service.ts";
import { directClient } from "../../engine/testing/direct-client.ts";
import { openGate } from "../../net/gate.ts";
import type { ImportState } from "../../panels/data/import-store.ts";
import { eventually } from "../../testing/eventually.ts";
import { fileImport as joined } from "./import-file.ts";
import type { NewData } from "./new-data.ts";

function client(
  over: Partial<Service<IngestApi>> = {},
  more: Partial<IngestClient> = {},
): IngestClient {
  const service = new IngestService();
  const direct: Service<IngestApi> = {
    read: (files, choices, onProgress) => service.read(files, choices, onProgress),
    map: async (mapping) => service.map(mapping),
    texts: async (column) => service.texts(column),
    addScores: async (scores) => service.addScores(scores),
    ...over,
  };
  return directClient(direct, more);
}

/** The import behind a gate to a site that answers as told. */
function fileImport(
  reader: IngestClient,
  open: (data: NewData) => Promise<boolean>,
  answer: typeof fetch = async () => new Response(null, { status: 404 }),
  wanted: Parameters<typeof joined>[3] = () => null,
) {
  const isOnline = () => true;
  const gate = openGate("https://palette.example/", { fetch: answer, isOnline });
  const hold = () => undefined;
  return joined({ client: reader, hold, holdScores: hold }, open, gate, wanted);
}

const GOOD = new File(["humor,cost\n1,2\n3,4\n5,\n"], "good.csv");

describe("a file on its way in", () => {
  test("is previewed with what would be left out, and opened as it was mapped", async () => {
    const open = vi.fn(async () => true);
    const files = fileImport(client(), open);
    await files.read([GOOD]);
    const preview = files.store.getState();
    if (preview.phase !== "preview" || !preview.result?.ok) throw new Error("no preview");
    expect(preview.result.data).toMatchObject({ rows: 2, dropped: 1 });
    await files.map(
      preview.mapping.map((m) => (m.column === "cost" ? { ...m, use: "ignore" as const } : m)),
    );
    expect(await files.use()).toBe(true);
    expect(open).toHaveBeenCalledWith({
      rows: expect.objectContaining({
        kind: "columns",
        columns: [{ id: "humor", lowerIsBetter: false, rewards: Float64Array.of(1, 3, 5) }],
      }),
      source: { kind: "file", name: "good.csv", fingerprint: expect.any(String) },
      dropped: 0,
      texts: { prompts: null, responses: null },
    });
    expect(files.store.getState().phase).toBe("idle");
  });

  test("can be gone through again once it is used, with its columns as they were", async () => {
    const open = vi.fn(async (_: NewData) => true);
    const cancel = vi.fn();
    const files = fileImport(client({}, { cancel }), open);
    await files.edit();
    expect(files.store.getState().phase).toBe("idle");
    await files.read([GOOD]);
    const preview = files.store.getState();
    if (preview.phase !== "preview") throw new Error("no preview");
    const turned = preview.mapping.map((m) => ({ ...m, lowerIsBetter: m.column === "cost" }));
    await files.map(turned);
    await files.use();
    const { source } = open.mock.calls[0][0];
    expect(files.used.getState()).toEqual({
      fingerprint: source.kind === "file" && source.fingerprint,
    });
    cancel.mockClear();
    await files.edit();
    expect(files.store.getState()).toMatchObject({ phase: "preview", mapping: turned });
    expect(cancel).not.toHaveBeenCalled();
    // Put away, it has to be read again, and is used as before.
    files.discard();
    await files.edit();
    expect(files.store.getState()).toMatchObject({ phase: "preview", mapping: turned });
    expect(await files.use()).toBe(true);
    expect(open).toHaveBeenCalledTimes(2);
    expect(open.mock.calls[1][0].source).toEqual(source);
  });

  test("goes the way up or down that a waiting link has, and keeps it in its source", async () => {
    const open = vi.fn(async () => true);
    const wanted = {
      kind: "file",
      name: "x.csv",
      fingerprint: "0",
      lowerIsBetter: ["cost"],
    } as const;
    const files = fileImport(client(), open, undefined, () => wanted);
    await files.read([GOOD]);
    await files.use();
    expect(open).toHaveBeenCalledWith(
      expect.objectContaining({
        rows: expect.objectContaining({
          columns: [
            expect.objectContaining({ id: "humor", lowerIsBetter: false }),
            expect.objectContaining({ id: "cost", lowerIsBetter: true }),
          ],
        }),
        source: expect.objectContaining({ lowerIsBetter: ["cost"] }),
      }),
    );
  });

  test("that is refused names its problems and opens nothing", async () => {
    const open = vi.fn(async () => true);
    const files = fileImport(client(), open);
    await files.read([new File([""], "empty.json")]);
    expect(files.store.getState()).toMatchObject({
      phase: "refused",
      name: "empty.json",
      problems: [{ code: "empty-file" }],
    });
    expect(await files.use()).toBe(false);
    expect(open).not.toHaveBeenCalled();
  });

  test("stays in the preview when its rows cannot be opened", async () => {
    const files = fileImport(client(), async () => false);
    await files.read([GOOD]);
    expect(await files.use()).toBe(false);
    expect(files.store.getState().phase).toBe("preview");
  });

  test("gives way to a newer one, even if the older one answers last", async () => {
    let answerOld = (): void => undefined;
    const service = new IngestService();
    const files = fileImport(
      client({
        read: (chosen, choices, onProgress) =>
          chosen[0].size > 25
            ? new Promise((resolve) => {
                answerOld = () => resolve({ ok: false, problems: [] });
              })
            : service.read(chosen, choices, onProgress),
        map: async (mapping) => service.map(mapping),
      }),
      async () => true,
    );
    const old = files.read([new File(["humor,cost\n1,2\n3,4\n5,6\n7,8\n"], "old.csv")]);
    await eventually(() =>
      expect(files.store.getState()).toMatchObject({ phase: "reading", name: "old.csv" }),
    );
    await files.read([GOOD]);
    answerOld();
    await old;
    expect(files.store.getState()).toMatchObject({ phase: "preview", name: "good.csv" });
  });

  test("that takes the worker down is told as such", async () => {
    const files = fileImport(
      client({}, { run: async () => ({ ok: false, stopped: "crashed" }) }),
      async () => true,
    );
    await files.read([GOOD]);
    expect(files.store.getState()).toEqual({
      phase: "crashed",
      name: "good.csv",
      why: "crashed",
      choices: {},
    });
  });

  test("is put away on request", async () => {
    const cancel = vi.fn();
    const files = fileImport(client({}, { cancel }), async () => true);
    await files.read([GOOD]);
    files.discard();
    expect(cancel).toHaveBeenCalled();
    expect(files.store.getState().phase).toBe("idle");
  });
});

describe("a file from an address", () => {
  const csv = async () =>
    new Response("humor,cost\n1,2\n3,4\n5,\n", { headers: { "content-length": "20" } });

  test("goes the same way as one that was dropped", async () => {
    const dropped = fileImport(client(), async () => true);
    await dropped.read([new File(["humor,cost\n1,2\n3,4\n5,\n"], "good.csv")]);
    const files = fileImport(client(), async () => true, csv);
    const phases: string[] = [];
    files.store.subscribe(({ phase }) => phases.at(-1) === phase || phases.push(phase));
    await files.fetchFrom("data.example/good.csv");
    expect(phases).toEqual(["fetching", "reading", "preview"]);
    expect(files.store.getState()).toEqual(dropped.store.getState());
  });

  test.each<[string, typeof fetch, Partial<Extract<ImportState, { phase: "unfetched" }>>]>([
    ["two words", csv, { address: "two words", problem: { reason: "no-address", host: "" } }],
    [
      "data.example/gone.csv",
      async () => new Response(null, { status: 404 }),
      {
        address: "https://data.example/gone.csv",
        problem: { reason: "status", status: 404, host: "data.example" },
      },
    ],
  ])("“%s” that gives none says why", async (address, answer, expected) => {
    const files = fileImport(client(), async () => true, answer);
    await files.fetchFrom(address);
    expect(files.store.getState()).toEqual({ phase: "unfetched", ...expected });
  });

  test("is cancelled by another file, and by putting it away", async () => {
    const hanging: typeof fetch = (_, init) =>
      new Promise((_, reject) =>
        init?.signal?.addEventListener("abort", () => reject(init.signal)),
      );
    const files = fileImport(client(), async () => true, hanging);
    const first = files.fetchFrom("data.example/a.csv");
    await files.read([GOOD]);
    await first;
    expect(files.store.getState()).toMatchObject({ phase: "preview", name: "good.csv" });
    const second = files.fetchFrom("data.example/b.csv");
    expect(files.store.getState()).toMatchObject({ phase: "fetching", name: "b.csv" });
    files.discard();
    await second;
    expect(files.store.getState()).toEqual({ phase: "idle" });
  });
});
