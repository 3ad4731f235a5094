import { expect, test } from "@playwright/test";
import { violations } from "./pages/accessibility.ts";
import { AnalysisArea } from "./pages/analysis-area.ts";
import { DataPage } from "./pages/data-page.ts";
import { PalettePage } from "./pages/palette-page.ts";

/** Those that must be there; others may come. */
const TABS = [
  "Compare",
  "Trade-offs",
  "One by one",
  "Pairs",
  "Distributions",
  "Mixes",
  "Trust",
  "Answers",
];

test("every panel opens by keyboard, says something at once, and is fit for everyone", async ({
  page,
}) => {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  const palette = new PalettePage(page);
  const area = new AnalysisArea(page);
  await palette.open();
  await area.tab("Compare").focus();
  const names = await area.names();
  expect(names).toEqual(expect.arrayContaining(TABS));
  for (const name of names) {
    await expect(area.tab(name)).toHaveAttribute("aria-selected", "true");
    await expect(area.tab(name)).toBeFocused();
    await expect(area.panel()).not.toBeEmpty();
    await expect(area.panel().getByText(/Being worked out…|Opening/)).toHaveCount(0);
    expect(await violations(page, "#analyses"), name).toEqual([]);
    await page.keyboard.press("ArrowRight");
  }
  await expect(area.tab("Compare")).toBeFocused();
  expect(problems).toEqual([]);
});

test("three scenarios are named, compared with a reference, restored, deleted and brought back", async ({
  page,
}) => {
  const palette = new PalettePage(page);
  const area = new AnalysisArea(page);
  await palette.open();
  const drift = await palette.drift();
  await area.keep("gentle");
  await palette.preset(/^HHH 60/);
  await expect.poll(() => palette.drift()).not.toBe(drift);
  await area.keep("lighter");
  await palette.preset(/^HHH 80/);
  await area.keep("");
  await expect(area.scenario("gentle")).toContainText(drift.toFixed(2));
  await expect(area.scenario("A")).toBeVisible();

  await page.getByRole("checkbox", { name: "Compare the others with gentle" }).check();
  await expect(area.scenario("lighter")).toContainText(/−\d/);
  await area.choose("quantiles");
  await expect(area.scenario("gentle")).toContainText("%");
  await expect(page.getByRole("figure", { name: /as baseline quantiles/ })).toBeVisible();
  await expect(page.getByRole("figure", { name: /side by side/ })).toBeVisible();

  await page.getByRole("button", { name: "Move A up" }).click();
  await page.getByRole("button", { name: "Restore gentle" }).click();
  await expect.poll(() => palette.drift()).toBe(drift);
  const length = page.url().length - 20;
  await page.getByRole("button", { name: "Delete gentle" }).click();
  await expect(area.scenario("gentle")).toHaveCount(0);
  await expect.poll(() => page.url().length).toBeLessThan(length);
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(area.scenario("gentle")).toBeVisible();
  await expect.poll(() => page.url().length).toBeGreaterThan(length);

  await page.reload();
  await palette.headline().waitFor();
  await expect(area.scenario("gentle")).toBeVisible();
  await expect(area.scenario("lighter")).toContainText(/−\d/);
});

test("overall strength moves the palette along its ray: live, one step of undo, from today to the edge", async ({
  page,
}) => {
  const palette = new PalettePage(page);
  const area = new AnalysisArea(page);
  await palette.open();
  const [drift, humor] = [
    await palette.drift(),
    Number(await palette.slider("Humor").inputValue()),
  ];
  await expect(area.strength()).toBeEnabled();
  await area.strength().press("Home");
  await expect(palette.verdict()).toContainText("Already met");
  await area.strength().press("End");
  await expect.poll(() => palette.drift()).toBeGreaterThan(drift);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => palette.drift()).toBe(drift);
  expect(Number(await palette.slider("Humor").inputValue())).toBeCloseTo(humor, 9);

  const box = await area.strength().boundingBox();
  if (!box) throw new Error("invalid slider: strength");
  const share = await area
    .strength()
    .evaluate((e) => Number((e as HTMLInputElement).value) / Number((e as HTMLInputElement).max));
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 8 + (box.width - 16) * share, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.3, y, { steps: 12 });
  await page.mouse.up();
  await expect.poll(() => palette.drift()).toBeLessThan(drift / 2);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => palette.drift()).toBe(drift);
});

test("a front point shows its λ, and one click makes it the palette at that drift", async ({
  page,
}) => {
  const palette = new PalettePage(page);
  await palette.open();
  const fronts = page.getByRole("slider", { name: "Points of the drift contours" });
  await fronts.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowUp");
  for (let k = 0; k < 6; k++) await page.keyboard.press("ArrowRight");
  const said = (await fronts.getAttribute("aria-valuetext")) ?? "";
  expect(said).toMatch(/λ: .*(Humor|Harmlessness)/);
  const nats = Number(/^([\d.]+) nat/.exec(said)?.[1]);
  await page.keyboard.press("Enter");
  await expect.poll(async () => Math.abs((await palette.drift()) - nats)).toBeLessThan(0.02);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(async () => Math.abs((await palette.drift()) - nats)).toBeGreaterThan(0.02);
});

test("trade-offs, rounds, pairs and distributions show the palette as it stands", async ({
  page,
}) => {
  const palette = new PalettePage(page);
  const area = new AnalysisArea(page);
  await palette.open();
  await area.open("Trade-offs");
  const row = page.getByRole("row", { name: /raise Humor by 0\.1/ });
  await expect(row.getByRole("cell")).toHaveCount(6);
  await expect(row).toContainText("−0.");
  await expect(
    page.getByRole("row", { name: /^Humor .*(nats for \+0\.1|\+0\.1 is out of reach)/ }),
  ).toContainText("%");

  await area.open("One by one");
  await expect(page.getByRole("img", { name: /^Humor: from .* in 8 rounds/ })).toBeVisible();
  await area.choose("prices λ");
  await expect(page.getByRole("img", { name: /^Humor: from 0/ })).toBeVisible();

  await area.open("Pairs");
  const cell = page.getByRole("button", { name: "Show Helpfulness and Diversity large" });
  await cell.click();
  await expect(page.getByRole("combobox", { name: "Value across" })).toHaveValue("gpt2-helpful");

  await area.open("Distributions");
  await expect(area.panel()).toContainText(/beats one of today’s in \d+\s% of draws/);
  await area.panel().getByRole("radio", { name: "cumulative" }).check({ force: true });
  await page.getByRole("combobox", { name: "Value", exact: true }).selectOption("Fluency");
  await expect(page.getByRole("figure", { name: "Distribution of Fluency" })).toBeVisible();
});

test("mixes: a cloud, λ space in two and three values, and a formula of one's own that is not better", async ({
  page,
}) => {
  const palette = new PalettePage(page);
  const area = new AnalysisArea(page);
  await palette.open();
  await area.open("Mixes");
  await expect(page.getByRole("figure", { name: /Random mixes: Humor/ })).toBeVisible();
  await area.choose("λ space");
  await expect(page.getByText(/of these mixes leave no value below today/)).toBeVisible();
  await area.choose("three values");
  await expect(page.getByRole("figure", { name: /^λ space: .*, .*, / })).toBeVisible();
  await area.choose("Linear is enough");
  const formula = page.getByRole("textbox", { name: "Your own formula" });
  await formula.fill("min(humor, ");
  await expect(page.getByText(/At place \d+ a number/)).toBeVisible();
  await formula.fill('min(humor, "gpt2-harmless")');
  const own = page.getByRole("img", { name: /^your formula, × 2/ });
  const said = (await own.getAttribute("aria-label")) ?? "";
  const [mixed, linear] = [...said.matchAll(/([\d.]+) nats/g)].map((found) => Number(found[1]));
  expect(linear).toBeLessThanOrEqual(mixed);
});

test("the verdict says what unseen answers reach, and leads to intervals and the forecast", async ({
  page,
}) => {
  const palette = new PalettePage(page);
  const area = new AnalysisArea(page);
  await palette.open();
  await expect(page.getByRole("region", { name: "Verdict" })).toContainText(
    /On answers it has not seen, \w+ reaches −?[\d.]+ ± [\d.]+; the target was −?[\d.]+\./,
  );
  await page.getByRole("button", { name: "How far to trust this" }).click();
  await expect(area.tab("Trust")).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("figure", { name: /90 % intervals/ }).first()).toBeVisible();
  await expect(
    page.getByText(/^(Checked by drawing the answers|Drawn) anew 100 times/),
  ).toBeVisible();
  await expect(page.getByRole("figure", { name: /one of k answers/ })).toBeVisible();
  await expect(page.getByRole("table", { name: "On answers it has not seen" })).toContainText("±");
});

test("answers are read, searched and scrolled; prompts can count by themselves", async ({
  page,
}) => {
  const rows = Array.from({ length: 4000 }, (_, j) => ({
    prompt: `question ${Math.floor(j / 4)}`,
    response: j === 1234 ? "the needle" : `answer ${j}`,
    kindness: Math.sin(j * 1.7) * 2,
    wit: Math.cos(j * 2.3) + Math.sin(j * 0.37),
  }));
  const palette = new PalettePage(page);
  const area = new AnalysisArea(page);
  await palette.open();
  await area.open("Answers");
  await expect(area.panel()).toContainText("numbers only, no answers to read");
  const data = new DataPage(page);
  await data.open();
  await data.choose("answers.json", JSON.stringify(rows));
  await data.useAnswers();
  await palette.headline().waitFor();
  await expect(area.panel()).toContainText("4,000 of 4,000 answers");
  const list = page.getByRole("list", { name: /Answers by how much/ });
  await expect(list.getByRole("listitem").first()).toContainText("× ");
  expect(await list.getByRole("listitem").count()).toBeLessThan(40);
  await page.getByRole("searchbox", { name: "Search the texts" }).fill("NEEDLE");
  await expect(area.panel()).toContainText("1 of 4,000 answers");
  await page.getByRole("button", { name: /the needle/ }).click();
  await expect(page.getByRole("dialog")).toContainText("kindness");
  await page.keyboard.press("Escape");
  const drift = await palette.drift();
  await area.choose("each prompt by itself");
  await expect(page.getByText(/Half of the prompts have at most 4 answers/)).toBeVisible();
  await expect.poll(() => palette.drift()).not.toBe(drift);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => palette.drift()).toBe(drift);
});

test("on a phone the tour shows beside what it speaks of", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await new PalettePage(page).open();
  await page.getByRole("button", { name: "Take the tour, five steps" }).click();
  await page.getByRole("button", { name: "Next" }).click();
  const card = page.getByRole("dialog", { name: "Tour, step 2 of 5" });
  await expect(card).toBeInViewport({ ratio: 1 });
  const [at, verdict] = [await card.boundingBox(), await page.locator("#verdict").boundingBox()];
  if (!at || !verdict) throw new Error("invalid tour: no box");
  expect(at.y).toBeGreaterThan(verdict.y + verdict.height);
});

test("the tour is offered, goes through five steps, ends with Escape, and is not offered again", async ({
  page,
}) => {
  const palette = new PalettePage(page);
  await palette.open();
  await page.getByRole("button", { name: "Take the tour, five steps" }).click();
  for (let step = 1; step <= 5; step++) {
    const card = page.getByRole("dialog", { name: `Tour, step ${step} of 5` });
    await expect(card).toBeInViewport({ ratio: 1 });
    await expect(card).toBeFocused();
    if (step < 5) await card.getByRole("button", { name: "Next" }).click();
  }
  expect(await violations(page, ".tour")).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.reload();
  await palette.headline().waitFor();
  await expect(page.getByRole("button", { name: /Take the tour/ })).toHaveCount(0);
});

test("an analysis can be stopped and started again, and the newest palette wins", async ({
  page,
}) => {
  const palette = new PalettePage(page);
  const area = new AnalysisArea(page);
  await palette.open();
  const data = new DataPage(page);
  await data.open();
  await page.getByRole("combobox", { name: "Size of Llama-2-7B-chat" }).selectOption("100000");
  await page.getByRole("button", { name: "Use the sample Llama-2-7B-chat" }).click();
  await expect(page.getByRole("banner")).toContainText("100,000 answers");
  await palette.headline().waitFor();
  await area.open("Trust");
  const stop = area.panel().getByRole("button", { name: "Stop" });
  await stop.click();
  await expect(area.panel()).toContainText("Stopped.");
  await palette.preset(/^HHH 60/);
  await expect(area.panel()).not.toContainText("Stopped.");
  await stop.click();
  await area.panel().getByRole("button", { name: "Start again" }).click();
  await expect(page.getByRole("figure", { name: /90 % intervals/ }).first()).toBeVisible();
});
