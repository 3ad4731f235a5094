import { bundled } from "./bundle.mjs";

/** `staticHost` of `src/host/static-host.ts`, where its types and its tests are. */
export const { staticHost } = await import(
  await bundled("src/host/static-host.ts", "static-host", ["src/host"])
);
