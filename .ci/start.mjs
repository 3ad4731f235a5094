import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { build } from "vite";
import { serve } from "./serve.mjs";

const PORT = Number(process.env.PORT ?? 4173);

await build({ logLevel: "warn" });
const { url } = await serve(resolve("dist"), PORT);
console.log(`Value Palette is open at ${url} (Ctrl-C ends it)`);
if (hasDesktop()) openInBrowser(url);

function hasDesktop() {
  if (process.env.CI) return false;
  return (
    process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
  );
}

function openInBrowser(address) {
  const [command, ...args] =
    process.platform === "darwin"
      ? ["open"]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", ""]
        : ["xdg-open"];
  const child = spawn(command, [...args, address], { stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  child.unref();
}
