import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const hasDesktop =
  process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

export default defineConfig({
  base: "./",
  plugins: [react()],
  worker: { format: "es" },
  build: { target: "es2023", modulePreload: { polyfill: false } },
  preview: { open: hasDesktop && !process.env.CI },
  test: {
    include: ["src/**/*.test.{ts,tsx}", "workers/**/*.test.ts"],
    environment: "node",
    testTimeout: 60_000,
  },
});
