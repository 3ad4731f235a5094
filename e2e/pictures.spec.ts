import { expect, type Locator, type Page, test } from "@playwright/test";
import Papa from "papaparse";
import { AnalysisArea } from "./pages/analysis-area.ts";
import { ExportsPage, type SavedFile } from "./pages/exports-page.ts";
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

/** What a picture is once a browser has it as a file of its own: well-formed, drawn, and of which size. */
function seen(page: Page, { text, bytes, name }: SavedFile) {
  const type = name.endsWith(".svg") ? "image/svg+xml" : "image/png";
  return page.evaluate(
    async ([address, source]) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      const context = canvas.getContext("2d") as CanvasRenderingContext2D;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      const colours = new Set<number>();
      for (let i = 0; i < data.length; i += 4)
        colours.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
      const parsed = source && new DOMParser().parseFromString(source, "image/svg+xml");
      return {
        width: image.naturalWidth,
        height: image.naturalHeight,
        colours: colours.size,
        ground: [...data.slice(0, 3)],
        fault: parsed ? (parsed.querySelector("parsererror")?.textContent ?? null) : null,
        outside: parsed
          ? [...parsed.querySelectorAll("[href]")]
              .map((e) => e.getAttribute("href") ?? "")
              .filter((href) => !/^(#|data:image\/png;base64,)/.test(href))
          : [],
      };
    },
    [`data:${type};base64,${bytes.toString("base64")}`, type.includes("svg") ? text : ""] as const,
  );
}

/** Every file of a figure opens, and its numbers are those of its table. */
async function expectFigure(page: Page, exports: ExportsPage, figure: Locator) {
  const link = page.url();
  const svg = await exports.saveFigure(figure, "SVG");
  const drawn = await seen(page, svg);
  expect(drawn.fault).toBeNull();
  expect(drawn.colours).toBeGreaterThan(8);
  expect(drawn.outside).toEqual([link]);
  expect(svg.text).not.toMatch(/var\(|oklab|class=|<script|@import|NaN|undefined/);
  expect(svg.text).toContain("sans-serif");
  expect(svg.text).toContain("In-sample");
  expect(svg.text).toContain("alibrated synthetic sample holds made-up numbers");
  expect(svg.name).toMatch(/^value-palette_[a-z0-9-]+_llama-2-7b-chat-synthetic_.*in-sample\.svg$/);

  const png = await exports.saveFigure(figure, "PNG");
  const pixels = await seen(page, png);
  expect([pixels.width, pixels.height]).toEqual([2 * drawn.width, 2 * drawn.height]);
  expect(pixels.colours).toBeGreaterThan(8);
  expect(pixels.ground).toEqual(drawn.ground);
  expect(png.text).toContain(`Source\0\0\0\0\0${link}`);

  const csv = await exports.saveFigure(figure, "CSV");
  const read = Papa.parse<string[]>(csv.text.replace(/^\ufeff/, "")).data.slice(0, -1);
  const table = await exports.table(figure);
  expect(read.length).toBe(table.length);
  expect(read[0]).toEqual(table[0]);
  read.forEach((row, j) => {
    row.forEach((cell, k) => {
      if (j > 0) expectSame(cell, table[j][k]);
    });
  });
  return { svg, png, csv };
}

/** A cell of a file has every digit of what the page shows rounded; words are the same. */
function expectSame(cell: string, shown: string) {
  if (cell === "" || Number.isNaN(Number(cell))) return expect(cell).toBe(shown);
  const plain = shown.replace("−", "-").replace(/[+,\u202f%]/g, "");
  const decimals = /\.(\d+)/.exec(plain)?.[1].length ?? 0;
  const value = Number(cell) * (shown.includes("%") ? 100 : 1);
  return expect(Math.abs(value - Number(plain))).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-9);
}

test.describe("each picture leaves the page as SVG, PNG and CSV", () => {
  test("region and distributions, in light", async ({ page }) => {
    const { exports } = await opened(page);
    const { csv } = await expectFigure(page, exports, page.locator("figure.region-plot"));
    expect(csv.text).toContain("your palette");
    await expectFigure(page, exports, page.locator(".ridges-panel figure"));
  });

  test("out of reach, in dark: they say that they are of the closest safe mix", async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    const { exports } = await opened(page, /^HHH 90/);
    const region = page.locator("figure.region-plot");
    const { svg } = await expectFigure(page, exports, region);
    expect(svg.name).toContain("closest-safe-mix");
    expect(svg.text).toMatch(/out of reach; this is the closest safe mix/);
    expect((await seen(page, svg)).ground).toEqual([0x16, 0x16, 0x18]);
  });

  for (const [tab, figures] of [
    ["One by one", 1],
    ["Pairs", 1],
    ["Distributions", 1],
    ["Mixes", 1],
    ["Trust", 3],
  ] as const)
    test(`those of ${tab}`, async ({ page }) => {
      const { exports } = await opened(page);
      const area = new AnalysisArea(page);
      await area.open(tab);
      const found = area.panel().locator("figure");
      await expect(found).toHaveCount(figures);
      if (tab === "Pairs") await expect(area.panel().locator(".pair-pending")).toHaveCount(0);
      if (tab === "Distributions") await expect(area.panel()).toContainText("beats one");
      for (let k = 0; k < figures; k++) await expectFigure(page, exports, found.nth(k));
    });

  test("those of kept scenarios, and the trade-offs with their tints", async ({ page }) => {
    const { exports } = await opened(page);
    const area = new AnalysisArea(page);
    await area.open("Compare");
    await area.keep("=A");
    const found = area.panel().locator("figure");
    await expect(found).toHaveCount(2);
    await expect(found.first()).toContainText("=A");
    const csv = await exports.saveFigure(found.first(), "CSV");
    expect(csv.text).toContain(`"'=A"`);
    await area.open("Trade-offs");
    const matrix = area.panel().locator(".trade-off");
    // A head, and the three values that cost something.
    await expect(matrix.getByRole("row")).toHaveCount(4);
    const svg = await exports.saveFigure(matrix, "SVG");
    const drawn = await seen(page, svg);
    expect(drawn.fault).toBeNull();
    expect(drawn.colours).toBeGreaterThan(8);
    const { data } = Papa.parse<string[]>((await exports.saveFigure(matrix, "CSV")).text);
    expect(Number(data[1][2])).toBeLessThan(0);
  });
});

test("a picture that is not of the palette's answers does not say that it is", async ({ page }) => {
  const { exports } = await opened(page);
  await page.getByRole("button", { name: "Moral profile" }).click();
  const radar = page.locator("figure.radar").first();
  const { name, text } = await exports.saveFigure(radar, "SVG");
  expect(name).toMatch(/^value-palette_[a-z-]+\.svg$/);
  expect(text).toContain(page.url().replaceAll("&", "&amp;"));
  expect(text).not.toMatch(/In-sample|drift|synthetic/);
});
