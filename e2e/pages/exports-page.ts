import { readFile } from "node:fs/promises";
import type { Download, Locator, Page } from "@playwright/test";

/** A file that was saved. */
export interface SavedFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: Buffer;
  readonly text: string;
}

/** What can be saved from the page: the Export menu, and the foot of each figure. */
export class ExportsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  menu(): Locator {
    return this.page.getByRole("button", { name: /^Export/ });
  }

  item(name: string | RegExp): Locator {
    return this.page.locator(".export-menu").getByRole("button", { name });
  }

  /** Saves a choice of the menu. */
  async save(name: string | RegExp): Promise<SavedFile> {
    await this.menu().click();
    return this.saved(() => this.item(name).click());
  }

  /** Saves a figure of the page or of the open panel by the button at its foot. */
  async saveFigure(figure: Locator, format: "SVG" | "PNG" | "CSV"): Promise<SavedFile> {
    return this.saved(() => figure.getByRole("button", { name: new RegExp(`^${format}`) }).click());
  }

  /** The table at a figure's foot as texts, opened. */
  async table(figure: Locator): Promise<string[][]> {
    await figure.getByText("Table of these numbers").click();
    const rows = figure.getByRole("row");
    await rows.first().waitFor();
    return rows.evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent ?? "")),
    );
  }

  private async saved(act: () => Promise<void>): Promise<SavedFile> {
    const waiting = this.page.waitForEvent("download");
    await act();
    const download: Download = await waiting;
    const path = await download.path();
    const bytes = await readFile(path);
    return { name: download.suggestedFilename(), path, bytes, text: bytes.toString("utf8") };
  }
}
