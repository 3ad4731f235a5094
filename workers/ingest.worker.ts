import { expose } from "comlink";
import { IngestService } from "../src/engine/files/ingest-service.ts";

expose(new IngestService());
