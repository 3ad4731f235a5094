import { IngestService } from "../src/engine/files/ingest-service.ts";
import { serve } from "../src/engine/life/serve.ts";

serve(new IngestService());
