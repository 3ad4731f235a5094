/** What hosts call the files that a browser runs or shows only under such a name. */
const TYPES: readonly (readonly [RegExp, RegExp])[] = [
  [/\.js$/, /javascript|ecmascript/],
  [/\.css$/, /css/],
  [/\.html$/, /html/],
];

/** Whether a reply is a file as it was built: by its type, and by the SHA-256 of its content in hex. Reads the reply. */
export async function isAsBuilt(file: string, hash: string, reply: Response): Promise<boolean> {
  if (!reply.ok || !typeFits(file, reply)) return false;
  const digest = await crypto.subtle.digest("SHA-256", await reply.arrayBuffer());
  return hexOf(new Uint8Array(digest)) === hash;
}

/** Whether a reply has the type that the ending of its file's name asks for. */
export function typeFits(file: string, reply: Response): boolean {
  const type = reply.headers.get("content-type") ?? "";
  return TYPES.every(([ending, wanted]) => !ending.test(file) || wanted.test(type));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
