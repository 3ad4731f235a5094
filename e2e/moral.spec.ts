import { expect, test } from "@playwright/test";
import { MoralPage } from "./pages/moral-page.ts";
import { PalettePage } from "./pages/palette-page.ts";

test("from the first visit, with the network off: profile, agents, aggregate, ROUGE", async ({
  page,
  context,
}) => {
  const strangers: string[] = [];
  page.on("request", (request) => {
    if (!/^(http:\/\/127\.0\.0\.1:|blob:|data:)/.test(request.url())) strangers.push(request.url());
  });
  const moral = new MoralPage(page);
  await moral.open();
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);

  await expect(moral.question()).toContainText("wrong figures");
  expect(await moral.sources()).toContain("Care");
  await moral.person("Traditionalist");
  await expect(moral.weight("Authority")).toHaveValue("1");
  await expect.poll(() => moral.sources()).toContain("Authority");
  expect(await moral.sources()).toContain("Loyalty");
  await moral.method("Selected");
  await expect.poll(async () => (await moral.sources()).length).toBe(1);
  await moral.method("Drawn");
  await expect.poll(async () => (await moral.sources()).length).toBe(1);
  await moral.method("Composed");
  await page.getByRole("button", { name: "Next question" }).click();
  await expect(moral.question()).toContainText("My father is eighty");

  const agents = moral.table("Original and agent, per value");
  await expect(agents.getByRole("row")).toHaveCount(6);
  await expect(agents.getByRole("row").filter({ hasText: "Care" })).toContainText(
    "74.70 % → 96.74 %",
  );

  await moral.tab("Reward models");
  const quality = moral.table("How well each reward model judges texts it has not seen");
  await expect(quality.getByRole("row").nth(5)).toContainText("±");
  for (const row of (await quality.getByRole("row").allInnerTexts()).slice(1)) {
    const auc = Number(row.split("\t")[3].split(" ")[0]);
    expect(auc).toBeGreaterThan(0.75);
  }

  await moral.tab("Evaluation");
  await moral.table("ROUGE of every system").waitFor();
  const composed = await moral.mean("ROUGE-1", "Composed");
  expect(composed).toBeGreaterThan(await moral.mean("ROUGE-1", "Original"));
  await expect(moral.panel()).toContainText("Mean F over 96 cases");
  await expect(moral.panel()).toContainText("Stemming is on");
  await page.getByRole("checkbox", { name: "Count word stems" }).uncheck();
  await expect(moral.panel()).toContainText("Stemming is off");
  await expect.poll(() => moral.mean("ROUGE-1", "Composed")).toBeLessThan(composed);
  await page.getByRole("combobox", { name: "References of" }).selectOption("Protector");
  await expect(moral.panel()).toContainText("Mean F over 48 cases");

  const first = page.getByRole("button", { name: /^A colleague sent a client/ });
  await first.click();
  await expect(moral.panel().locator("mark").first()).toBeVisible();
  await first.click();
  await expect(moral.panel().locator("mark")).toHaveCount(0);
  expect(strangers).toEqual([]);
});

test("a profile sets the palette and a palette shows its profile, whichever page one is on", async ({
  page,
}) => {
  const moral = new MoralPage(page);
  const palette = new PalettePage(page);
  await moral.open();
  await moral.tab("As a palette");
  await moral.panel().getByText("Use as palette", { exact: true }).click();
  await palette.settled();
  await expect(palette.slider("care")).toBeVisible();
  const drift = await palette.drift();
  expect(drift).toBeGreaterThan(0.1);

  await moral.visit();
  await expect(moral.panel()).toContainText(`drifts ${drift.toFixed(2)} nats`);
  await expect(moral.number("Fairness")).toHaveValue("0.80");
  await moral.number("Fairness").fill("0.2");
  await moral.number("Fairness").press("Enter");
  await expect(moral.panel()).not.toContainText(`drifts ${drift.toFixed(2)} nats`);
  await page.getByRole("button", { name: "Show the palette" }).click();
  await palette.settled();
  expect(await palette.drift()).toBeLessThan(drift);

  await palette.preset(/^loyalty alone/i);
  await palette.settled();
  await moral.visit();
  await expect(moral.number("Loyalty")).toHaveValue("1.00");
  await expect(moral.number("Care")).toHaveValue("0.00");
});
