import type { Locator, Page } from "@playwright/test";

/** The panels below the pictures, each behind its tab. */
export class AnalysisArea {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  tab(name: string): Locator {
    return this.page.getByRole("tab", { name, exact: true });
  }

  /** What the tabs are called, in their order. */
  names(): Promise<string[]> {
    return this.page.locator("#analyses").getByRole("tab").allTextContents();
  }

  /** The panel of the tab that is open. */
  panel(): Locator {
    return this.page.getByRole("tabpanel");
  }

  async open(name: string): Promise<void> {
    await this.tab(name).click();
  }

  /** Chooses one of a few quiet words. */
  async choose(name: string): Promise<void> {
    await this.page.locator("label").filter({ hasText: name }).first().click();
  }

  /** Keeps the palette under a name. */
  async keep(name: string): Promise<void> {
    await this.page.getByRole("textbox", { name: "Name of the scenario" }).fill(name);
    await this.page.getByRole("button", { name: "Keep this palette" }).click();
  }

  /** A row of the comparison, by the scenario's name. */
  scenario(name: string): Locator {
    return this.page
      .getByRole("row")
      .filter({ has: this.page.getByRole("textbox", { name: `Name of ${name}`, exact: true }) });
  }

  strength(): Locator {
    return this.page.getByRole("slider", { name: "Overall strength of the palette" });
  }
}
