import * as v from "valibot";
import type { SharedDocument } from "./document.ts";

/** The fields of links and files by name. */
export type FieldName = Exclude<keyof SharedDocument, "version" | "order">;

/** One field of what is shared: its form in files and links, and its check. */
export interface DocumentField {
  readonly name: FieldName;
  /** Its letter in links. */
  readonly letter: string;
  /** What a file says of it; undefined where nothing need be said. */
  write(document: SharedDocument): unknown;
  /** Its part of a document from what a file says, `soFar` holding the fields before it; `fail` names what was not usable. */
  read(
    json: unknown,
    soFar: Partial<SharedDocument>,
    fail: (value: unknown) => void,
  ): Partial<SharedDocument>;
  /** Something shorter for links. Default what a file says. */
  pack?(document: SharedDocument): unknown;
  /** What a file would say, from what `pack` gave or anything else that stands in a link. */
  unpack?(packed: unknown, soFar: Partial<SharedDocument>): unknown;
}

/** The check of a value's id. */
export const valueId = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** A list without what says nothing at its end. */
export function trimmed(list: readonly unknown[]): unknown[] {
  let length = list.length;
  while (length > 0 && list[length - 1] === undefined) length--;
  return list.slice(0, length);
}
