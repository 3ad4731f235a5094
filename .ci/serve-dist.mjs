import { resolve } from "node:path";
import { serve } from "./serve.mjs";
import "./tools.mjs";

await serve(resolve("dist"), { port: Number(process.argv[2]) });
