import type { Stores } from "../../panels/kit/stores.ts";
import { FIRST_SOURCE } from "../../share/document/document.ts";
import type { KeptFile } from "../../state/session-store.ts";
import type { Keeper } from "../data/kept-data.ts";
import type { NewData } from "../data/new-data.ts";
import { sampleData } from "../data/sample-data.ts";
import { type FileSource, sameSource } from "../data/waiting-link.ts";
import type { DataOpener, LoadingStore } from "./open-data.ts";

/** What becomes of the file that is kept in this browser. */
export interface DataKeeping {
  /** Shows other rows; those of a file are kept for the next visit. False where they could not be shown. */
  open(data: NewData): Promise<boolean>;
  /** Shows the file that is kept. */
  openKept(): Promise<void>;
  /** Removes it; where it is open, a sample takes its place. */
  forgetKept(): Promise<void>;
  /** What is kept under a fingerprint; null where it is not there. Undefined where other data was wished for meanwhile. */
  restored(source: FileSource): Promise<NewData | null | undefined>;
}

/** Joins what is kept to what is shown. */
export function dataKeeping(
  { document: documents, session }: Stores,
  keeper: Keeper,
  loading: LoadingStore,
  { show, wish }: DataOpener,
): DataKeeping {
  async function open(data: NewData): Promise<boolean> {
    const isOpen = await show(data);
    if (isOpen) void keep(data);
    return isOpen;
  }

  async function keep(data: NewData): Promise<void> {
    const failure = await keeper.keep(data);
    session.setState({ kept: keeper.known() });
    if (failure && data.source.kind === "file")
      session.getState().notify({ kind: `keep-${failure}`, detail: data.source.name });
  }

  async function restored(source: FileSource): Promise<NewData | null | undefined> {
    const isNewest = wish(source);
    const data = await keeper.find(source.fingerprint);
    if (!data && keeper.known()?.fingerprint === source.fingerprint) await forgetNow();
    return isNewest() ? data : undefined;
  }

  async function forgetNow(): Promise<boolean> {
    const isGone = await keeper.forget();
    session.setState({ kept: keeper.known() });
    return isGone;
  }

  function isShown(kept: KeptFile): boolean {
    return sameSource(documents.getState().document.source, keptSource(kept));
  }

  async function openKept(): Promise<void> {
    const keptFile = keeper.known();
    if (!keptFile || (session.getState().data && isShown(keptFile))) return;
    const data = await restored(keptSource(keptFile));
    if (data === undefined) return;
    if (data) await show(data);
    else {
      session.getState().notify({ kind: "keep-gone", detail: keptFile.name });
      if (session.getState().data) loading.setState({ source: null });
      else await show(sampleData(FIRST_SOURCE));
    }
  }

  async function forgetKept(): Promise<void> {
    const keptFile = keeper.known();
    if (!keptFile) return;
    const isGone = await forgetNow();
    if (isShown(keptFile)) await show(sampleData(FIRST_SOURCE));
    session
      .getState()
      .notify({ kind: isGone ? "forgotten" : "forget-failed", detail: keptFile.name });
  }

  return { open, openKept, forgetKept, restored };
}

/** The file that is kept, as a source. */
export function keptSource({ name, fingerprint }: KeptFile): FileSource {
  return { kind: "file", name, fingerprint };
}
