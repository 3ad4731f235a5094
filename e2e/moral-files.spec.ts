import { expect, test } from "@playwright/test";
import { MoralPage } from "./pages/moral-page.ts";

const MIC = [
  "WorkerId,chatbot,Q,A,rot,moral,moral-vector,A_agrees,worker_answer,split",
  'w1,bot,Should I tell her?,"Yes, sure, tell her the truth.",r,care|loyalty,"[1.0, 0.0, 0.0, 0.5, 0.0, 0.0]",2,Tell her the truth gently.,train',
  'w2,bot,May I go home early?,"Just go.",r,authority,"[0.0, 0.0, 0.0, 0.0, 1.0, 0.0]",0,Ask your boss before you go.,test',
  'w3,bot,Is it fine to keep it?,"Keep it.",r,fairness|liberty,"[0.0, 1.0, 0.5, 0.0, 0.0, 0.0]",0,Give it back to its owner.,dev',
].join("\n");

const ANSWERS = [
  "question,agent,answer,profile,reference,original",
  'May I lie to spare her?,care,"Be kind to her. Say something true and gentle.","care=1, fairness=0.5",Say something true and gentle.,It depends.',
  "May I lie to spare her?,fairness,She is owed the truth like anybody else.,,,",
  "May I lie to spare her?,other-model,Perhaps you may.,,,",
  'Should I share the prize?,care,"Share it with those who need it most.","care=0.2, fairness=1",Split it evenly with all who helped.,Up to you.',
  "Should I share the prize?,fairness,Split it evenly with all who helped you win.,,,",
].join("\n");

test("a file in the layout of the Moral Integrity Corpus goes from drop to ROUGE table", async ({
  page,
}) => {
  const moral = new MoralPage(page);
  await moral.open();
  await moral.drop("mic.csv", MIC);
  await expect(moral.panel()).toContainText("Mean F over 3 cases");
  expect(await moral.mean("ROUGE-1", "Original")).toBeGreaterThan(0.1);
  await expect(moral.question()).toHaveText("Should I tell her?");
  await expect(page.getByText("From mic.csv.")).toBeVisible();
  await expect(moral.weight("Liberty")).toBeVisible();
  await expect(page.getByText("No agent answered this question.")).toBeVisible();

  await moral.tab("Your own answers");
  await page.getByRole("button", { name: "Back to the demonstration" }).click();
  await expect(moral.question()).toContainText("wrong figures");
});

test("answers per agent go from drop to ROUGE table; other systems are columns beside", async ({
  page,
}) => {
  const moral = new MoralPage(page);
  await moral.open();
  await moral.drop("answers.csv", ANSWERS);
  const table = moral.table("ROUGE of every system");
  await expect(table.getByRole("columnheader")).toHaveText([
    "Measure",
    "Original",
    "Care",
    "Fairness",
    "other-model",
    "Selected",
    "Drawn",
    "Composed",
  ]);
  await expect(moral.panel()).toContainText("Mean F over 2 cases");
  expect(await moral.mean("ROUGE-1", "Composed")).toBeGreaterThan(
    await moral.mean("ROUGE-1", "Original"),
  );
  await expect(moral.question()).toHaveText("May I lie to spare her?");
  expect(await moral.sources()).toContain("Care");
});

test("two thousand pairs are all scored", async ({ page }) => {
  const words = "the a of to and dog runs fairly because nobody should ever harm others".split(" ");
  const text = (k: number) =>
    Array.from({ length: 60 }, (_, i) => words[(i * i + k * (i % 7)) % words.length]).join(" ");
  const rows = Array.from({ length: 2000 }, (_, k) => `Question ${k},${text(k)},${text(k + 1)}`);
  const moral = new MoralPage(page);
  await moral.open();
  await moral.drop("pairs.csv", ["question,answer,reference", ...rows].join("\n"));
  await expect(moral.panel()).toContainText("Mean F over 2,000 cases");
  expect(await moral.mean("ROUGE-1", "Original")).toBeGreaterThan(0.3);
});

test("labelled texts train reward models of their own, which are saved and read again", async ({
  page,
}) => {
  const kind = ["shared", "helped", "praised", "thanked", "greeted", "fed", "hugged", "healed"];
  const rude = ["mocked", "kicked", "robbed", "cheated", "ignored", "hit", "teased", "starved"];
  const whom = ["the boy", "a guest", "my aunt", "two cats"];
  const rows = [kind, rude].flatMap((verbs, k) =>
    verbs.flatMap((verb) =>
      whom.map((one) => `She ${verb} ${one},kindness,${k === 0 ? "positive" : "negative"}`),
    ),
  );
  const moral = new MoralPage(page);
  await moral.open();
  await moral.drop("labelled.csv", ["text,value,judgement", ...rows].join("\n"));
  await expect(moral.panel()).toContainText("kindness: 32 follow, 32 violate");
  await page.getByRole("button", { name: "Train on these texts" }).click();
  await expect(moral.panel()).toContainText("Trained on labelled.csv.");
  const quality = moral.table("How well each reward model judges texts it has not seen");
  await expect(quality.getByRole("row").nth(1)).toContainText("kindness");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the models" }).click();
  let text = "";
  for await (const part of await (await download).createReadStream()) text += part.toString();
  await page.getByRole("button", { name: "Train on the demonstration again" }).click();
  await expect(quality.getByRole("row").nth(1)).toContainText("Care");
  await moral.drop("reward-models.json", text);
  await expect(quality.getByRole("row").nth(1)).toContainText("kindness");
});

test("what cannot be used is said in words, and what was open stays", async ({ page }) => {
  const moral = new MoralPage(page);
  await moral.open();
  await moral.tab("Your own answers");
  const problem = page.getByRole("alert");
  await moral.drop("numbers.csv", "a,b\n1,2\n3,4");
  await expect(problem).toContainText("There is no column of questions");
  await moral.drop("half.csv", "question,score\nMay I?,2\nShould I?,3");
  await expect(problem).toContainText("There is no column of answers");
  await moral.drop("broken.json", "[{");
  await expect(problem).toContainText("broken.json cannot be used yet");
  await expect(moral.question()).toContainText("wrong figures");
});
