import type { SetReply } from "../../engine/contract.ts";
import { isStopped } from "../../engine/service-client.ts";
import type { MoralStore } from "../../state/moral-store.ts";
import type { MoralWorker } from "./moral-worker.ts";

/** Who opens questions and answers in their worker; every outcome ends in the store. */
export interface AnswerReader {
  openDemonstration(): Promise<void>;
  /** Reads files of answers. False where they may hold something else. */
  read(files: readonly File[]): Promise<boolean>;
}

/** Joins the worker of questions and answers to the store. */
export function answerReader(
  worker: Pick<MoralWorker, "open" | "askAgain">,
  store: MoralStore,
): AnswerReader {
  let turn = 0;

  function show(reply: SetReply): void {
    if (!reply.ok) return;
    const { set, dropped } = reply;
    store.setState({ set, dropped, question: 0, reading: { phase: "idle" } });
    worker.askAgain();
  }

  async function openDemonstration(): Promise<void> {
    const ownTurn = ++turn;
    const reply = await worker.open([], () => undefined);
    if (!isStopped(reply) && ownTurn === turn) show(reply);
  }

  async function read(files: readonly File[]): Promise<boolean> {
    const ownTurn = ++turn;
    const name = files.map((file) => file.name).join(", ");
    const size = files.reduce((sum, file) => sum + file.size, 0);
    store.setState({ reading: { phase: "reading", name, share: 0 } });
    const onProgress = (bytes: number) => {
      const share = Math.min(1, bytes / Math.max(1, size));
      if (ownTurn === turn) store.setState({ reading: { phase: "reading", name, share } });
    };
    const reply = await worker.open(files, onProgress);
    if (ownTurn !== turn) return true;
    if (isStopped(reply)) store.setState({ reading: { phase: "crashed", name } });
    else if (reply.ok) {
      show(reply);
      store.setState({ tab: "evaluation" });
    } else if (reply.about === "file")
      store.setState({ reading: { phase: "unreadable", name, problems: reply.problems } });
    else {
      store.setState({ reading: { phase: "lacking", name, missing: reply.missing } });
      return reply.missing !== "no-question";
    }
    return true;
  }

  return { openDemonstration, read };
}
