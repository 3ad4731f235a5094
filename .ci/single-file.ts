import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Plugin } from "vite";

const PUBLIC = "public";
const NO_MODELS = "src/engine/no-text-classifier.ts";

/** Makes one page of everything: code, styles and the icon inside it, nothing beside it. Expects one script and one style. */
export function singleFile(fileName: string): Plugin {
  return {
    name: "single-file",
    config: () => ({
      publicDir: false,
      resolve: {
        alias: [{ find: /.*\/load-text-classifier\.ts$/, replacement: resolve(NO_MODELS) }],
      },
      build: {
        assetsInlineLimit: () => true,
        cssCodeSplit: false,
        chunkSizeWarningLimit: 10_000,
        rolldownOptions: { output: { codeSplitting: false } },
      },
    }),
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const { "index.html": page, ...parts } = bundle;
        if (page?.type !== "asset") return this.error("invalid bundle: no index.html");
        let html = String(page.source);
        for (const [name, part] of Object.entries(parts)) {
          html =
            part.type === "chunk"
              ? withScript(html, name, part.code)
              : withStyle(html, name, String(part.source));
          delete bundle[name];
        }
        delete bundle["index.html"];
        this.emitFile({ type: "asset", fileName, source: withIcon(html) });
      },
    },
  };
}

function withScript(html: string, name: string, code: string): string {
  // A script ends at the first "</script", also inside of a string.
  const safe = code.replace(/<(?=\/script|!--)/gi, "\\x3C");
  const tag = new RegExp(`<script[^>]* src="\\./${escaped(name)}"></script>`);
  return moved(html, tag, `<script type="module">${safe}</script>`, "</body>");
}

function withStyle(html: string, name: string, code: string): string {
  const tag = new RegExp(`<link[^>]* href="\\./${escaped(name)}"[^>]*>`);
  return moved(html, tag, `<style>${code}</style>`, "</head>");
}

/** Replaces a tag by another one before `place`. Errors: throws `invalid page: …` where there is no such tag. */
function moved(html: string, tag: RegExp, by: string, place: string): string {
  if (!tag.test(html)) throw new Error(`invalid page: no ${tag}`);
  return html.replace(tag, "").replace(place, () => by + place);
}

function withIcon(html: string): string {
  const svg = readFileSync(join(PUBLIC, "icon.svg"));
  return html
    .replace(/\s*<link rel="(manifest|apple-touch-icon)"[^>]*>/g, "")
    .replace('href="./icon.svg"', `href="data:image/svg+xml;base64,${svg.toString("base64")}"`);
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
