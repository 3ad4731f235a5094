import { expect, type Page, test } from "@playwright/test";
import { type Site, startSite } from "./loopback.ts";
import { DataPage } from "./pages/data-page.ts";
import { PalettePage } from "./pages/palette-page.ts";

const CSV = [
  "prompt,generated,kindness,wit",
  ...Array.from(
    { length: 40 },
    (_, j) => `question ${j},answer ${j},${Math.sin(j)},${Math.cos(j)}`,
  ),
].join("\n");
const MEGABYTE = Buffer.alloc(1_000_000, "1,2\n");

let site: Site;
let elsewhere: Site;
let left: Promise<void>;
test.beforeAll(async () => {
  elsewhere = await startSite((_, response) => response.end(CSV));
  let leave = (): void => undefined;
  left = new Promise((resolve) => {
    leave = resolve;
  });
  site = await startSite((request, response) => {
    switch (request.url) {
      case "/answers.csv":
        response.writeHead(200, { "content-length": Buffer.byteLength(CSV) }).end(CSV);
        break;
      case "/slow.csv":
        response.on("close", leave);
        response.writeHead(200, { "content-length": 8 * MEGABYTE.length }).write(MEGABYTE);
        break;
      case "/private.csv":
        response.removeHeader("access-control-allow-origin");
        response.end(CSV);
        break;
      case "/moved.csv":
        response.writeHead(302, { location: `${elsewhere.address}/answers.csv` }).end();
        break;
      case "/about":
        response.setHeader("content-type", "text/html; charset=utf-8").end("<p>About answers</p>");
        break;
      default:
        response.writeHead(404).end();
    }
  });
});
test.afterAll(() => Promise.all([site.close(), elsewhere.close()]));

/** The Data page, and a list of the other machines that it asks from now on. */
async function opened(page: Page): Promise<{ data: DataPage; asked: string[] }> {
  const palette = new PalettePage(page);
  await palette.open();
  const data = new DataPage(page);
  await data.open();
  const own = new URL(page.url()).origin;
  const asked: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(own) && !/^(data|blob):/.test(request.url()))
      asked.push(request.url());
  });
  return { data, asked };
}

test("a file from an address is previewed and used like one that was dropped", async ({ page }) => {
  const { data, asked } = await opened(page);
  const address = `${site.address}/answers.csv`;
  await data.fetch(address);
  await expect(data.region(/^answers\.csv · 40 rows/)).toBeVisible();
  await data.useAnswers();
  await expect(page.getByRole("banner")).toContainText("answers.csv 40 answers · 2 values");
  await expect(new PalettePage(page).slider("kindness")).toBeVisible();
  expect(asked).toEqual([address]);
});

test("a large one shows how far it is, and cancelling leaves at once", async ({ page }) => {
  const { data } = await opened(page);
  await data.fetch(`${site.address}/slow.csv`);
  await expect(page.getByText("1.0 of 8.0 MB")).toBeVisible();
  const bar = page.getByRole("progressbar", { name: /^Fetching slow\.csv from 127\.0\.0\.1/ });
  expect(Number(await bar.getAttribute("value"))).toBeCloseTo(1 / 8, 6);
  await page.getByRole("button", { name: "Cancel" }).click();
  await left;
  await expect(bar).toHaveCount(0);
  await expect(page.getByText("Drop a file here")).toBeVisible();
  await expect(data.address()).toHaveValue(`${site.address}/slow.csv`);
});

const REFUSALS: [string, () => string, RegExp][] = [
  [
    "lets no other page read it",
    () => `${site.address}/private.csv`,
    /gave no answer that this page may read.*CORS.*download the file there and drop it here/,
  ],
  [
    "cannot be reached",
    () => "http://127.0.0.1:9/answers.csv",
    /gave no answer that this page may read.*check the address and the connection/,
  ],
  [
    "has nothing there",
    () => `${site.address}/missing.csv`,
    /There is nothing at this address \(status 404\)\. Check how it is spelled/,
  ],
  [
    "shows a page about it",
    () => `${site.address}/about`,
    /It leads to a web page, not to the file itself/,
  ],
  [
    "sends on to another",
    () => `${site.address}/moved.csv`,
    /not followed because you did not type it.*drop it here/,
  ],
  ["is none", () => "my answers", /This is not the address of a file on the web/],
];

for (const [kind, address, sentence] of REFUSALS)
  test(`an address that ${kind} is explained, and what was typed stays`, async ({ page }) => {
    const { data, asked } = await opened(page);
    await data.fetch(address());
    const alert = page.getByRole("alert");
    await expect(alert).toHaveText(sentence);
    await expect(alert).toContainText(`${address()} could not be fetched.`);
    await expect(alert).toContainText("The answers loaded before are still in use.");
    await expect(data.address()).toHaveValue(address());
    expect(elsewhere.asked).toEqual([]);
    // The browser lists where a redirect leads although it does not go there.
    const known = [address(), `${elsewhere.address}/answers.csv`];
    expect(asked.filter((url) => !known.includes(url))).toEqual([]);
  });

test("the paper's own samples are asked for only when they are chosen", async ({ page }) => {
  const folder =
    "https://raw.githubusercontent.com/wang8740/MAP/28d3ef71fd033cd098756f73eebfc898d855ffbe/backup/results/";
  const rows = Array.from({ length: 30 }, (_, j) => ({
    prompt: `question ${j}`,
    generated: `answer ${j}`,
    humor: Math.sin(j),
    "gpt2-helpful": Math.cos(j),
  }));
  await page.route(`${folder}*`, (route) =>
    route.fulfill({ json: rows, headers: { "access-control-allow-origin": "*" } }),
  );
  const { data, asked } = await opened(page);
  await expect(page.getByText("asks raw.githubusercontent.com for it")).toBeVisible();
  await page.getByRole("button", { name: "Llama-2-7B-chat, 1.6 MB" }).click();
  await expect(data.region(/^llama2_chat-Anthropic-harmless\.json · 30 rows/)).toBeVisible();
  await page.getByRole("button", { name: "OPT-1.3B, 1.4 MB" }).click();
  await expect(data.region(/^opt1\.3b-Anthropic-harmless\.json · 30 rows/)).toBeVisible();
  expect(asked).toEqual([
    `${folder}llama2_chat-Anthropic-harmless.json`,
    `${folder}opt1.3b-Anthropic-harmless.json`,
  ]);
});
