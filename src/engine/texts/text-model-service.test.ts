import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { packTexts } from "../../core/rows/packed-texts.ts";
import type { ModelProgress } from "../text-model-contract.ts";
import { placeFrom } from "./model-files.ts";
import { type LoadClassifier, TextModelService } from "./text-model-service.ts";

const CONFIG = '{"id2label":{"1":"kind","0":"unkind"}}';
const OWN = "http://127.0.0.1/";
const TEXTS = packTexts(Array.from({ length: 20 }, (_, j) => "x".repeat(j)));

/** Files as a folder gives them. */
function folder(files: Record<string, string>) {
  return {
    kind: "folder" as const,
    files: Object.entries(files).map(([path, text]) => {
      const file = new File([text], path.split("/").at(-1) ?? "");
      Object.defineProperty(file, "webkitRelativePath", { value: path });
      return file;
    }),
  };
}

const TONE = folder({
  "tone/config.json": CONFIG,
  "tone/onnx/model_quantized.onnx": "8 bits",
  "tone/onnx/model.onnx": "32 bits",
  "tone/deeper/config.json": "{}",
});

const classify: LoadClassifier = async () => async (texts) =>
  texts.map((text) => [
    { label: "kind", score: text.length / 100 },
    { label: "unkind", score: 1 - text.length / 100 },
  ]);

describe("a model in a folder", () => {
  test("names its labels by their numbers", async () => {
    const service = new TextModelService(classify, OWN);
    expect(await service.labels(TONE)).toEqual({ ok: true, labels: ["unkind", "kind"] });
  });

  test("scores every text once per batch, in order, for the labels that are wanted", async () => {
    const calls = vi.fn();
    const told: ModelProgress[] = [];
    const service = new TextModelService(async (...asked) => {
      const run = await classify(...asked);
      return (texts) => {
        calls(texts.length);
        return run(texts);
      };
    }, OWN);
    const scores = await service.score(TONE, ["kind", "unkind"], TEXTS, (news) => told.push(news));
    if (!scores.ok) throw new Error(JSON.stringify(scores));
    expect(scores.columns.map((c) => [c.kind, c.name])).toEqual([
      ["model", "kind"],
      ["model", "unkind"],
    ]);
    expect(scores.columns[0].scores[7]).toBeCloseTo(0.07, 12);
    expect(scores.columns[1].scores[19]).toBeCloseTo(0.81, 12);
    expect(calls.mock.calls).toEqual([[8], [8], [4]]);
    expect(told.at(-1)).toEqual({ stage: "scoring", share: 1 });
  });

  test("hands its own files to the runtime, the lighter weights first", async () => {
    const opened: string[] = [];
    const load: LoadClassifier = async (open, weights, onProgress) => {
      for (const path of ["config.json", "onnx/model_quantized.onnx", "nowhere.json"])
        opened.push(`${path} ${(await open(path)).status}`);
      opened.push(weights);
      onProgress(1);
      return classify(open, weights, onProgress);
    };
    await new TextModelService(load, OWN).score(TONE, ["kind"], TEXTS);
    expect(opened).toEqual([
      "config.json 200",
      "onnx/model_quantized.onnx 200",
      "nowhere.json 404",
      "q8",
    ]);
  });

  test.each([
    ["without a configuration", folder({ "a/readme.md": "" }), "model-not-found", "config.json"],
    [
      "of another kind",
      folder({ "config.json": '{"model_type":"gpt2"}' }),
      "not-a-text-model",
      "config.json",
    ],
    [
      "with a broken configuration",
      folder({ "config.json": "{" }),
      "not-a-text-model",
      "config.json",
    ],
    ["without weights", folder({ "config.json": CONFIG }), "model-not-found", "onnx/model.onnx"],
  ])("%s is a problem, not an exception", async (_, place, code, detail) => {
    const service = new TextModelService(classify, OWN);
    expect(await service.score(place, ["kind"], TEXTS)).toEqual({
      ok: false,
      problem: { code, severity: "error", detail },
    });
  });

  test("that fails midway is a problem, not an exception", async () => {
    const service = new TextModelService(
      async () => async () => {
        throw new Error("out of memory");
      },
      OWN,
    );
    expect(await service.score(TONE, ["kind"], TEXTS)).toMatchObject({
      problem: { code: "model-failed", detail: "out of memory" },
    });
  });
});

describe("a model at an address", () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const known: Record<string, string> = {
      "/models/tone/config.json": CONFIG,
      "/models/tone/onnx/model.onnx": "32 bits",
    };
    const body = known[request.url ?? ""];
    if (request.url?.startsWith("/moved")) response.writeHead(302, { location: "/models" }).end();
    else if (body) response.end(body);
    else response.writeHead(404, { "content-type": "text/html" }).end("not here");
  });
  let origin = "";
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  test("is read from below that address alone", async () => {
    const load = vi.fn(classify);
    const service = new TextModelService(load, OWN);
    const place = { kind: "address", address: `${origin}/models/tone` } as const;
    expect((await service.score(place, ["kind"], TEXTS)).ok).toBe(true);
    expect(load.mock.calls[0][1]).toBe("fp32");
    expect(asked.every((url) => url.startsWith("/models/tone/"))).toBe(true);
  });

  test("may be a path from the page", () => {
    const at = (address: string) =>
      placeFrom("https://a.example/app/", { kind: "address", address });
    expect(at("/models/tone")).toEqual({
      kind: "address",
      address: "https://a.example/models/tone",
    });
    expect(at("./tone")).toEqual({ kind: "address", address: "https://a.example/app/tone" });
    expect(at("https://b.example/tone")).toEqual({
      kind: "address",
      address: "https://b.example/tone",
    });
  });

  test.each([
    ["that is none", "not an address", "model-unreachable", "no-address"],
    ["where nobody answers", "http://127.0.0.1:9/tone", "model-unreachable", "unreachable"],
    ["that sends elsewhere", "/moved", "model-unreachable", "redirected"],
    ["where no model is", "/models/other", "model-not-found", "config.json"],
  ])("%s is told in plain words", async (_, address, code, detail) => {
    const service = new TextModelService(classify, OWN);
    const place = { kind: "address" as const, address: address.replace(/^\//, `${origin}/`) };
    expect(await service.labels(place)).toEqual({
      ok: false,
      problem: { code, severity: "error", detail },
    });
  });
});

test("without an engine for models that is what is said, before anything is asked", async () => {
  const service = new TextModelService(null, OWN);
  const said = { ok: false, problem: { code: "no-model-engine", severity: "error" } };
  expect(await service.labels(TONE)).toEqual(said);
  expect(await service.score(TONE, ["kind"], TEXTS)).toEqual(said);
});
