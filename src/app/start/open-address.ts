import { OFFERED_SAMPLE } from "../../panels/data/import-store.ts";
import { FIRST_SOURCE } from "../../share/document/document.ts";
import { sampleData } from "../data/sample-data.ts";
import type { Application } from "./start.ts";

/**
 * Opens a file whose address stands in the address of an embed, where only its embedder can have typed it; of a very large one
 * a random sample. Where that fails the page says so and shows a calibrated sample.
 */
export async function openAddress(
  { files, open, stores }: Pick<Application, "files" | "open" | "stores">,
  address: URL,
): Promise<void> {
  await files.fetchFrom(address.href);
  if (files.store.getState().phase === "asking") await files.readAgain({ sample: OFFERED_SAMPLE });
  if (await files.use()) return;
  files.discard();
  stores.session.getState().notify({ kind: "data-unread", detail: address.href });
  await open(sampleData(FIRST_SOURCE));
}
