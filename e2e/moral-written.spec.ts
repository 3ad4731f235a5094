import { expect, type Page, test } from "@playwright/test";
import { type ChatServer, chatServer, chunk, refusing, streamed } from "./chat-server.ts";
import { MoralPage } from "./pages/moral-page.ts";

const KEY = "sk-secret-0123456789";
let server: ChatServer;
test.beforeAll(async () => {
  server = await chatServer();
});
test.afterAll(() => server.stop());

async function opened(page: Page, address = server.address): Promise<MoralPage> {
  const moral = new MoralPage(page);
  await moral.open();
  await moral.method("Written");
  await moral.endpoint(address, "small", KEY);
  return moral;
}

test("a language model writes one answer: streamed, with a prompt that can be changed", async ({
  page,
}) => {
  server.reply(streamed("Speak gently ", "to your colleague, ", "and soon."));
  const moral = await opened(page);
  const instructions = page.getByRole("textbox", { name: "Instructions" });
  await page.getByText("What the model is told").click();
  await expect(instructions).toHaveValue(/Care: Protect people from harm/);
  await expect(page.getByRole("textbox", { name: "Question, profile and answers" })).toHaveValue(
    /Question: A colleague sent[\s\S]*Profile: Care 1, Fairness 0.8[\s\S]*\[Care\] Go to your colleague/,
  );
  await instructions.fill("Answer in one sentence.");
  await moral.write();
  await expect(moral.answer()).toHaveText("Speak gently to your colleague, and soon.");
  const { key, body } = server.asked[server.asked.length - 1];
  expect(key).toBe(`Bearer ${KEY}`);
  expect(JSON.parse(body)).toMatchObject({
    model: "small",
    stream: true,
    messages: [{ role: "system", content: "Answer in one sentence." }, { role: "user" }],
  });
  await page.getByRole("button", { name: "As proposed" }).click();
  await expect(instructions).toHaveValue(/Care: Protect people from harm/);
});

test("a language model answers every case of a person and becomes a column of the table", async ({
  page,
}) => {
  server.reply(streamed("Stand beside them and ask the person in charge."));
  const moral = await opened(page);
  await moral.tab("Evaluation");
  await page.getByRole("combobox", { name: "References of" }).selectOption("Traditionalist");
  await moral.panel().getByText("Mean F over 48 cases").waitFor();
  await page.getByRole("button", { name: "Let the language model write all 48" }).click();
  const table = moral.table("ROUGE of every system");
  await expect(table.getByRole("columnheader").last()).toHaveText("Written");
  expect(await moral.mean("ROUGE-1", "Written")).toBeGreaterThan(0.05);
  const last = JSON.parse(server.asked[server.asked.length - 1].body);
  expect(last.messages[1].content).toContain("Authority 1");
});

test("every failure ends in a clear sentence, and what was typed is kept", async ({ page }) => {
  const moral = await opened(page);
  const problem = page.getByRole("alert");
  const failures: [Parameters<ChatServer["reply"]>[0], RegExp][] = [
    [refusing(401, `Incorrect key: ${KEY}`), /refuses the key.*“Incorrect key: …”/],
    [refusing(404, "no such model"), /does not know this address or this model/],
    [refusing(429, "quota used up", { "retry-after": "3600" }), /asked too often.*quota used up/],
    [
      (response) => {
        response.writeHead(200, { "content-type": "text/event-stream" });
        response.end(`${chunk("Half an answer")}data: {broken\n\n`);
      },
      /not in the chat protocol.*What had arrived is kept/,
    ],
    [(response) => response.destroy(), /No answer could be read/],
  ];
  for (const [reply, sentence] of failures) {
    server.reply(reply);
    await moral.write();
    await expect(problem).toHaveText(sentence);
  }
  await expect(page.getByRole("textbox", { name: "Address of the model’s server" })).toHaveValue(
    server.address,
  );
  await expect(page.getByRole("textbox", { name: "Model", exact: true })).toHaveValue("small");

  server.reply(refusing(429, "slow down", { "retry-after": "1" }), streamed("At last."));
  // The sentence is there for a second only.
  const waits = page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        new MutationObserver((_, observer) => {
          if (!document.body.innerText.includes("The server asks to wait 1 s")) return;
          observer.disconnect();
          resolve();
        }).observe(document.body, { childList: true, characterData: true, subtree: true });
      }),
  );
  await moral.write();
  await waits;
  await expect(moral.answer()).toHaveText("At last.");

  server.reply((response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write(chunk("Only the beginning"));
  });
  await moral.write();
  await expect(moral.answer()).toHaveText("Only the beginning");
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(problem).toHaveText(/Stopped\..*kept/);
  await expect.poll(() => server.abandoned()).toBeGreaterThan(0);
});

test("a server that lets no page read it is told as such", async ({ page }) => {
  const closed = await chatServer(false);
  const moral = await opened(page, closed.address);
  await moral.write();
  await expect(page.getByRole("alert")).toHaveText(/must allow the page’s address \(CORS\)/);
  expect(closed.asked).toEqual([]);
  await closed.stop();
});

test("the key is in no link, export, storage or console", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  server.reply(refusing(401, `Incorrect key: ${KEY}`), streamed("Fine."));
  const moral = await opened(page);
  await moral.write();
  await expect(page.getByRole("alert")).toBeVisible();
  await moral.write();
  await expect(moral.answer()).toHaveText("Fine.");
  await moral.tab("Into training");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save everything" }).click();
  const saved = await (await download).createReadStream();
  let bytes = "";
  for await (const part of saved) bytes += part.toString("latin1");
  const kept = await page.evaluate(async () => {
    const names = await indexedDB.databases();
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, names]);
  });
  const shown = await page.content();
  for (const place of [page.url(), bytes, kept, shown, ...said]) expect(place).not.toContain(KEY);
  await page.reload();
  await moral.visit();
  await moral.method("Written");
  await expect(page.getByLabel("Key, if it wants one")).toHaveValue("");
});
