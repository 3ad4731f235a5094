import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { test as base, expect } from "@playwright/test";
import { type MissingCase, runCase } from "./missing/missing-run.ts";
import { PART_STEPS } from "./missing/part-steps.ts";
import { type SpoiledHost, spoiledHost } from "./missing/spoiled-host.ts";
import { PalettePage } from "./pages/palette-page.ts";

const BUILT = resolve(import.meta.dirname, "../dist");

const test = base.extend<{ readonly spoiled: SpoiledHost }>({
  spoiled: async ({ browserName: _ }, use) => {
    const host = await spoiledHost(BUILT);
    await use(host);
    await host.close();
  },
});

/** A few of what `npm run bench -- missing` goes through: a step, which of its parts, how and when it is missing. */
const SAMPLE: readonly [
  step: string,
  part: RegExp,
  way: MissingCase["way"],
  moment: MissingCase["moment"],
][] = [
  ["the start", /^first-.*\.js$/, "page", "at first"],
  ["help", /^help-dialog-.*\.css$/, "404", "when opened"],
  ["panel 7", /^trust-panel-.*\.js$/, "cut", "when reloaded"],
];

for (const [opening, part, way, moment] of SAMPLE)
  test(`${opening} without ${part.source}, ${way}, ${moment}: a sentence, and whole again after a reload`, async ({
    browser,
    spoiled,
  }) => {
    const step = PART_STEPS.find((one) => one.name === opening);
    if (!step) throw new Error(`invalid step: ${opening}`);
    const name = readdirSync(join(BUILT, "assets")).find((one) => part.test(one));
    expect(name).toMatch(part);
    const file = `assets/${name}`;
    const report = await runCase(browser, spoiled, { file, step, way, moment }, true);
    expect(report).toEqual({ outcome: "said", mends: true });
  });

test.describe("a service worker", () => {
  test.use({ serviceWorkers: "allow" });

  test("that met a half-finished deployment mends itself on the next visit", async ({
    page,
    spoiled,
  }) => {
    const kept = () =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state);
    spoiled.lose(["icon-192.png"], "page");
    const palette = new PalettePage(page);
    await page.goto(spoiled.url);
    await palette.headline().waitFor();
    await expect.poll(() => spoiled.asked().includes("icon-192.png")).toBe(true);
    expect(await kept()).toBeUndefined();
    spoiled.lose([]);
    await page.reload();
    await expect.poll(kept).toBe("activated");
    const stored = await page.evaluate(async () => {
      const [name] = await caches.keys();
      const cache = await caches.open(name);
      const reply = await cache.match(new URL("icon-192.png", document.baseURI));
      return reply?.headers.get("content-type");
    });
    expect(stored).toBe("image/png");
  });
});

test("a page that the browser translates is worked through without going blank", async ({
  page,
}) => {
  await page.addInitScript(() => {
    const wrap = () => {
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walk.nextNode()) texts.push(walk.currentNode as Text);
      for (const text of texts) {
        if (!text.data.trim() || text.parentElement?.closest("svg,script,style,font,option,math"))
          continue;
        const font = document.createElement("font");
        text.replaceWith(font);
        font.append(text);
      }
    };
    document.addEventListener("DOMContentLoaded", () =>
      new MutationObserver(wrap).observe(document.body, { subtree: true, childList: true }),
    );
  });
  const palette = new PalettePage(page);
  await palette.open();
  for (const tab of await page.locator("#analyses").getByRole("tab").all()) {
    await tab.click();
    for (const key of ["Home", "PageUp", "End", "ArrowLeft"]) {
      await palette.slider("Humor").press(key);
      await palette.settled();
    }
  }
  await expect(page.locator(".part-failed")).toHaveCount(0);
  await expect(page.getByRole("tabpanel")).not.toBeEmpty();
});
