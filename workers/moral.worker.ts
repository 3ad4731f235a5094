import { expose } from "comlink";
import { MoralService } from "../src/engine/moral-service.ts";

expose(new MoralService());
