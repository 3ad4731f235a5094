import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { build } from "vite";
import { staticHost } from "./host.mjs";
import "./tools.mjs";

const PORT = Number(process.env.PORT ?? 4173);

await build({ logLevel: "warn" });
const { url } = await staticHost(resolve("dist"), { port: PORT, next: true });
process.stdout.write(`Value Palette is open at ${url} (Ctrl-C ends it)\n`);
if (hasDesktop()) openInBrowser(url);

function hasDesktop() {
  if (process.env.CI) return false;
  if (process.platform !== "linux") return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function openInBrowser(address) {
  const openers = { darwin: ["open"], win32: ["cmd", "/c", "start", ""] };
  const [command, ...args] = openers[process.platform] ?? ["xdg-open"];
  const child = spawn(command, [...args, address], { stdio: "ignore", detached: true });
  // The address is printed; without an opener the user follows it by hand.
  child.on("error", () => undefined);
  child.unref();
}
