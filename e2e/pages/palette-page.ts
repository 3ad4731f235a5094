import type { Locator, Page } from "@playwright/test";

/** The palette's screen as a user meets it: by roles and names, never by how it is built. */
export class PalettePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the app; `hash` is the link of a palette, without the "#". */
  async open(hash = ""): Promise<void> {
    await this.page.goto(hash === "" ? "./" : `./#${hash}`);
    await this.slider("Humor").waitFor();
  }

  /** The slider of one value, by the value's label. */
  slider(label: string): Locator {
    return this.page.getByRole("slider", { name: `${label}: target` });
  }

  /** The verdict's headline, once there is an answer. */
  verdict(): Locator {
    return this.page.locator("#verdict");
  }
}
