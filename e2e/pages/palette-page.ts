import { expect, type Locator, type Page } from "@playwright/test";

/** The palette's screen as a user meets it: by roles and names, never by how it is built. */
export class PalettePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the app and waits for its first answer; `hash` is the link of a palette, without the "#". */
  async open(hash = ""): Promise<void> {
    await this.page.goto(hash === "" ? "./" : `./#${hash}`);
    await this.headline().waitFor();
  }

  /** The slider of one value, by the value's label. */
  slider(label: string): Locator {
    return this.page.getByRole("slider", { name: `${label}: target` });
  }

  /** The verdict's headline, once there is an answer. */
  verdict(): Locator {
    return this.page.locator("#verdict");
  }

  /** The headline of an answered palette. */
  headline(): Locator {
    return this.verdict().filter({
      hasText: /^(Reachable|Out of reach|On the very edge|Already|Not settled)/,
    });
  }

  /** The number typed beside a slider. */
  number(label: string): Locator {
    return this.page.getByRole("textbox", { name: new RegExp(`^${label}`) });
  }

  /** The drift in nats as the verdict shows it. */
  async drift(): Promise<number> {
    return Number(await this.page.locator(".figure-drift .figure-value").innerText());
  }

  /** Waits until the verdict is that of the palette on the screen. */
  async settled(): Promise<void> {
    await this.headline().waitFor();
    await expect(this.page.locator(".verdict-waits")).toHaveCount(0);
  }

  /** The draggable target of the region plot. */
  target(): Locator {
    return this.page.getByRole("slider", { name: "Target", exact: true });
  }

  /** Chooses a preset by its visible name and waits until the link holds it. */
  async preset(name: RegExp): Promise<void> {
    const link = this.page.url();
    await this.page.getByRole("button", { name: /^Choose a preset/ }).click();
    await this.page.getByRole("button", { name }).last().click();
    await expect.poll(() => this.page.url()).not.toBe(link);
  }

  /** Drags a slider's handle to a share of its track, in as many steps as told, and lets go. */
  async drag(label: string, from: number, to: number, steps = 12): Promise<void> {
    const box = await this.slider(label).boundingBox();
    if (!box) throw new Error(`invalid slider: ${label}`);
    const y = box.y + box.height / 2;
    await this.page.mouse.move(box.x + box.width * from, y);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + box.width * to, y, { steps });
    await this.page.mouse.up();
  }
}
