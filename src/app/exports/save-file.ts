/** A file that is ready to be saved. */
export interface ReadyFile {
  readonly name: string;
  readonly content: Blob;
}

/** A file of one text. */
export function textFile(name: string, text: string, type: string): ReadyFile {
  return { name, content: new Blob([text], { type: `${type};charset=utf-8` }) };
}

const KEPT_MS = 60_000;

/** Hands a file to the browser, which saves it as it saves any other. */
export function saveFile({ name, content }: ReadyFile): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
