import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Plugin } from "vite";
import { withPolicy } from "./content-policy.ts";

const PUBLIC = "public";
const LICENCES = "licences.txt";
const NO_MODELS = "src/engine/texts/no-text-classifier.ts";

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
        let html = withIcon(String(page.source));
        const scripts: string[] = [];
        const styles: string[] = [];
        for (const [name, part] of Object.entries(parts)) {
          if (part.type === "chunk") {
            scripts.push(insideHtml(part.code));
            html = withScript(html, name, scripts[scripts.length - 1]);
          } else if (name === LICENCES) {
            html = withText(html, String(part.source));
          } else {
            styles.push(String(part.source));
            html = withStyle(html, name, styles[styles.length - 1]);
          }
          delete bundle[name];
        }
        delete bundle["index.html"];
        this.emitFile({
          type: "asset",
          fileName,
          source: withPolicy(html, { scripts, styles }),
        });
      },
    },
  };
}

/** A script ends at the first "</script", also inside of a string. */
function insideHtml(code: string): string {
  return code.replace(/<(?=\/script|!--)/gi, "\\x3C");
}

function withScript(html: string, name: string, code: string): string {
  const tag = new RegExp(`<script[^>]* src="\\./${escaped(name)}"></script>`);
  return atEnd(without(html, tag), `<script type="module">${code}</script>`);
}

function withStyle(html: string, name: string, code: string): string {
  const tag = new RegExp(`<link[^>]* href="\\./${escaped(name)}"[^>]*>`);
  return without(html, tag).replace("</head>", () => `<style>${code}</style></head>`);
}

/** Text that the page can show; browsers run no script of this type. */
function withText(html: string, text: string): string {
  return atEnd(html, `<script type="text/plain" id="licences">${insideHtml(text)}</script>`);
}

/** Errors: throws `invalid page: …` where there is no such tag. */
function without(html: string, tag: RegExp): string {
  if (!tag.test(html)) throw new Error(`invalid page: no ${tag}`);
  return html.replace(tag, "");
}

/** The code of the page may speak of its end too: the last one counts. */
function atEnd(html: string, part: string): string {
  const end = html.lastIndexOf("</body>");
  return html.slice(0, end) + part + html.slice(end);
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
