import { expect, test } from "@playwright/test";
import { violations } from "./pages/accessibility.ts";
import { MoralPage } from "./pages/moral-page.ts";

const TABS = [
  "Agents",
  "As a palette",
  "Evaluation",
  "Reward models",
  "Your own answers",
  "Into training",
];

for (const scheme of ["light", "dark"] as const)
  test(`nothing on the Moral profile page stands in anyone's way, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const moral = new MoralPage(page);
    await moral.open();
    await page.getByText("What it was made from").click();
    for (const tab of TABS) {
      await moral.tab(tab);
      await expect(moral.panel()).not.toBeEmpty();
      await expect(moral.panel().getByText("The answers are being rated.")).toHaveCount(0);
      expect(await violations(page, ".moral-tabs"), tab).toEqual([]);
    }
    await moral.tab("Evaluation");
    await page
      .getByRole("button", { name: /^A colleague sent a client/ })
      .first()
      .click();
    await moral.panel().locator("mark").first().waitFor();
    await moral.method("Written");
    await page.getByText("What the model is told").click();
    await moral.people().click();
    expect(await violations(page), "open").toEqual([]);
  });

test("the keyboard alone can set a profile, keep it, choose another way and read what it made", async ({
  page,
}) => {
  const moral = new MoralPage(page);
  await moral.open();
  const authority = moral.weight("Authority");
  await authority.focus();
  await page.keyboard.press("ArrowRight");
  await expect(moral.number("Authority")).toHaveValue("0.15");
  await page.keyboard.press("PageUp");
  await expect(moral.number("Authority")).toHaveValue("0.35");
  await page.keyboard.press("End");
  await expect(authority).toHaveAttribute("aria-valuetext", "Authority counts 1.00 of 1");
  await expect.poll(() => moral.sources()).toContain("Authority");
  await page.keyboard.press("Control+z");
  await expect(moral.number("Authority")).toHaveValue("0.35");

  await moral.people().focus();
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Name of the person" }).fill("Grandmother");
  await page.keyboard.press("Enter");
  await expect(moral.people()).toHaveText("Grandmother");
  await moral.person("Companion");
  await expect(moral.number("Authority")).toHaveValue("0.20");
  await page.reload();
  await moral.visit();
  await moral.person("Grandmother");
  await expect(moral.number("Authority")).toHaveValue("0.35");

  await page.getByRole("radio", { name: "Composed" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "Selected" })).toBeChecked();
  await expect.poll(async () => (await moral.sources()).length).toBe(1);
  await page.getByRole("tab", { name: "Agents" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await moral.table("ROUGE of every system").waitFor();
  const first = page.getByRole("button", { name: /^A colleague sent a client/ }).first();
  await first.focus();
  await page.keyboard.press("Enter");
  await expect(moral.panel().locator("mark").first()).toBeVisible();
});

test("a link holds the person", async ({ page }) => {
  const moral = new MoralPage(page);
  await moral.open();
  await moral.person("Traditionalist");
  await expect.poll(() => page.url()).toContain("#");
  const before = page.url();
  await moral.number("Loyalty").fill("0.55");
  await moral.number("Loyalty").press("Enter");
  await expect.poll(() => page.url()).not.toBe(before);
  await page.reload();
  await moral.visit();
  await expect(moral.number("Loyalty")).toHaveValue("0.55");
  await expect(moral.number("Authority")).toHaveValue("1.00");
});

test("small screens scroll one way only", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const moral = new MoralPage(page);
  await moral.open();
  for (const tab of TABS) {
    await moral.tab(tab);
    await expect(moral.panel()).not.toBeEmpty();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, tab).toBeLessThanOrEqual(390);
  }
});
