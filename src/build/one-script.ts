import { build, type Plugin, type Rolldown } from "vite";

/**
 * Builds an entry by itself into one classic script of a fixed name, beside what Vite builds. `define` gives constants that
 * it uses, from everything that was built before it.
 */
export function oneScript(
  entry: string,
  fileName: string,
  define: (bundle: Rolldown.OutputBundle) => Record<string, unknown> = () => ({}),
): Plugin {
  return {
    name: "one-script",
    apply: "build",
    generateBundle: {
      order: "post",
      async handler(_, bundle) {
        const constants = Object.entries(define(bundle));
        const built = await build({
          configFile: false,
          logLevel: "error",
          publicDir: false,
          define: Object.fromEntries(constants.map(([name, x]) => [name, JSON.stringify(x)])),
          build: {
            write: false,
            target: "es2023",
            rolldownOptions: { input: entry, output: { format: "iife" } },
          },
        });
        for (const { output } of [built].flat().filter((one) => "output" in one))
          this.emitFile({ type: "asset", fileName, source: output[0].code });
      },
    },
  };
}
