import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const SERIOUS: readonly unknown[] = ["serious", "critical"];

/** What stands in someone's way on a page or in one part of it, by axe's rules; empty where nothing does. What fades in is
 * looked at as it is in the end: nothing moves from here on. */
export async function violations(page: Page, part = "body"): Promise<string[]> {
  return (await findings(page, part)).map(described);
}

/** Of the violations, those that axe calls serious or critical: a page of several embeds repeats its landmarks. */
export async function seriousViolations(page: Page): Promise<string[]> {
  return (await findings(page, "body")).filter((v) => SERIOUS.includes(v.impact)).map(described);
}

async function findings(page: Page, part: string) {
  await page.emulateMedia({ reducedMotion: "reduce" });
  return (await new AxeBuilder({ page }).include(part).analyze()).violations;
}

function described({ id, nodes }: Awaited<ReturnType<typeof findings>>[number]): string {
  return `${id}: ${nodes.map((node) => node.html).join(", ")}`;
}
