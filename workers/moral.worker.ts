import { expose } from "comlink";
import { MoralService } from "../src/engine/texts/moral-service.ts";

expose(new MoralService());
