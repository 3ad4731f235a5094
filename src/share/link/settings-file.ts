import type { SharedDocument } from "../document/document.ts";
import { DOCUMENT_FIELDS } from "../document/document-fields.ts";
import { type DocumentReading, readDocument } from "../document/read-document.ts";

/** What a file of settings ends in. */
export const SETTINGS_SUFFIX = ".palette.json";

/** More than any file of settings takes, in bytes. */
export const MOST_SETTINGS_BYTES = 2_000_000;

const FORMAT = "value-palette";
const VERSION = 1;

/** What a file held: a document, perhaps with fields that fell back; settings of a later version; or something else. */
export type SettingsReading =
  | ({ readonly ok: true } & DocumentReading)
  | { readonly ok: false; readonly reason: "newer" | "unreadable" | "no-settings" };

/** A document as the text of a file: JSON with a line for each value, every field by its full name, never rows. */
export function writeSettingsFile(document: SharedDocument): string {
  const fields = DOCUMENT_FIELDS.flatMap((field) => {
    const json = field.write(document);
    return json === undefined ? [] : [`  ${JSON.stringify(field.name)}: ${lines(json)}`];
  });
  const head = [`  "format": ${JSON.stringify(FORMAT)}`, `  "version": ${VERSION}`];
  return `{\n${[...head, ...fields].join(",\n")}\n}\n`;
}

/** Reads the text of a file, field by field. JSON that does not call itself settings is `no-settings`. */
export function readSettingsFile(text: string): SettingsReading {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    const isMeant = text.includes(`"format": "${FORMAT}"`);
    return { ok: false, reason: isMeant ? "unreadable" : "no-settings" };
  }
  if (!isRecord(json) || json.format !== FORMAT) return { ok: false, reason: "no-settings" };
  if (json.version !== VERSION)
    return { ok: false, reason: Number(json.version) > VERSION ? "newer" : "unreadable" };
  const read = readDocument(({ name }) => (Object.hasOwn(json, name) ? json[name] : undefined));
  return { ok: true, ...read };
}

/** A list with one entry a line. */
function lines(json: unknown): string {
  if (!Array.isArray(json) || typeof json[0] !== "object") return JSON.stringify(json);
  return `[\n${json.map((entry) => `    ${JSON.stringify(entry)}`).join(",\n")}\n  ]`;
}

function isRecord(json: unknown): json is Record<string, unknown> {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}
