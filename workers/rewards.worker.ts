import { serve } from "../src/engine/life/serve.ts";
import { RewardsService } from "../src/engine/texts/rewards-service.ts";

serve(new RewardsService());
