import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const MINUTE = 60_000;

/** Mutated code counts its steps: a test that takes a second may take a minute, which must not look like a failure. */
export default defineConfig({
  plugins: [react()],
  test: {
    include: ["src/**/*.test.{ts,tsx}"],
    environment: "node",
    setupFiles: ["src/ui/text/testing/english.ts"],
    testTimeout: 30 * MINUTE,
    hookTimeout: 30 * MINUTE,
  },
});
