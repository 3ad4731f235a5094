import { expect } from "@playwright/test";
import { test } from "./foreign-site.ts";

test("the whole application inside another site keeps nothing and says so", async ({
  page,
  foreignSite,
  baseURL,
}) => {
  await page.goto(
    await foreignSite(`<iframe src="${baseURL}" width="1300" height="850"></iframe>`),
  );
  const frame = page.frameLocator("iframe");
  await expect(frame.getByText(/stands inside another site/)).toBeVisible();
  await expect(frame.locator("#verdict")).toHaveText(/^Reachable/);
  await frame.getByRole("button", { name: "Data", exact: true }).click();
  await frame.getByLabel(/^choose (a|another) file$/).setInputFiles({
    name: "a.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("a,b\n1,2\n3,1\n2,5\n4,4\n"),
  });
  await frame.getByRole("button", { name: /^Use these/ }).click();
  await expect(frame.getByRole("slider", { name: "a: target" })).toBeVisible();
  const opened = page.waitForEvent("popup");
  await frame.getByRole("link", { name: "Open it in a tab of its own" }).click();
  const own = await opened;
  await own.locator("#verdict").filter({ hasText: /./ }).waitFor();
  await expect(own.getByText(/stands inside another site/)).toHaveCount(0);
  expect(await own.evaluate(() => indexedDB.databases())).toEqual([]);
});

test("a page of another site is told nothing of a file of the embed's own site", async ({
  page,
  foreignSite,
  baseURL,
}) => {
  const told = (data: string) => `<script>
    window.heard = [];
    window.addEventListener("message", (event) => window.heard.push(event.data.type));
  </script>
  <iframe width="900" height="700"></iframe>
  <script>
    const frame = document.querySelector("iframe");
    frame.src = "${baseURL}?embed&allow=" + location.origin + "&data=${data}";
  </script>`;
  for (const [data, hears] of [
    ["opt-1.3b", true],
    ["licences.txt", false],
  ] as const) {
    await page.goto(await foreignSite(told(data)));
    await expect(page.frameLocator("iframe").locator("#verdict")).toHaveText(/\w/);
    await page.evaluate(() =>
      window.frames[0].postMessage(
        { protocol: "value-palette/1", id: 1, type: "read-report" },
        "*",
      ),
    );
    const heard = () => page.evaluate(() => Reflect.get(window, "heard"));
    if (hears) await expect.poll(heard).toContain("reply");
    else expect(await heard()).toEqual([]);
  }
});

test("a frame that may not load the page's parts says so, with a way out", async ({
  page,
  foreignSite,
  baseURL,
}) => {
  const frame = `<iframe sandbox="allow-scripts" src="${baseURL}" width="900" height="700"></iframe>`;
  await page.goto(await foreignSite(frame));
  const inside = page.frameLocator("iframe");
  await expect(inside.getByText(/Value Palette has not started/)).toBeVisible();
  await expect(inside.getByRole("link", { name: "open it in a tab of its own" })).toBeVisible();
});
