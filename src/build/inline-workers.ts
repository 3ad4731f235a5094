import type { Plugin } from "vite";

const MADE =
  /new Worker\(\s*new URL\(\s*"(\.[^"]+)",\s*import\.meta\.url,?\s*\),\s*\{([^}]*)\},?\s*\)/g;

/** Puts every worker into the code that starts it: a page opened from a disk may load no file beside itself. */
export function inlineWorkers(): Plugin {
  return {
    name: "inline-workers",
    enforce: "pre",
    transform: {
      filter: { code: "new Worker(" },
      handler(code) {
        const imports = new Map<string, string>();
        const made = code.replace(MADE, (_, file: string, options: string) => {
          const name = imports.get(file) ?? `InlineWorker${imports.size}`;
          imports.set(file, name);
          const called = /\bname: "[^"]*"/.exec(options)?.[0] ?? "";
          return `new ${name}({ ${called} })`;
        });
        const lines = [...imports].map(
          ([file, name]) => `import ${name} from "${file}?worker&inline";\n`,
        );
        return lines.join("") + made;
      },
    },
  };
}

/** In a worker that is no module nothing is called `require`, by which this package knows that it is built into one. */
export function moduleOfPluralize(): Plugin {
  return {
    name: "module-of-pluralize",
    enforce: "pre",
    transform: {
      filter: { id: /node_modules\/pluralize\// },
      handler: (code) => code.replace("typeof require === 'function'", "true"),
    },
  };
}
