import inter from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline";
import sourceSerif from "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?inline";

const SCALE = 2;

/** The page's fonts as a style sheet that travels inside a picture: an image may load nothing from outside itself. */
export const FONT_STYLE = [
  ["Inter", inter],
  ["Source Serif 4", sourceSerif],
]
  .map(([name, file]) => `@font-face{font-family:"${name}";font-weight:100 900;src:url(${file})}`)
  .join("");

/** An SVG file as a PNG of twice its size. Errors: throws `invalid picture: …` where the browser cannot draw it. */
export async function pictureOf(svg: string, width: number, height: number): Promise<Uint8Array> {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = SCALE * width;
    canvas.height = SCALE * height;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (!blob) throw new Error(`invalid picture: ${width} × ${height}`);
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(address);
  }
}
