import { serve } from "../src/engine/life/serve.ts";
import { ShardService } from "../src/engine/rows/shard-service.ts";

serve(new ShardService());
