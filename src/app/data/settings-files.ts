import type { DocumentReading } from "../../share/document/read-document.ts";
import {
  MOST_SETTINGS_BYTES,
  readSettingsFile,
  SETTINGS_SUFFIX,
} from "../../share/link/settings-file.ts";
import type { Notice } from "../../state/session-store.ts";

/** What a set of chosen or dropped files holds. */
export interface SortedFiles {
  /** The last settings that could be read. */
  readonly reading: DocumentReading | null;
  readonly notices: readonly Omit<Notice, "id">[];
  /** Everything that is not settings. */
  readonly data: readonly File[];
}

/** Tells settings from data: JSON that calls itself settings, or is called `….palette.json`, is never read as answers. */
export async function sortFiles(files: readonly File[]): Promise<SortedFiles> {
  let reading: DocumentReading | null = null;
  const notices: Omit<Notice, "id">[] = [];
  const data: File[] = [];
  for (const file of files) {
    const isJson = /\.json$/i.test(file.name) && file.size <= MOST_SETTINGS_BYTES;
    const read = isJson ? readSettingsFile(await file.text()) : null;
    const isNamedSo = file.name.toLowerCase().endsWith(SETTINGS_SUFFIX);
    if (read?.ok) {
      reading = read;
      notices.push({ kind: "settings-opened", detail: file.name });
    } else if (read?.reason === "newer") {
      notices.push({ kind: "settings-newer", detail: file.name });
    } else if (read?.reason === "unreadable" || isNamedSo) {
      notices.push({ kind: "settings-unreadable", detail: file.name });
    } else data.push(file);
  }
  return { reading, notices, data };
}
