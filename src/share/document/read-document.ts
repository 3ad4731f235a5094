import type { SharedDocument } from "./document.ts";
import { DOCUMENT_FIELDS } from "./document-fields.ts";
import type { DocumentField, FieldName } from "./shared-field.ts";

/**
 * A field of a link or file that could not be used and fell back; "link" where the whole was damaged on its way, "unknown"
 * where a later version put something there.
 */
export interface FieldProblem {
  readonly field: FieldName | "link" | "unknown";
  /** What it was: the name of the entry where it has one, else the words or the number that stood there, shortened; empty where it was neither. */
  readonly value: string;
}

/** A document, and what in it fell back. */
export interface DocumentReading {
  readonly document: SharedDocument;
  readonly problems: readonly FieldProblem[];
}

const SHOWN_CHARACTERS = 80;

/** Reads a document field by field, each from what `formOf` says; what cannot be used falls back and is named. */
export function readDocument(
  formOf: (field: DocumentField, soFar: Partial<SharedDocument>) => unknown,
): DocumentReading {
  const problems: FieldProblem[] = [];
  let soFar: Partial<SharedDocument> = { version: 1 };
  for (const field of DOCUMENT_FIELDS) {
    const fail = (value: unknown) => problems.push({ field: field.name, value: shortened(value) });
    soFar = { ...soFar, ...field.read(formOf(field, soFar), soFar, fail) };
  }
  return { document: soFar as SharedDocument, problems };
}

function shortened(value: unknown): string {
  const { name, id } = (value ?? {}) as { readonly name?: unknown; readonly id?: unknown };
  const isList = Array.isArray(value) && value.every((one) => typeof one === "string");
  const words = isList ? value.join(", ") : value;
  const label = [words, name, id].find((text) => typeof text === "string" && text !== "");
  return String(label ?? (typeof value === "number" ? value : "")).slice(0, SHOWN_CHARACTERS);
}
