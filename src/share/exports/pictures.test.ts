import { deflateSync } from "fflate";
import { Window } from "happy-dom";
import { expect, test } from "vitest";
import { fileName } from "./file-name.ts";
import { withPngText } from "./png-text.ts";
import { framedSize, svgDocument } from "./svg-document.ts";

/** One grey pixel. */
const PNG = Uint8Array.from(
  atob(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==",
  ),
  (c) => c.charCodeAt(0),
);

/** Chunks of a PNG by type, as far as a reader goes: length, type, content, checksum. */
function chunksOf(png: Uint8Array) {
  const view = new DataView(png.buffer, png.byteOffset);
  const out: { type: string; content: Uint8Array; crc: number }[] = [];
  for (let at = 8; at < png.length; ) {
    const length = view.getUint32(at);
    out.push({
      type: new TextDecoder().decode(png.subarray(at + 4, at + 8)),
      content: png.subarray(at + 8, at + 8 + length),
      crc: view.getUint32(at + 8 + length),
    });
    at += length + 12;
  }
  return out;
}

test("words go into a PNG after its header, and nothing else changes", () => {
  const texts = { Title: "λ & <b>", Source: "https://host.example/#p=1.abc" };
  const chunks = chunksOf(withPngText(PNG, texts));
  expect(chunks.map(({ type }) => type)).toEqual(["IHDR", "iTXt", "iTXt", "IDAT", "IEND"]);
  const words = chunks.slice(1, 3).map(({ content }) => new TextDecoder().decode(content));
  expect(words).toEqual(Object.entries(texts).map(([key, text]) => `${key}\0\0\0\0\0${text}`));
  expect(chunks.filter(({ type }) => type !== "iTXt")).toEqual(chunksOf(PNG));
  expect(() => withPngText(deflateSync(PNG), texts)).toThrow("invalid PNG");
});

test("checksums are those of the PNG standard", () => {
  const known = withPngText(PNG, { Title: "x" });
  const { crc } = chunksOf(known)[1];
  // zlib's crc32 of "iTXtTitle\0\0\0\0\0x"
  expect(crc).toBe(3778246407);
});

test("a drawing in its frame is one well-formed file with title, caption and link, whatever they hold", () => {
  const framing = {
    title: 'a <script> & "b" \u0000',
    caption: ["one ≥ two", "]]>"],
    description: "<desc>",
    link: "https://host.example/?a=1&b=2#p=1.x",
    linkWords: "open",
    colours: { paper: "#fff", ink: "#111", muted: "#666" },
    fonts: '"Inter", sans-serif',
  };
  const drawing = { width: 300.4, height: 200, body: '<circle r="4"/>' };
  const text = svgDocument(drawing, framing);
  const parsed = new new Window().DOMParser().parseFromString(text, "image/svg+xml");
  expect(parsed.querySelector("parsererror")).toBeNull();
  expect(parsed.querySelector("script")).toBeNull();
  const root = parsed.documentElement;
  const { width, height } = framedSize(drawing, framing);
  expect([root.getAttribute("width"), root.getAttribute("height")]).toEqual([
    `${width}`,
    `${height}`,
  ]);
  expect(parsed.querySelector("a")?.getAttribute("href")).toBe(framing.link);
  expect(text).toContain(`<dc:source>${framing.link.replace("&", "&amp;")}</dc:source>`);
  expect(text).not.toContain("\u0000");
});

test("a frame leaves room for title, caption and link", () => {
  const two = { caption: ["one", "two"] };
  const bare = framedSize({ width: 300.4, height: 200 }, { caption: [] });
  expect(bare).toEqual({ width: 349, height: 306 });
  expect(framedSize({ width: 300.4, height: 200 }, two)).toEqual({ width: 349, height: 338 });
  expect(framedSize({ width: 0, height: 0.2 }, two)).toEqual({ width: 48, height: 139 });
});

test("a picture says that it is XML, and has a style sheet only where it was given one", () => {
  const framing = {
    title: "",
    caption: [],
    description: "",
    link: "",
    linkWords: "",
    colours: { paper: "#fff", ink: "#111", muted: "#666" },
    fonts: "serif",
  };
  const drawing = { width: 1, height: 1, body: "" };
  const bare = svgDocument(drawing, framing);
  expect(bare.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<svg ')).toBe(true);
  expect(bare.endsWith("</svg>\n")).toBe(true);
  expect(bare).not.toContain("<style>");
  expect(svgDocument(drawing, framing, "a{}")).toContain("<style>a{}</style>");
});

test("a PNG of nothing but its header takes words, one cut within it is none", () => {
  const header = PNG.subarray(0, 33);
  expect(chunksOf(withPngText(header, { Title: "x" })).map(({ type }) => type)).toEqual([
    "IHDR",
    "iTXt",
  ]);
  expect(() => withPngText(PNG.subarray(0, 32), {})).toThrow("invalid PNG: 32 bytes");
  expect(() =>
    withPngText(
      PNG.map((byte, k) => (k === 1 ? 0 : byte)),
      {},
    ),
  ).toThrow("invalid PNG");
});

test("file names say what they are, in letters that any system takes", () => {
  expect(fileName(["Value Palette", "Humor × Harmlessness", "", "λ.csv/../x"], "svg")).toBe(
    "value-palette_humor-harmlessness_lambda-csv-x.svg",
  );
  expect(fileName(["Prüfung", "größer"], "py", "_")).toBe("prufung_grosser.py");
  expect(fileName(["漢字", "x".repeat(300)], "csv").length).toBeLessThan(60);
});
