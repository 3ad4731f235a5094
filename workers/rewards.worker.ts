import { expose } from "comlink";
import { RewardsService } from "../src/engine/texts/rewards-service.ts";

expose(new RewardsService());
