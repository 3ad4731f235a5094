import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { oneScript } from "./.ci/one-script.ts";

export default defineConfig({
  base: "./",
  plugins: [react(), oneScript("src/embed/value-palette.ts", "value-palette.js")],
  worker: { format: "es" },
  build: { target: "es2023", modulePreload: { polyfill: false }, reportCompressedSize: false },
  test: {
    include: ["{src,workers}/**/*.test.{ts,tsx}"],
    environment: "node",
    setupFiles: ["src/ui/text/testing/english.ts"],
    testTimeout: 60_000,
  },
});
