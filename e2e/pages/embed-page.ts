import { expect, type FrameLocator, type Locator, type Page } from "@playwright/test";

/** A page with palettes inside it, as its reader meets it. */
export class EmbedPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the demo page, whose four embeds are answered once each has told the page its verdict. */
  async open(): Promise<void> {
    await this.page.goto("./embed-demo.html");
    await this.answered();
  }

  async answered(): Promise<void> {
    for (const output of await this.page.getByRole("status").all())
      await expect(output).toHaveText(/nats/);
  }

  /** The embeds by the headings of the demo page. */
  figure(name: string): Locator {
    return this.page.getByRole("figure", { name, exact: true });
  }

  /** What the page was told by an embed. */
  told(name: string): Locator {
    return this.figure(name).getByRole("status");
  }

  /** The page's own button that sets a value of an embed. */
  setter(name: string): Locator {
    return this.figure(name).getByRole("button");
  }

  frame(name: string): Locator {
    return this.figure(name).locator("iframe");
  }

  inside(name: string): FrameLocator {
    return this.frame(name).contentFrame();
  }
}

/** The names of the four embeds on the demo page. */
export const EMBEDS = [
  "A frame, light",
  "An element, light, on other data",
  "A frame, dark",
  "An element, dark",
] as const;
