import type { Locator, Page } from "@playwright/test";

/** The Moral profile page as a user meets it. */
export class MoralPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the app on this page and waits for the first answer. */
  async open(): Promise<void> {
    await this.page.goto("./");
    await this.visit();
  }

  /** Goes to this page from another one. */
  async visit(): Promise<void> {
    await this.page.getByRole("button", { name: "Moral profile", exact: true }).click();
    await this.answer().waitFor();
  }

  weight(value: string): Locator {
    return this.page.getByRole("slider", { name: `${value}: how much it counts` });
  }

  /** The number typed beside a slider. */
  number(value: string): Locator {
    return this.page.getByRole("textbox", { name: `${value}: how much it counts` });
  }

  /** Chooses a person by the name in the menu. */
  async person(name: string): Promise<void> {
    await this.people().click();
    await this.page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
  }

  people(): Locator {
    return this.page.getByRole("button", { name: /^Choose a person/ });
  }

  /** The aggregated answer. */
  answer(): Locator {
    return this.page
      .getByRole("region", { name: "The answer for this person" })
      .locator(".sourced");
  }

  /** Names of the agents that the sentences of the answer came from, in order. */
  async sources(): Promise<string[]> {
    return this.answer().locator(".sourced-from > span[aria-hidden]").allInnerTexts();
  }

  question(): Locator {
    return this.page.locator(".question-text");
  }

  /** Chooses how the answer is made. */
  async method(name: string): Promise<void> {
    await this.page
      .locator("label")
      .filter({ hasText: new RegExp(`^${name}$`) })
      .click();
  }

  /** Fills in where the language model is. */
  async endpoint(address: string, model: string, key: string): Promise<void> {
    await this.page.getByLabel("Address of the model’s server").fill(address);
    await this.page.getByLabel("Model", { exact: true }).fill(model);
    await this.page.getByLabel("Key, if it wants one").fill(key);
  }

  /** Asks the language model. */
  async write(): Promise<void> {
    await this.page.getByRole("button", { name: /^Write (the answer|it again)$/ }).click();
  }

  async tab(name: string): Promise<void> {
    await this.page.getByRole("tab", { name, exact: true }).click();
  }

  panel(): Locator {
    return this.page.getByRole("tabpanel");
  }

  /** A table of the open tab by its caption. */
  table(caption: string): Locator {
    return this.panel().getByRole("table", { name: caption });
  }

  /** A cell of the table of means: F of one system by one measure, without its interval. */
  async mean(measure: string, system: string): Promise<number> {
    const table = this.table("ROUGE of every system");
    const heads = await table.getByRole("columnheader").allInnerTexts();
    const head = this.page.getByRole("rowheader", { name: measure, exact: true });
    const row = table.getByRole("row").filter({ has: head });
    const cell = row.locator("th, td").nth(heads.indexOf(system));
    return Number.parseFloat(await cell.innerText());
  }

  /** Drops files on the window, as a hand would. */
  async drop(name: string, content: string): Promise<void> {
    const transfer = await this.page.evaluateHandle(
      ([fileName, text]) => {
        const data = new DataTransfer();
        data.items.add(new File([text], fileName));
        return data;
      },
      [name, content] as const,
    );
    const target = this.page.locator("main");
    await target.dispatchEvent("dragenter", { dataTransfer: transfer });
    await target.dispatchEvent("drop", { dataTransfer: transfer });
  }
}
