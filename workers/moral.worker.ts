import { serve } from "../src/engine/life/serve.ts";
import { MoralService } from "../src/engine/texts/moral-service.ts";

serve(new MoralService());
