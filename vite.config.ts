import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { offlineFiles } from "./.ci/offline-files.ts";
import { oneScript } from "./.ci/one-script.ts";

export default defineConfig({
  base: "./",
  plugins: [
    react(),
    oneScript("src/embed/value-palette.ts", "value-palette.js"),
    oneScript("workers/offline.worker.ts", "offline.js", (bundle) => ({
      OFFLINE: offlineFiles(bundle),
    })),
  ],
  // Models run on the processor: the runtime for graphics cards is twice as large.
  resolve: { alias: { "onnxruntime-web/webgpu": "onnxruntime-web/wasm" } },
  worker: { format: "es" },
  build: {
    target: "es2023",
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // Workers are built by a plugin, which the bundler would report as slow.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  test: {
    include: ["{src,workers}/**/*.test.{ts,tsx}"],
    environment: "node",
    setupFiles: ["src/ui/text/testing/english.ts"],
    testTimeout: 60_000,
  },
});
