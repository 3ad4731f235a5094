import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const HERE = import.meta.dirname;
const TARGET = resolve(HERE, "../../src/engine/rows/kernel-binary.ts");
const OPTIONS = "--enable simd --runtime stub --noAssert -O3 --importMemory --initialMemory 1";

/** Compiles the kernel as it is checked in; resolves to the text of `src/engine/rows/kernel-binary.ts`. */
export async function compileKernel() {
  let bytes = null;
  const { error, stderr } = await asc.main(
    ["kernel.ts", "--outFile", "kernel.wasm", ...OPTIONS.split(" ")],
    {
      readFile: (name) => {
        try {
          return readFileSync(resolve(HERE, name), "utf8");
        } catch {
          return null;
        }
      },
      writeFile: (name, contents) => {
        if (name === "kernel.wasm") bytes = contents;
      },
      listFiles: () => [],
    },
  );
  if (error || !bytes) throw new Error(`invalid kernel: ${error?.message}\n${stderr}`);
  return `/** The compiled kernel (workers/kernel), in base64; \`node workers/kernel/build.mjs\` writes this file. */
export const KERNEL_BASE64 =
  "${Buffer.from(bytes).toString("base64")}";
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(TARGET, await compileKernel());
