/** A file that is ready to be saved. */
export interface ReadyFile {
  readonly name: string;
  readonly content: Blob;
}

/** A file of one text. */
export function textFile(name: string, text: string, type: string): ReadyFile {
  return { name, content: new Blob([text], { type: `${type};charset=utf-8` }) };
}

/** How long the browser may take to read a file that it is handed. */
const READING_MS = 60_000;

/** Hands a file to the browser, which saves it as it saves any other. */
export function saveFile({ name, content }: ReadyFile): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), READING_MS);
}

/** Hands a text, or bytes, to the browser to save under a name. */
export function saveText(name: string, text: string | Uint8Array<ArrayBuffer>, type: string): void {
  saveFile({ name, content: new Blob([text], { type }) });
}
