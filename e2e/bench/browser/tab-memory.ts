import { existsSync, readFileSync } from "node:fs";
import type { Browser } from "@playwright/test";

/** The number of the busiest tab's process. */
export async function tabProcess(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const tabs = processInfo.filter(({ type }) => type === "renderer");
  return tabs.sort((a, b) => b.cpuTime - a.cpuTime)[0].id;
}

/** Bytes that a process has to itself (its anonymous resident memory); 0 where the system does not tell. */
export function ownBytes(process: number): number {
  const record = `/proc/${process}/status`;
  const [, own] =
    (existsSync(record) && /RssAnon:\s+(\d+) kB/.exec(readFileSync(record, "utf8"))) || [];
  return 1024 * Number(own ?? 0);
}
