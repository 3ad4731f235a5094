/** What `npm run bench` hands to the `bench(context)` that every `*.bench.ts` here exports. */
export interface BenchContext {
  /** A Chromium to drive, for Playwright's `executablePath`; the same as `$CHROME_PATH`. */
  readonly chromePath: string;
  /** The options that followed the names, such as `--seed 2`. */
  readonly args: readonly string[];
  /** Builds the app and serves it gzipped on a free port of this machine. Throws when the build fails. */
  serveApp(): Promise<{ readonly url: string; close(): Promise<void> }>;
  /** Builds the page in a folder and serves it likewise. */
  servePage(folder: string): Promise<{ readonly url: string; close(): Promise<void> }>;
  /** Address of a TypeScript entry, built so that Node can import it. */
  built(entry: string): Promise<string>;
}
