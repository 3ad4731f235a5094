import * as v from "valibot";
import type { KeptText } from "../../state/preferences-store.ts";
import type { KeptFile } from "../../state/session-store.ts";

/** A short note on what is kept, readable at once when the page starts. */
export type KeptNote = KeptText & Pick<Storage, "removeItem">;

const NOTE = "value-palette.kept";

const entry = v.object({
  place: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  content: v.optional(v.string(), ""),
  name: v.string(),
  fingerprint: v.string(),
  rows: v.number(),
  values: v.number(),
});
/** One file alone is how the first version of the page wrote it. */
const note = v.union([
  v.array(entry),
  v.pipe(
    entry,
    v.transform((one) => [one]),
  ),
]);

/** The files that are kept, by the note on them, the newest first; null where there is none that can be read. */
export function readNote(notes: KeptNote | null): readonly KeptFile[] | null {
  try {
    return v.parse(note, JSON.parse(notes?.getItem(NOTE) ?? "null"));
  } catch {
    return null;
  }
}

/** Writes the note anew, or removes it where nothing is kept. False where the browser refuses. */
export function writeNote(notes: KeptNote | null, files: readonly KeptFile[]): boolean {
  try {
    if (files.length === 0) notes?.removeItem(NOTE);
    else notes?.setItem(NOTE, JSON.stringify(files));
    return notes !== null;
  } catch {
    return false;
  }
}
