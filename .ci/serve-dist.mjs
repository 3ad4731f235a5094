import { resolve } from "node:path";
import { serve } from "./serve.mjs";

await serve(resolve("dist"), Number(process.argv[2]));
