import { saveFile } from "./save-file.ts";

/** Hands a text, or bytes, to the browser to save under a name. */
export function saveText(name: string, text: string | Uint8Array<ArrayBuffer>, type: string): void {
  saveFile({ name, content: new Blob([text], { type }) });
}
