import { SAMPLE_NAMES } from "../share/document/sample-names.ts";

/** The attributes of the element that the frame's address carries; null where one is not there. */
export interface FrameWishes {
  /** Address of the application, relative to the page. */
  readonly src: string;
  readonly show: string | null;
  readonly theme: string | null;
  readonly locale: string | null;
  /** Name of a sample, or the address of a file relative to the page. */
  readonly data: string | null;
  /** Hash of a link, with or without "#". */
  readonly hash: string | null;
  /** A fixed height, or null to follow the content. */
  readonly height: string | null;
}

/** The address of the frame for a page at `page`, whose origin alone may speak with it. Errors: throws where `src` is no address. */
export function frameAddress(wishes: FrameWishes, page: { base: string; origin: string }): URL {
  const { src, show, theme, locale, data, hash, height } = wishes;
  const address = new URL(src, page.base);
  const query = address.searchParams;
  query.set("embed", "");
  query.set("allow", page.origin);
  if (height === null) query.set("height", "auto");
  for (const [name, wish] of Object.entries({ show, theme, locale }))
    if (wish !== null) query.set(name, wish);
  if (data !== null) query.set("data", isSample(data) ? data : new URL(data, page.base).href);
  if (hash !== null) address.hash = hash;
  return address;
}

function isSample(data: string): boolean {
  return (SAMPLE_NAMES as readonly string[]).includes(data);
}
