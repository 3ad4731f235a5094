import { strToU8, zipSync } from "fflate";
import { useMemo } from "react";
import type { RatedRows } from "../../engine/contract.ts";
import { MoralDeskContext } from "../../panels/moral/kit/moral-desk.ts";
import { MoralPage } from "../../panels/moral/moral-page.tsx";
import { profileOf } from "../../state/profile.ts";
import { saveText } from "../exports/save-file.ts";
import type { Application } from "../start/start.ts";
import { placeSync } from "./place-sync.ts";
import { profileSync } from "./profile-sync.ts";
import { type Desk, type SavedText, startMoral } from "./start-moral.ts";

const desks = new WeakMap<Application, Desk>();
/** What the rated answers of the demonstration are called as data. */
const DEMONSTRATION = "demonstration answers";

/** The desk of an application; it is made at the first visit of the page and stays while one goes to other pages. */
export function deskOf(application: Application): Desk {
  const desk = desks.get(application);
  if (desk) return desk;
  const newDesk = startMoral({
    gate: application.surroundings.gate,
    storage: application.surroundings.storage,
    makeMoralWorker: application.surroundings.workers.moral,
    rewards: application.rewards,
    labelled: application.labelled,
    tools: application.surroundings,
    place: application.stores.session.getState().moral,
    screenWeights: () => profileOf(application.stores.document.getState().document).weights,
    openRated: (rows, name) => openRated(application, rows, name),
    save,
    onProblem: (detail) =>
      application.stores.session.getState().notify({ kind: "calculation-failed", detail }),
  });
  placeSync(application.stores.session, newDesk.store);
  profileSync(application.stores, application.analyst, newDesk.store);
  desks.set(application, newDesk);
  return newDesk;
}

/** The Moral profile page, joined to its desk. */
export function MoralScreen({
  application,
  onPalette,
}: {
  application: Application;
  onPalette: () => void;
}) {
  const desk = useMemo(
    () => ({ ...deskOf(application), showPalette: onPalette }),
    [application, onPalette],
  );
  return (
    <MoralDeskContext value={desk}>
      <MoralPage />
    </MoralDeskContext>
  );
}

async function openRated(
  { open, stores }: Application,
  { columns, prompts, texts, fingerprint }: RatedRows,
  name: string | null,
): Promise<void> {
  const { profile } = stores.document.getState().document;
  const isOpen = await open({
    rows: { kind: "columns", columns, weights: null, prompts },
    source: { kind: "file", name: name ?? DEMONSTRATION, fingerprint },
    dropped: 0,
    texts,
  });
  // Stated anew, so that the palette follows it and not the other way round.
  if (isOpen)
    stores.document
      .getState()
      .amend((document) => ({ ...document, profile: { ...profileOf({ profile }) } }));
}

function save(name: string, files: readonly SavedText[]): void {
  const [first, ...more] = files;
  if (!first) return;
  if (more.length === 0) saveText(name, first.text, "application/octet-stream");
  else {
    const entries = files.map((file) => [file.name, strToU8(file.text)]);
    const packed = zipSync(Object.fromEntries(entries)) as Uint8Array<ArrayBuffer>;
    saveText(name, packed, "application/zip");
  }
}
