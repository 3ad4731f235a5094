import type { Locator, Page } from "@playwright/test";

/** The page where files are brought in and samples are chosen. */
export class DataPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.getByRole("button", { name: "Data", exact: true }).click();
    await this.page.getByRole("heading", { name: "Your own file" }).waitFor();
  }

  /** Gives a file to the chooser. */
  async choose(name: string, content: string | Buffer): Promise<void> {
    await this.page.getByLabel(/^choose (a|another) file$/).setInputFiles({
      name,
      mimeType: "application/octet-stream",
      buffer: Buffer.from(content),
    });
  }

  /** Where an address is typed. */
  address(): Locator {
    return this.page.getByRole("textbox", { name: "Address of a file" });
  }

  /** Types an address and asks for the file there. */
  async fetch(address: string): Promise<void> {
    await this.address().fill(address);
    await this.page.getByRole("button", { name: "Fetch", exact: true }).click();
  }

  /** Drops files anywhere on the page. */
  async drop(files: readonly { readonly name: string; readonly text: string }[]): Promise<void> {
    const transfer = await this.page.evaluateHandle((dropped) => {
      const moved = new DataTransfer();
      for (const { name, text } of dropped) moved.items.add(new File([text], name));
      return moved;
    }, files);
    await this.page.getByRole("main").dispatchEvent("drop", { dataTransfer: transfer });
  }

  /** The preview of a file that could be read, or the answer to one that could not. */
  region(name: string | RegExp): Locator {
    return this.page.getByRole("region", { name });
  }

  scoreButton(): Locator {
    return this.page.getByRole("button", { name: /^Score \d+ texts/ });
  }

  useButton(): Locator {
    return this.page.getByRole("button", { name: /^Use (these|\d)/ });
  }

  use(column: string): Locator {
    return this.page.getByRole("combobox", { name: `Use of column ${column}` });
  }

  /** Removes the file that is kept in the browser. */
  async forget(name: string): Promise<void> {
    await this.page.getByRole("button", { name: `Forget ${name}`, exact: true }).click();
  }

  async useAnswers(): Promise<void> {
    await this.useButton().click();
  }
}
