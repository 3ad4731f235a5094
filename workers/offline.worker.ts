/** The worker that answers for the page; the export makes this file a module. */
export declare const self: ServiceWorkerGlobalScope;
/** Filled in by the build: the files of the application, and a name for them as they are. */
declare const OFFLINE: { readonly files: readonly string[]; readonly build: string };

const PATIENCE_MS = 3000;
const { files, build } = OFFLINE;
const { scope } = self.registration;
const own = `value-palette ${scope} `;
const cacheName = own + build;

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(forgetOlder()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const file = request.url.split(/[?#]/)[0].slice(scope.length) || "index.html";
  const isOurs = request.url.startsWith(scope) && files.includes(file);
  if (request.method === "GET" && isOurs) event.respondWith(answer(request, file));
});

async function keep(): Promise<void> {
  const cache = await caches.open(cacheName);
  // Names in `assets` change with their content; the others have to be asked for anew.
  const from = (file: string) => (file.startsWith("assets/") ? "default" : "reload");
  await cache.addAll(files.map((file) => new Request(file, { cache: from(file) })));
}

async function forgetOlder(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(own) && name !== cacheName);
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** The newest page where there is a network, the one that was kept where there is none or it is too slow. */
async function answer(request: Request, file: string): Promise<Response> {
  const kept = await caches.match(new URL(file, scope), { cacheName });
  if (!kept || file.startsWith("assets/")) return kept ?? fetch(request);
  const late = new Promise<Response>((resolve) => setTimeout(resolve, PATIENCE_MS, kept));
  return Promise.race([fetch(request).catch(() => kept), late]);
}
