import { expect, test } from "vitest";
import { IngestService } from "./ingest-service.ts";

const sample = (id: number, epoch: number, more: object = {}) => ({
  id,
  epoch,
  input: [{ role: "user", content: `q${id}` }],
  target: "t",
  output: {
    model: "m",
    completion: "",
    choices: [
      { message: { role: "assistant", content: [{ type: "text", text: `a${id}${epoch}` }] } },
    ],
  },
  scores: {
    judge: { value: { care: id, wit: epoch === 1 ? "C" : "I" }, explanation: "so" },
    match: { value: epoch % 2 === 1 },
  },
  ...more,
});
const log = (...samples: object[]) =>
  new File(
    [
      JSON.stringify({
        version: 2,
        status: "success",
        results: { scores: [{ name: "judge" }] },
        samples,
      }),
    ],
    "log.json",
  );

async function shown(file: File) {
  const preview = await new IngestService().read([file]);
  if (!preview.ok)
    return { problems: preview.problems.map(({ code, severity }) => [code, severity]) };
  return {
    rows: preview.rows,
    layout: preview.layout,
    columns: Object.fromEntries(
      preview.columns.map((c) => [c.name, c.summary?.mean ?? c.examples[0]]),
    ),
    problems: preview.problems.map(({ code, severity }) => [code, severity]),
  };
}

test("an Inspect log gives what the model wrote and every number of every scorer; epochs are answers to one prompt", async () => {
  const read = await shown(log(sample(1, 1), sample(1, 2), sample(3, 1), sample(3, 2)));
  expect(read).toMatchObject({
    rows: 4,
    layout: "inspect",
    columns: { prompt: "q1", response: "a11", "judge.care": 2, "judge.wit": 0.5, match: 0.5 },
    problems: [],
  });
});

test("what was written last is the answer where a log has no output", async () => {
  const messages = [
    { role: "user", content: "q" },
    { role: "assistant", content: "first" },
    { role: "tool", content: "x" },
    { role: "assistant", content: "last" },
  ];
  const read = await shown(log(sample(1, 1, { output: null, messages }), sample(2, 1)));
  expect(read.columns?.response).toBe("last");
});

test("a log of a single sample opens with a word that one answer cannot be weighed", async () => {
  const read = await shown(log(sample(1, 1)));
  expect(read).toMatchObject({ rows: 1, problems: [["too-few-rows", "warning"]] });
});
