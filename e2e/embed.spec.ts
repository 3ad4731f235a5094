import { expect, type Page } from "@playwright/test";
import { test } from "./foreign-site.ts";
import { seriousViolations } from "./pages/accessibility.ts";
import { EMBEDS, EmbedPage } from "./pages/embed-page.ts";

test("each of four embeds answers its own messages and no other's", async ({ page }) => {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
  });
  const demo = new EmbedPage(page);
  await demo.open();
  for (const name of EMBEDS) {
    const others = EMBEDS.filter((other) => other !== name);
    const before = await Promise.all(others.map((other) => demo.told(other).innerText()));
    const own = await demo.told(name).innerText();
    await demo.setter(name).click();
    await expect(demo.told(name)).not.toHaveText(own);
    expect(await Promise.all(others.map((other) => demo.told(other).innerText()))).toEqual(before);
  }
  expect(problems).toEqual([]);
});

test("the page hears of what its reader does in an embed", async ({ page }) => {
  const demo = new EmbedPage(page);
  await demo.open();
  const told = demo.told("A frame, light");
  const before = await told.innerText();
  await demo.inside("A frame, light").getByRole("slider", { name: "Humor: target" }).press("Home");
  await expect(told).not.toHaveText(before);
  await expect(told).toHaveAttribute("title", /^humor −?-?\d/);
});

test("height follows content, in frames and elements", async ({ page }) => {
  const demo = new EmbedPage(page);
  await demo.open();
  for (const name of EMBEDS) {
    await expect(async () => {
      const [overflow, spare] = await overflowOf(demo, name);
      expect(overflow, name).toBe(0);
      expect(spare, name).toBeLessThan(1);
    }).toPass();
  }
  const grown = async (name: string, act: () => Promise<void>) => {
    const before = (await demo.frame(name).boundingBox())?.height ?? 0;
    await act();
    await expect(
      demo
        .inside(name)
        .getByRole("button", { name: /^Scale back/ })
        .first(),
    ).toBeVisible();
    await expect(async () => {
      expect((await demo.frame(name).boundingBox())?.height).toBeGreaterThan(before + 40);
      expect((await overflowOf(demo, name))[0]).toBe(0);
    }).toPass();
  };
  await grown("A frame, dark", () => demo.setter("A frame, dark").click());
  const element = "An element, light, on other data";
  await grown(element, () =>
    demo.inside(element).getByRole("slider", { name: "Humor: target" }).press("End"),
  );
});

test("embeds keep nothing and write nothing into the page's address or history", async ({
  page,
}) => {
  const demo = new EmbedPage(page);
  await demo.open();
  const before = await page.evaluate(() => [window.location.href, window.history.length]);
  for (const name of EMBEDS) await demo.setter(name).click();
  await page
    .locator("value-palette")
    .first()
    .evaluate((element) => {
      element.setAttribute("theme", "dark");
    });
  await expect(demo.inside(EMBEDS[1]).locator("html")).toHaveAttribute("data-theme", "dark");
  const after = await page.evaluate(() => [window.location.href, window.history.length]);
  expect(after).toEqual(before);
  expect(await page.evaluate(() => Object.keys(window.localStorage))).toEqual([]);
  const databases = await page.evaluate(() => window.indexedDB.databases());
  expect(databases).toEqual([]);
});

test("a page gives an element rows of its own and reads the report of them", async ({ page }) => {
  const demo = new EmbedPage(page);
  await demo.open();
  const found = await page
    .locator("value-palette")
    .last()
    .evaluate(async (element) => {
      const palette = element as HTMLElement & {
        loadData(table: object, options?: object): Promise<{ ok: boolean; problem?: string }>;
        setPalette(palette: object): Promise<{ ok: boolean; problem?: string }>;
        report(): Promise<{ report: { rows: number; values: { id: string; level: number }[] } }>;
      };
      const kind = Float64Array.from({ length: 500 }, (_, i) => Math.sin(i));
      const dull = Array.from({ length: 500 }, (_, i) => Math.cos(i));
      const columns = [
        { id: "kind", rewards: kind },
        { id: "dull", rewards: dull, lowerIsBetter: true },
      ];
      const wrong = await palette.loadData({
        name: "x",
        columns: [{ id: "a", rewards: [1, NaN] }],
      });
      const loaded = await palette.loadData({ name: "Mine", columns }, { transfer: true });
      const set = await palette.setPalette({ kind: 0.25, dull: "q60" });
      const { report } = await palette.report();
      return { wrong, loaded, set, report, left: kind.length };
    });
  expect(found.wrong.problem).toBe("row 2, column a: expected a finite number, found NaN");
  expect([found.loaded.ok, found.set.ok, found.left]).toEqual([true, true, 0]);
  expect(found.report.rows).toBe(500);
  expect(found.report.values[0].level).toBeCloseTo(0.25, 5);
  await expect(
    demo.inside("An element, dark").getByRole("slider", { name: "Target" }),
  ).toBeVisible();
});

test("a page of another origin is heard where it was allowed", async ({
  page,
  baseURL,
  foreignSite,
}) => {
  await page.goto(
    await foreignSite(
      `<script src="${baseURL}value-palette.js"></script><value-palette show="palette"></value-palette>`,
    ),
  );
  const set = await page.locator("value-palette").evaluate((element) =>
    (element as HTMLElement & { setPalette(p: object): Promise<unknown> }).setPalette({
      humor: 1.25,
    }),
  );
  expect(set).toMatchObject({ ok: true });
  const inside = page.locator("iframe").contentFrame();
  await expect(inside.getByRole("textbox", { name: /^Humor/ })).toHaveValue("1.25");
});

test("a page of another origin is ignored where it was not", async ({
  page,
  baseURL,
  foreignSite,
}) => {
  await page.goto(
    await foreignSite(
      `<iframe title="Palette" width="700" height="500" src="${baseURL}?embed"></iframe>`,
    ),
  );
  const inside = page.locator("iframe").contentFrame();
  const humor = inside.getByRole("textbox", { name: /^Humor/ });
  await expect(humor).toHaveValue("2.16");
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    window.addEventListener("message", ({ data }) => heard.push(data));
    const say = (message: object) =>
      window.frames[0].postMessage({ protocol: "value-palette/1", id: 1, ...message }, "*");
    say({ type: "set-palette", palette: { humor: 1.25 } });
    say({ type: "subscribe", to: ["report"] });
    say({ type: "read-report" });
  });
  await fence(page);
  await humor.fill("1.5");
  await humor.press("Enter");
  await expect(inside.locator(".verdict-waits")).toHaveCount(0);
  await fence(page);
  await expect(humor).toHaveValue("1.50");
  expect(await page.evaluate(() => Reflect.get(window, "heard"))).toEqual([]);
});

test("an embed hears the page around it, not its neighbours of the same origin", async ({
  page,
}) => {
  const demo = new EmbedPage(page);
  await demo.open();
  const before = await demo.told("A frame, light").innerText();
  await demo
    .inside("A frame, dark")
    .locator("body")
    .evaluate(() => {
      const message = { protocol: "value-palette/1", id: 1, type: "set-palette" };
      window.parent.frames[0].postMessage({ ...message, palette: { humor: 0.7 } }, "*");
    });
  await fence(page);
  await demo
    .inside("A frame, light")
    .getByRole("slider", { name: "Helpfulness: target" })
    .press("Home");
  await expect(demo.told("A frame, light")).not.toHaveText(before);
  await expect(demo.inside("A frame, light").getByRole("textbox", { name: /^Humor/ })).toHaveValue(
    "2.16",
  );
});

test("an embed opens the file that its embedder named, and asks no other site", async ({
  page,
  foreignSite,
}) => {
  const rows = Array.from({ length: 90 }, (_, j) =>
    [Math.sin(j), Math.cos(2 * j), j % 4].join(","),
  );
  const file = await foreignSite(["kindness,wit,cost", ...rows].join("\n"), "answers.csv");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).origin));
  await page.goto(`./?embed&data=${encodeURIComponent(file)}`);
  await expect(page.getByRole("slider", { name: "kindness: target" })).toBeVisible();
  const own = await page.evaluate(() => window.location.origin);
  expect([...new Set(asked)].sort()).toEqual([own, new URL(file).origin].sort());

  await page.goto("./?embed&data=nothing.csv");
  await expect(page.getByText(/could not be fetched or read, so a sample/)).toBeVisible();
  await expect(page.getByRole("slider", { name: "Humor: target" })).toBeVisible();
});

test("nothing serious stands in anyone's way on the demo page and beside it", async ({ page }) => {
  const demo = new EmbedPage(page);
  await demo.open();
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole("link", { name: "How to do the same" }).click();
  await expect(page.getByRole("heading", { name: "Docusaurus" })).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);
});

/** By how much an embed's content is higher than its frame, and lower. */
async function overflowOf(demo: EmbedPage, name: string): Promise<[number, number]> {
  return demo
    .inside(name)
    .locator("#root")
    .evaluate((root) => {
      const { scrollHeight } = document.documentElement;
      const { height } = root.getBoundingClientRect();
      return [scrollHeight - window.innerHeight, window.innerHeight - height];
    });
}

/** Resolves once everything that was said to the first frame before now has been heard there. */
async function fence(page: Page): Promise<void> {
  await page
    .locator("iframe")
    .first()
    .contentFrame()
    .locator("body")
    .evaluate(
      () =>
        new Promise<void>((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve();
          port2.postMessage(null);
        }),
    );
}
