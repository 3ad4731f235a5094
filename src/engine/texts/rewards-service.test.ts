import { describe, expect, test } from "vitest";
import { packTexts } from "../../core/rows/packed-texts.ts";
import { demonstrationTexts } from "../../rewards/demonstration.ts";
import { RewardsService } from "./rewards-service.ts";

const statements = (await demonstrationTexts()).filter((t) => t.value !== "authority");
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const LABELLED = new File(
  [
    "text,value,judgement\n",
    ...statements.map(
      (t) => `${quoted(t.text)},${t.value},${t.follows ? "positive" : "negative"}\n`,
    ),
  ],
  "labelled.csv",
);

async function trained(service: RewardsService, source: "demonstration" | "files") {
  const outcome = await service.train(source, { repeats: 0 });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.model;
}

describe("the rewards service", () => {
  test("trains on a file what it trains on the same texts of the demonstration", async () => {
    const service = new RewardsService();
    const preview = await service.read([LABELLED]);
    expect(preview).toMatchObject({ ok: true, layout: "labelled", skipped: 0 });
    if (!preview.ok) throw new Error("refused");
    expect(preview.values[0]).toEqual({ value: "care", follows: 110, violates: 110, torn: 0 });
    const own = await trained(service, "files");
    const demonstration = await trained(service, "demonstration");
    expect(own.classifiers.map((c) => c.value)).toEqual([
      "care",
      "fairness",
      "loyalty",
      "sanctity",
    ]);
    expect(own.classifiers[0]).toEqual(demonstration.classifiers[0]);
  });

  test("takes labels for something else on request", async () => {
    const service = new RewardsService();
    await service.read([LABELLED]);
    const turned = await service.relabel(
      new Map([
        ["positive", 0],
        ["negative", null],
      ]),
    );
    expect(turned.ok && turned.values[0]).toEqual({
      value: "care",
      follows: 0,
      violates: 110,
      torn: 0,
    });
  });

  test("joins texts and labels that come in two files", async () => {
    const lines = (line: (k: number) => string) => Array.from({ length: 12 }, (_, k) => line(k));
    const premises = ["Argument ID\tPremise", ...lines((k) => `A${k}\tShe shared it ${k}`)];
    const labels = [
      "Argument ID\tThought\tAction\tCaring",
      ...lines((k) => `A${k}\t${k % 2}\t${(k + 1) % 2}\t${k < 6 ? 1 : 0}`),
    ];
    const read = await new RewardsService().read([
      new File([premises.join("\n")], "arguments.tsv"),
      new File([labels.join("\n")], "labels.tsv"),
    ]);
    expect(read).toMatchObject({ ok: true, layout: "many-labels" });
    expect(read.ok && read.values.map(({ value }) => value).sort()).toEqual([
      "Action",
      "Caring",
      "Thought",
    ]);
  });

  test("scores texts into a column per value", async () => {
    const service = new RewardsService();
    const model = await trained(service, "demonstration");
    const shares: number[] = [];
    const columns = await service.score(
      { measures: [], model },
      packTexts(["She comforted him.", ""]),
      (share) => shares.push(share),
    );
    expect(columns).toHaveLength(5);
    expect(columns[0].scores[0]).toBeGreaterThan(columns[0].scores[1]);
  });

  test("says of a file without labels, and of one that is no table, what is missing", async () => {
    const service = new RewardsService();
    expect(await service.read([new File(["humor,cost\n1,2\n3,4"], "scores.csv")])).toMatchObject({
      ok: false,
      about: "labels",
      problems: [{ code: "no-labelled-columns" }],
    });
    expect(await service.read([new File([""], "empty.csv")])).toMatchObject({
      ok: false,
      about: "file",
      problems: [{ code: "empty-file" }],
    });
  });

  test("reads Social Chemistry as tab-separated text", async () => {
    const service = new RewardsService();
    const rows = Array.from({ length: 24 }, (_, i) =>
      [
        "dearabby",
        "care-harm|fairness-cheating",
        `${i % 2 ? "helping" : "hurting"} neighbour ${i}, "kindly"`,
        i % 2 ? 1 : -2,
      ].join("\t"),
    );
    const head = ["area", "rot-moral-foundations", "action", "action-moral-judgment"].join("\t");
    const file = new File([[head, ...rows].join("\n")], "social-chem-101.v1.0.tsv");
    expect(await service.read([file])).toEqual({
      ok: true,
      layout: "social-chemistry",
      labels: [],
      skipped: 0,
      values: ["care", "fairness"].map((value) => ({ value, follows: 12, violates: 12, torn: 0 })),
    });
  });
});
