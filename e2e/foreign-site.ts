import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { test as base } from "@playwright/test";

/** What a test is given beside Playwright's own. */
interface Given {
  /**
   * Puts a page with this body, or a file of this name, on a site of another origin as long as the test goes on, and gives its
   * address. Any page may read the file.
   */
  readonly foreignSite: (body: string, file?: string) => Promise<string>;
}

/** Tests that need a site beside the application's. */
export const test = base.extend<Given>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  foreignSite: async ({}, use) => {
    const servers: Server[] = [];
    await use((body, file = "") => {
      const page = `<!doctype html><html lang="en"><title>Foreign</title><body>${body}</body></html>`;
      const server = createServer((_, response) => {
        response.setHeader("content-type", file ? "application/octet-stream" : "text/html");
        if (file) response.setHeader("access-control-allow-origin", "*");
        response.end(file ? body : page);
      });
      servers.push(server);
      return new Promise((resolve) => {
        server.listen(0, "127.0.0.1", () =>
          resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${file}`),
        );
      });
    });
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  },
});
