/** What keeping the page for visits without a network works with. */
export interface OfflinePage {
  readonly serviceWorker: ServiceWorkerContainer;
  /** Address of the page's first script, whose name changes with every version. */
  readonly script: string;
  /** The page as it is now. */
  read(): Promise<string>;
  /** Calls when the page is looked at again. */
  onSeen(listener: () => void): void;
  /** Told once another version is there, whole. */
  onNewVersion(): void;
}

const WORKER = "./offline.js";

/** From the second visit on the page opens without a network; a version that comes while it is open is told, and nothing is reloaded. */
export async function keepOffline(page: OfflinePage): Promise<void> {
  const { serviceWorker } = page;
  if (serviceWorker.controller)
    serviceWorker.addEventListener("controllerchange", () => void tellNewer(page));
  try {
    const registration = await serviceWorker.register(WORKER);
    page.onSeen(() => void registration.update().catch(() => undefined));
  } catch {
    // Where nothing may be kept the page opens as long as there is a network.
  }
}

/** The worker of another version may come behind a page that is of that version already. */
async function tellNewer({ script, read, onNewVersion }: OfflinePage): Promise<void> {
  const name = script.slice(script.lastIndexOf("/") + 1);
  const page = await read().catch(() => name);
  if (!page.includes(name)) onNewVersion();
}
