import { build, type Plugin } from "vite";

/** Builds an entry by itself into one classic script of a fixed name, beside what Vite builds. */
export function oneScript(entry: string, fileName: string): Plugin {
  return {
    name: "one-script",
    apply: "build",
    async generateBundle() {
      const built = await build({
        configFile: false,
        logLevel: "error",
        publicDir: false,
        build: {
          write: false,
          target: "es2023",
          rolldownOptions: { input: entry, output: { format: "iife" } },
        },
      });
      for (const { output } of [built].flat().filter((one) => "output" in one))
        this.emitFile({ type: "asset", fileName, source: output[0].code });
    },
  };
}
