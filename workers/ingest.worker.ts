import { expose, transfer } from "comlink";
import { buffersOf, IngestService, type MappedReply } from "../src/engine/ingest-service.ts";

const service = new IngestService();

expose({
  read: (...asked: Parameters<IngestService["read"]>) => service.read(...asked),
  map: (mapping: Parameters<IngestService["map"]>[0]): MappedReply => {
    const reply = service.map(mapping);
    if (!reply.ok) return reply;
    return transfer(reply, buffersOf(reply.data));
  },
});
