import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Plugin, Rolldown } from "vite";

/** Under these a package may be passed on as a part of the application, with its notice. */
const FREE = /^(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|OFL-1\.1|Unlicense|CC0-1\.0)$/;
const NOTICE = /^(licen[cs]e|copying)/i;
const RULE = `\n\n${"-".repeat(80)}\n\n`;

/** Lists what is built into the application, package by package with its licence, in one file. */
export interface Licences {
  /** Emits the file; for the build of the page. */
  readonly page: (fileName: string) => Plugin;
  /** Only takes note; for the builds of its workers, which come first. */
  readonly worker: () => Plugin;
}

/** Makes the list, empty. Errors: a build fails where a package has no licence that lets it be passed on. */
export function licences(): Licences {
  const folders = new Set<string>();
  const note = (bundle: Rolldown.OutputBundle) => {
    for (const part of Object.values(bundle))
      for (const file of part.type === "chunk" ? part.moduleIds : part.originalFileNames) {
        const folder = packageOf(file);
        if (folder) folders.add(folder);
      }
  };
  return {
    worker: () => ({ name: "licences-of-worker", generateBundle: (_, bundle) => note(bundle) }),
    page: (fileName) => ({
      name: "licences",
      apply: "build",
      generateBundle(_, bundle) {
        note(bundle);
        const own = readFileSync("LICENSE", "utf8").trim();
        const notices = [own, ...[...folders].map(noticeOf).sort()];
        this.emitFile({ type: "asset", fileName, source: `${notices.join(RULE)}\n` });
      },
    }),
  };
}

/** The folder of the package that a file belongs to; null for a file of our own. */
function packageOf(file: string): string | null {
  const path = resolve(file.replace(/^\0/, "").split("?")[0]).split("\\").join("/");
  const at = path.lastIndexOf("node_modules/");
  if (at < 0) return null;
  const [first, second] = path.slice(at + "node_modules/".length).split("/");
  const folder =
    path.slice(0, at) + join("node_modules", first.startsWith("@") ? `${first}/${second}` : first);
  return existsSync(join(folder, "package.json")) ? folder : null;
}

function noticeOf(folder: string): string {
  const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const { name, version, license, repository } = about;
  if (!FREE.test(license)) throw new Error(`invalid licence: ${name} ${version}: ${license}`);
  const file = readdirSync(folder).find((found) => NOTICE.test(found));
  const notice = file
    ? readFileSync(join(folder, file), "utf8").trim()
    : `The package brings no notice of its own; it comes from ${repository?.url ?? repository}.`;
  return `${name} ${version} (${license})\n\n${notice}`;
}
