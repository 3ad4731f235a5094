import { expect, type Page, test } from "@playwright/test";
import { parquetReadObjects } from "hyparquet";
import Papa from "papaparse";
import { DataPage } from "./pages/data-page.ts";
import { ExportsPage } from "./pages/exports-page.ts";
import { PalettePage } from "./pages/palette-page.ts";

async function opened(page: Page, preset?: RegExp) {
  const palette = new PalettePage(page);
  await palette.open();
  if (preset) {
    await palette.preset(preset);
    await palette.settled();
  }
  return { palette, exports: new ExportsPage(page) };
}

test("the report as JSON is what the page shows, and opens the same palette", async ({
  page,
  context,
}) => {
  const { palette, exports } = await opened(page);
  const { name, text } = await exports.save(/^Report, JSON/);
  expect(name).toBe("value-palette_report_llama-2-7b-chat-synthetic_in-sample.json");
  const report = JSON.parse(text);
  expect(report).toMatchObject({
    format: "value-palette/report",
    version: 1,
    isInSample: true,
    isSynthetic: true,
    link: page.url(),
    data: { rows: 2312, source: { kind: "sample", seed: 5 } },
    report: { status: "aligned" },
    shownIs: "palette",
  });
  expect(report.report.kl).toBeCloseTo(await palette.drift(), 2);
  const targets = await Promise.all(
    ["Humor", "Helpfulness", "Harmlessness"].map(async (label) =>
      Number(await palette.slider(label).inputValue()),
    ),
  );
  targets.forEach((target, i) => {
    expect(report.values[i].target).toBeCloseTo(target, 9);
    expect(report.report.levels[i]).toBeCloseTo(target, 8);
  });
  const other = new PalettePage(await context.newPage());
  await other.page.goto(report.link);
  await other.headline().waitFor();
  expect(await other.drift()).toBe(await palette.drift());
});

test("weights as CSV and Parquet hold the same rows, and the numbers of the Python files agree with them", async ({
  page,
}) => {
  const { exports } = await opened(page, /^HHH 80/);
  const csv = await exports.save(/^Weights, CSV/);
  const parquet = await exports.save(/^Weights, Parquet/);
  const { data } = Papa.parse<Record<string, number>>(csv.text, {
    header: true,
    dynamicTyping: true,
    skipEmptyLines: true,
  });
  expect(data).toHaveLength(2312);
  expect(data.reduce((sum, row) => sum + row.weight_after, 0)).toBeCloseTo(1, 12);
  const file = new Uint8Array(parquet.bytes).buffer;
  const rows = await parquetReadObjects({ file });
  expect(rows).toEqual(data);

  const mean = (name: string) =>
    data.reduce((sum, row) => sum + row.weight_after * row[`reward_${name}`], 0);
  for (const item of [/^Training, Python/, /^Decoding, Python/]) {
    const { name, text } = await exports.save(item);
    expect(name).toMatch(
      /^value_palette_(reward|resampler)_llama_2_7b_chat_synthetic_in_sample\.py$/,
    );
    expect(text).toContain(`python ${name} weights.csv`);
    expect(text).not.toMatch(/\{\{|\}\}|undefined|NaN/);
    const values = [...text.matchAll(/^ {4}Value\("([^"]+)", [+-]1, .*, ([\d.e+-]+)\),$/gm)];
    expect(values).toHaveLength(6);
    for (const [, value, after] of values) expect(mean(value)).toBeCloseTo(Number(after), 9);
    const drift = data.reduce(
      (sum, row) => sum + (row.ratio > 0 ? row.weight_after * Math.log(row.ratio) : 0),
      0,
    );
    expect(drift).toBeCloseTo(Number(/^KL = ([\d.e+-]+) /m.exec(text)?.[1]), 9);
  }
});

test("command line and LaTeX table are of the closest safe mix while the palette is out of reach, and say so", async ({
  page,
}) => {
  const { exports } = await opened(page, /^HHH 90/);
  const report = JSON.parse((await exports.save(/^Report, JSON/)).text);
  const command = await exports.save(/^Command line/);
  expect(command.name).toContain("closest-safe-mix");
  expect(command.text).toMatch(/^# The palette is out of reach; this is the closest safe mix/m);
  expect(command.text).toContain(
    `--c_list=${report.values.map((v: { shownTarget: number }) => Number(v.shownTarget.toPrecision(15))).join(",")} `,
  );
  const table = await exports.save(/^Table, LaTeX/);
  expect(table.text).toContain("\\toprule");
  expect(table.text).toContain("closest safe mix");
  expect(table.text).toContain("In-sample");
});

test("the one-page summary is one page, on paper", async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute("data-printed", "");
  });
  await page.emulateMedia({ colorScheme: "dark" });
  const { exports } = await opened(page, /^HHH 90/);
  await exports.menu().click();
  await exports.item(/^One-page summary/).click();
  await expect(page.locator("[data-printed]")).toHaveCount(1);
  const sheet = page.getByRole("article");
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(sheet).toContainText("Out of reach");
  await expect(sheet).toContainText("in-sample");
  await expect(sheet).toContainText("this is the closest safe mix");
  await expect(sheet.getByRole("row")).toHaveCount(7);
  await expect(sheet.locator("figure.region-plot")).toBeVisible();
  await expect(sheet.getByRole("link")).toHaveAttribute("href", page.url());
  await expect(page.getByRole("button", { name: "Share" })).toBeHidden();
  const pdf = await page.pdf({ format: "A4", printBackground: true });
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await expect(sheet).toHaveCount(0);
});

test("of a file, weights keep its rewards as they are, and its prompts", async ({ page }) => {
  const data = new DataPage(page);
  const { exports, palette } = await opened(page);
  const rows = Array.from({ length: 60 }, (_, j) => ({
    prompt: `q${j % 6}`,
    generated: `a${j}`,
    kind: 0.1 * (j % 7) + 0.05 * (j % 11),
    slow: ((j * 37) % 13) / 3,
  }));
  await data.open();
  await data.choose("=answers.json", JSON.stringify(rows));
  await data.useAnswers();
  await palette.headline().waitFor();
  const { name, text } = await exports.save(/^Weights, CSV/);
  expect(name).toBe("value-palette_weights_answers_in-sample.csv");
  const read = Papa.parse<Record<string, number>>(text, { header: true, dynamicTyping: true }).data;
  rows.forEach((row, j) => {
    expect([read[j].row, read[j].prompt, read[j].reward_kind, read[j].reward_slow]).toEqual([
      j + 1,
      j % 6,
      row.kind,
      row.slow,
    ]);
  });
  const { text: script } = await exports.save(/^Training, Python/);
  expect(script).toContain("# =answers.json\n");
  expect(script).not.toContain("synthetic");
});

test("very many answers are written a stretch at a time: the page stays alive, tells how far it is, and can stop", async ({
  page,
}) => {
  const { exports, palette } = await opened(page);
  await new DataPage(page).open();
  await page
    .getByRole("combobox", { name: "Size of Llama-2-7B-chat" })
    .selectOption({ label: "100,000 answers" });
  await page.getByRole("button", { name: "Use the sample Llama-2-7B-chat" }).click();
  await expect(page.getByRole("banner")).toContainText("100,000 answers");
  await palette.settled();
  let isSaved = false;
  page.on("download", () => {
    isSaved = true;
  });
  await exports.menu().click();
  await exports.item(/^Weights, CSV/).click();
  const writing = page.getByRole("progressbar", { name: "Writing Weights, CSV…" });
  await expect(writing).toBeVisible();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(writing).toHaveCount(0);
  expect(isSaved).toBe(false);

  for (const format of ["CSV", "Parquet"]) {
    // Every frame that the page draws meanwhile notes how far the bar is.
    const shares = page.evaluate(
      () =>
        new Promise<number[]>((resolve) => {
          const seen: number[] = [];
          const look = () => {
            const bar = document.querySelector<HTMLProgressElement>(".loading progress");
            if (bar) seen.push(bar.value);
            if (bar || seen.length === 0) requestAnimationFrame(look);
            else resolve(seen);
          };
          look();
        }),
    );
    const { bytes } = await exports.save(new RegExp(`^Weights, ${format}`));
    expect(bytes.length).toBeGreaterThan(100_000 * 8 * 8);
    const drawn = await shares;
    expect(new Set(drawn).size).toBeGreaterThan(3);
    expect(drawn).toEqual([...drawn].sort((x, y) => x - y));
  }
});
