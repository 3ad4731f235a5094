import type { SharedDocument } from "../document/document.ts";
import { DOCUMENT_FIELDS } from "../document/document-fields.ts";
import {
  type DocumentReading,
  type FieldProblem,
  readDocument,
} from "../document/read-document.ts";
import { fromBase64Url, toBase64Url } from "./base64-url.ts";
import { readFirstLink } from "./first-links.ts";
import { packLines, unpackLines } from "./link-bytes.ts";

/** Longer than this, a link may be cut by what it is sent with; a file of settings is the better way. */
export const LONG_LINK = 2000;

const NAME = "p";
/** Longer than any link that was ever written. */
const MOST_CHARACTERS = 100_000;
const VERSION = 2;

/** What a link held: a document (perhaps with fields that fell back), or why there is none. */
export type LinkReading =
  | ({ readonly ok: true } & DocumentReading)
  | { readonly ok: false; readonly reason: "none" | "newer" | "unreadable" };

/**
 * The hash of a link to this document, without "#": settings only, never rows. A first line names the fields that say more
 * than their default, by their letters; a line of JSON for each follows.
 */
export function encodeLink(document: SharedDocument): string {
  const said = DOCUMENT_FIELDS.flatMap(({ letter, pack, write }) => {
    const packed = (pack ?? write)(document);
    return packed === undefined ? [] : [{ letter, packed }];
  });
  const letters = said.map(({ letter }) => letter).join("");
  const bytes = packLines(
    letters,
    said.map(({ packed }) => packed),
  );
  return `${NAME}=${VERSION}.${toBase64Url(bytes)}`;
}

/** Reads a hash (with or without "#") of any version; an unrelated hash is `none`. What is cut off or broken is named. */
export function decodeLink(hash: string): LinkReading {
  if (hash.length > MOST_CHARACTERS) return { ok: false, reason: "unreadable" };
  const text = mended(hash);
  if (!text.startsWith(`${NAME}=`)) return { ok: false, reason: "none" };
  const [, version = "", rest = ""] = /^p=(\d+)\.(.*)$/s.exec(text) ?? [];
  if (Number(version) > VERSION) return { ok: false, reason: "newer" };
  try {
    if (version === "1") return { ok: true, ...readFirstLink(rest) };
    if (version === "2") return { ok: true, ...readSecondLink(rest) };
  } catch {
    // Broken in a way that leaves nothing to read.
  }
  return { ok: false, reason: "unreadable" };
}

/** A hash as it was written: programs escape it, break it, and add what stands behind it in a sentence or for their counting. */
function mended(hash: string): string {
  const text = unescaped(hash)
    .replace(/[\p{Z}\p{C}]/gu, "")
    .replace(/^#/, "");
  const [link] = text.split("&", 1);
  const begin = /^p=\d+\./.exec(link)?.[0].length ?? 0;
  let end = link.length;
  while (end > begin && !/[\w=-]/.test(link[end - 1])) end--;
  return link.slice(0, end);
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function readSecondLink(text: string): DocumentReading {
  const { letters, lines, isWhole } = unpackLines(fromBase64Url(text));
  const lost: FieldProblem[] = isWhole ? [] : [{ field: "link", value: "" }];
  const isKnown = (letter: string) => DOCUMENT_FIELDS.some((field) => field.letter === letter);
  if (isWhole && ![...letters].every(isKnown)) lost.push({ field: "unknown", value: "" });
  const read = readDocument(({ name, letter, unpack }, soFar) => {
    const place = letters.indexOf(letter);
    if (place >= lines.length) lost.push({ field: name, value: "" });
    const packed = place < 0 ? undefined : lines[place];
    return unpack ? unpack(packed, soFar) : packed;
  });
  return { ...read, problems: [...lost, ...read.problems] };
}
