import { type BuiltFiles, offlineCache } from "../src/keep/offline-cache.ts";

declare const self: ServiceWorkerGlobalScope;
/** Filled in by the build. */
declare const BUILT: BuiltFiles;

const cache = offlineCache(BUILT, {
  scope: self.registration.scope,
  caches,
  fetch: (request) => fetch(request),
});

// Pages of the last build find their parts in its cache, which stays: nobody has to close every tab first.
self.addEventListener("install", (event) =>
  event.waitUntil(cache.keep().then(() => self.skipWaiting())),
);
self.addEventListener("activate", (event) => event.waitUntil(cache.forgetOlder()));
self.addEventListener("fetch", (event) => {
  const answer = cache.answer(event.request);
  if (answer) event.respondWith(answer);
});
