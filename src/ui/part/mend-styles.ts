/** Asks once more for every style sheet of a page that did not come. Resolves to whether all are there then. */
export async function mendStyles(page: Document): Promise<boolean> {
  const links = page.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]');
  const missing = [...links].filter((link) => link.sheet === null);
  const ends = await Promise.all(
    missing.map((link) => {
      const fresh = link.cloneNode() as HTMLLinkElement;
      return new Promise<boolean>((settle) => {
        fresh.addEventListener("load", () => settle(true));
        fresh.addEventListener("error", () => settle(false));
        link.replaceWith(fresh);
      });
    }),
  );
  return ends.every((hasCome) => hasCome);
}
