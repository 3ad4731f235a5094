import { type Download, expect, type Locator, type Page } from "@playwright/test";

/** What opens under "Share". */
export class SharePanel {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.getByRole("button", { name: "Share" }).click();
    await this.link().waitFor();
  }

  /** The address as it is shown. */
  link(): Locator {
    return this.page.getByRole("textbox", { name: "Link to this palette" });
  }

  /** The code to scan. */
  code(): Locator {
    return this.page.getByRole("img", { name: "The link as a code to scan" });
  }

  async copy(): Promise<void> {
    await this.page.getByRole("button", { name: "Copy the link" }).click();
    await expect(this.page.getByRole("button", { name: "Link copied" })).toBeVisible();
  }

  /** Saves the settings and gives the file. */
  async save(): Promise<Download> {
    const download = this.page.waitForEvent("download");
    await this.page.getByRole("button", { name: "Save settings to a file" }).click();
    return download;
  }

  /** Opens settings of this text. */
  async choose({ name, text }: { name: string; text: string }): Promise<void> {
    await this.page.getByLabel(/^Open a file of settings/).setInputFiles({
      name,
      mimeType: "application/json",
      buffer: Buffer.from(text),
    });
  }
}
