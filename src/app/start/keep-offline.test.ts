import { expect, test } from "vitest";
import { eventually } from "../../testing/eventually.ts";
import { keepOffline, type OfflinePage } from "./keep-offline.ts";

function offlinePage({ hasController = true, page = "" } = {}) {
  const events = new EventTarget();
  const done = { newVersions: 0, updates: 0, reads: 0 };
  const update = async () => {
    done.updates++;
    throw new TypeError("no network");
  };
  const serviceWorker = Object.assign(events, {
    controller: hasController ? {} : null,
    register: async () => ({ update }),
  }) as unknown as ServiceWorkerContainer;
  let see: () => void = () => undefined;
  const parts: OfflinePage = {
    serviceWorker,
    script: "https://values.example/assets/index-1.js",
    read: async () => {
      done.reads++;
      return page;
    },
    onSeen: (listener) => {
      see = listener;
    },
    onNewVersion: () => done.newVersions++,
  };
  return {
    parts,
    done,
    change: () => events.dispatchEvent(new Event("controllerchange")),
    see: () => see(),
  };
}

test("a version that comes while the page is open is told", async () => {
  const { parts, done, change } = offlinePage({ page: '<script src="./assets/index-2.js">' });
  await keepOffline(parts);
  expect(done.newVersions).toBe(0);
  change();
  await eventually(() => expect(done.newVersions).toBe(1));
});

test("nothing is told where the page is of that version already, or at a first visit", async () => {
  const same = offlinePage({ page: '<script src="./assets/index-1.js">' });
  await keepOffline(same.parts);
  same.change();
  await eventually(() => expect(same.done.reads).toBe(1));
  const first = offlinePage({ hasController: false });
  await keepOffline(first.parts);
  first.change();
  expect([same.done.newVersions, first.done.newVersions, first.done.reads]).toEqual([0, 0, 0]);
});

test("a page that is looked at again asks for a new version, with no harm where there is no network", async () => {
  const { parts, done, see } = offlinePage();
  await keepOffline(parts);
  see();
  await eventually(() => expect(done.updates).toBe(1));
});
