import { resolve } from "node:path";
import { staticHost } from "./host.mjs";
import "./tools.mjs";

await staticHost(resolve("dist"), { port: Number(process.argv[2]) });
