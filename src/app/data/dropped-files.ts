const MOST_FILES = 2000;

/** As much of what a browser says of a dropped file or folder as is used here. */
export interface DroppedEntry {
  readonly isDirectory: boolean;
  readonly name: string;
  file?(found: (file: File) => void, failed: (error: unknown) => void): void;
  createReader?(): {
    readEntries(found: (entries: DroppedEntry[]) => void, failed: (error: unknown) => void): void;
  };
}

/** As much of a drop as is used here. */
interface Drop {
  readonly files: ArrayLike<File>;
  readonly items: ArrayLike<{ webkitGetAsEntry?(): unknown }>;
}

/**
 * The files of a drop, those inside folders too, hidden ones aside; begun at once, because a drop is empty after its event. A folder
 * of nothing comes back itself, and cannot be read.
 */
export async function droppedFiles(drop: Drop): Promise<File[]> {
  const files = Array.from(drop.files);
  const entries = Array.from(drop.items).flatMap((item) => {
    const entry = item.webkitGetAsEntry?.() as DroppedEntry | null | undefined;
    return entry ? [entry] : [];
  });
  if (!entries.some(({ isDirectory }) => isDirectory)) return files;
  const found: File[] = [];
  for (const entry of entries) await gather(entry, found).catch(() => undefined);
  return found.length > 0 ? found : files;
}

async function gather(entry: DroppedEntry, found: File[]): Promise<void> {
  if (found.length >= MOST_FILES || entry.name.startsWith(".")) return;
  if (!entry.isDirectory) {
    found.push(await new Promise<File>((take, fail) => entry.file?.(take, fail)));
    return;
  }
  const reader = entry.createReader?.();
  for (;;) {
    // A browser gives a hundred at a time, and none at the end.
    const some = await new Promise<DroppedEntry[]>((take, fail) =>
      reader ? reader.readEntries(take, fail) : take([]),
    );
    if (some.length === 0) return;
    for (const inner of some) await gather(inner, found);
  }
}
