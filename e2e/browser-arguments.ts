/** How Chromium is started by tests and measurements: quiet, and without its sandbox only where root forbids one. */
export const BROWSER_ARGUMENTS: readonly string[] = [
  "--disable-background-networking",
  "--disable-gpu",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];
