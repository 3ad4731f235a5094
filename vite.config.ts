import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { contentPolicyPlugin } from "./src/build/content-policy.ts";
import { inlineWorkers, moduleOfPluralize } from "./src/build/inline-workers.ts";
import { licences } from "./src/build/licences.ts";
import { offlineFiles } from "./src/build/offline-files.ts";
import { oneScript } from "./src/build/one-script.ts";
import { singleFile } from "./src/build/single-file.ts";
import { packedFiles } from "./src/host/packed-files.ts";

export default defineConfig(({ mode }) => {
  const isSingle = mode === "single";
  const { page, worker } = licences();
  return {
    base: "./",
    plugins: [
      react(),
      page("licences.txt"),
      isSingle
        ? [inlineWorkers(), singleFile("value-palette.html")]
        : [
            contentPolicyPlugin(),
            oneScript("src/embed/value-palette.ts", "value-palette.js"),
            oneScript("workers/offline.worker.ts", "offline.js", (bundle) => ({
              BUILT: offlineFiles(bundle),
            })),
            packedFiles(),
          ],
    ],
    // Models run on the processor: the runtime for graphics cards is twice as large.
    resolve: { alias: { "onnxruntime-web/webgpu": "onnxruntime-web/wasm" } },
    // A worker inside a page is no module that could load others.
    worker: isSingle
      ? { format: "iife", plugins: () => [worker(), inlineWorkers(), moduleOfPluralize()] }
      : { format: "es", plugins: () => [worker()] },
    build: {
      target: "es2023",
      outDir: isSingle ? "dist-single" : "dist",
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      // Workers are built by a plugin, which the bundler would report as slow.
      rolldownOptions: {
        checks: { pluginTimings: false },
        // What the page needs at once comes as one file: fifty small ones wait for one another.
        ...(isSingle
          ? {}
          : { output: { codeSplitting: { groups: [{ name: "first", tags: ["$initial"] }] } } }),
      },
    },
    test: {
      include: ["{src,workers}/**/*.test.{ts,tsx}"],
      environment: "node",
      setupFiles: ["src/ui/text/testing/english.ts", "src/testing/seeded-cases.ts"],
      // A test that hangs is stopped by its own limit; a slow machine does not meet it.
      testTimeout: 600_000,
      hookTimeout: 600_000,
    },
  };
});
