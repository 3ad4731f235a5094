import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test as base } from "@playwright/test";

/** What a test is given beside Playwright's own. */
interface Given {
  /** Puts a page with this body on a site of another origin, as long as the test goes on, and gives its address. */
  readonly foreignSite: (body: string) => Promise<string>;
}

/** Tests that need a site beside the application's. */
export const test = base.extend<Given>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  foreignSite: async ({}, use) => {
    const stops: (() => void)[] = [];
    await use(
      (body) =>
        new Promise((resolve) => {
          const html = `<!doctype html><html lang="en"><title>Foreign</title><body>${body}</body></html>`;
          const server = createServer((_, response) => {
            response.setHeader("content-type", "text/html").end(html);
          }).listen(0, "127.0.0.1", () => {
            stops.push(
              () => server.closeAllConnections(),
              () => server.close(),
            );
            resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
          });
        }),
    );
    for (const stop of stops.reverse()) stop();
  },
});
