import { expose, transfer } from "comlink";
import { buffersOf, IngestService, type MappedReply } from "../src/engine/files/ingest-service.ts";

const service = new IngestService();

expose({
  read: (...asked: Parameters<IngestService["read"]>) => service.read(...asked),
  map: (mapping: Parameters<IngestService["map"]>[0]): MappedReply => {
    const reply = service.map(mapping);
    if (!reply.ok) return reply;
    return transfer(reply, buffersOf(reply.data));
  },
  texts: (column: string) => {
    const { bytes, ends } = service.texts(column);
    return transfer({ bytes, ends }, [bytes.buffer, ends.buffer]);
  },
  addScores: (...asked: Parameters<IngestService["addScores"]>) => service.addScores(...asked),
});
