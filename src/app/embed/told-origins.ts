import type { PageOptions } from "../start/page-options.ts";

/**
 * The origins that are told of an embed. Of a file of the page's own site (`own`) a page of another site is told nothing, for it
 * could not read that file itself, unless the owner of the site lists it (`listed`).
 */
export function toldOrigins(
  { data, allow }: Pick<PageOptions, "data" | "allow">,
  own: string,
  listed: readonly string[],
): readonly string[] {
  const isOwnFile = data instanceof URL && data.origin === own;
  return isOwnFile ? allow.filter((origin) => origin === own || listed.includes(origin)) : allow;
}
