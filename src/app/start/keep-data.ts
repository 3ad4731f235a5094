import type { Stores } from "../../panels/kit/stores.ts";
import { FIRST_SOURCE } from "../../share/document/document.ts";
import type { KeptFile } from "../../state/session-store.ts";
import type { Found, Keeper } from "../data/kept-data.ts";
import type { NewData } from "../data/new-data.ts";
import { sampleData } from "../data/sample-data.ts";
import { type FileSource, sameSource } from "../data/waiting-link.ts";
import type { DataOpener, LoadingStore } from "./open-data.ts";

/** What becomes of the files that are kept in this browser. */
export interface DataKeeping {
  /** Shows other rows; those of a file are kept for the next visit. False where they could not be shown. */
  open(data: NewData): Promise<boolean>;
  /** Shows a file that is kept. */
  openKept(file: KeptFile): Promise<void>;
  /** Removes it; where it is open, a sample takes its place. */
  forgetKept(file: KeptFile): Promise<void>;
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
  const tellKept = () => session.setState({ kept: keeper.known() });
  void keeper.mendNote().then(tellKept);

  async function open(data: NewData): Promise<boolean> {
    const isOpen = await show(data);
    if (isOpen) void keep(data);
    return isOpen;
  }

  async function keep(data: NewData): Promise<void> {
    const failure = await keeper.keep(data);
    tellKept();
    if (failure && data.source.kind === "file")
      session.getState().notify({ kind: `keep-${failure}`, detail: data.source.name });
  }

  /** What is found, told where it is there and cannot be had. Undefined where other data was wished for meanwhile. */
  async function wished(
    source: FileSource,
    find: () => Promise<Found>,
  ): Promise<NewData | null | undefined> {
    const isNewest = wish(source);
    const found = await find();
    tellKept();
    if (!isNewest()) return undefined;
    if (found.ok) return found.data;
    if (found.reason !== "gone")
      session.getState().notify({ kind: `kept-${found.reason}`, detail: source.name });
    return null;
  }

  function restored(source: FileSource): Promise<NewData | null | undefined> {
    return wished(source, () => keeper.find(source));
  }

  function isShown(file: KeptFile): boolean {
    return sameSource(documents.getState().document.source, keptSource(file));
  }

  async function openKept(file: KeptFile): Promise<void> {
    const data = await wished(keptSource(file), () => keeper.read(file));
    if (data === undefined) return;
    if (data) await show(data);
    else {
      if (!keeper.known().some(({ place }) => place === file.place))
        session.getState().notify({ kind: "keep-gone", detail: file.name });
      if (session.getState().data) loading.setState({ source: null });
      else await show(sampleData(FIRST_SOURCE));
    }
  }

  async function forgetKept(file: KeptFile): Promise<void> {
    const isGone = await keeper.forget(file);
    tellKept();
    if (isShown(file)) await show(sampleData(FIRST_SOURCE));
    session.getState().notify({ kind: isGone ? "forgotten" : "forget-failed", detail: file.name });
  }

  return { open, openKept, forgetKept, restored };
}

/** The file that is kept, as a source. */
export function keptSource({ name, fingerprint }: KeptFile): FileSource {
  return { kind: "file", name, fingerprint };
}
