const LONGEST_PART = 48;
const LONGEST = 160;

/**
 * A file name that says what is in it: its parts in plain lower-case Latin letters and digits, joined by "_"; words within a
 * part are joined by `within` (default "-"; "_" makes the name of a module). Parts that are empty are left out.
 */
export function fileName(
  parts: readonly string[],
  extension: string,
  within: "-" | "_" = "-",
): string {
  const plain = parts.map((part) => slug(part, within)).filter((part) => part !== "");
  return `${plain.join("_").slice(0, LONGEST)}.${extension}`;
}

function slug(text: string, within: string): string {
  const words = text
    .replaceAll("λ", "lambda")
    .replaceAll("ß", "ss")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  let slugged = "";
  for (const word of words ?? []) {
    const longer = slugged === "" ? word : slugged + within + word;
    if (longer.length > LONGEST_PART) return slugged === "" ? word.slice(0, LONGEST_PART) : slugged;
    slugged = longer;
  }
  return slugged;
}
