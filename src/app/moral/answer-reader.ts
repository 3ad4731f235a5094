import type { SetReply } from "../../engine/contract.ts";
import { isStopped } from "../../engine/service-client.ts";
import type { MoralStore, Reading } from "../../state/moral-store.ts";
import type { MoralWorker } from "./moral-worker.ts";

/** That a file holds no answers, and what is missing. */
type Lacking = Extract<Reading, { phase: "lacking" }>;

/** Who opens questions and answers in their worker; every outcome ends in the store. */
export interface AnswerReader {
  openDemonstration(): Promise<void>;
  /** Reads files of answers; what is lacking where they may hold something else, else null. */
  read(files: readonly File[]): Promise<Lacking | null>;
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
    // A link may name a question of the first answers that are opened.
    const wanted = store.getState().set ? 0 : store.getState().question;
    const question = wanted < set.questions.length ? wanted : 0;
    store.setState({ set, dropped, question, reading: { phase: "idle" } });
    worker.askAgain();
  }

  async function openDemonstration(): Promise<void> {
    const ownTurn = ++turn;
    const reply = await worker.open([], () => undefined);
    if (!isStopped(reply) && ownTurn === turn) show(reply);
  }

  async function read(files: readonly File[]): Promise<Lacking | null> {
    const ownTurn = ++turn;
    const name = files.map((file) => file.name).join(", ");
    const size = files.reduce((sum, file) => sum + file.size, 0);
    store.setState({ reading: { phase: "reading", name, share: 0 } });
    const onProgress = (bytes: number) => {
      const share = Math.min(1, bytes / Math.max(1, size));
      if (ownTurn === turn) store.setState({ reading: { phase: "reading", name, share } });
    };
    const reply = await worker.open(files, onProgress);
    if (ownTurn !== turn) return null;
    if (isStopped(reply)) store.setState({ reading: { phase: "crashed", name } });
    else if (reply.ok) {
      show(reply);
      store.setState({ tab: "evaluation" });
    } else if (reply.about === "file")
      store.setState({ reading: { phase: "unreadable", name, problems: reply.problems } });
    else {
      const lacking = { phase: "lacking", name, missing: reply.missing } as const;
      if (reply.missing === "no-question") return lacking;
      store.setState({ reading: lacking });
    }
    return null;
  }

  return { openDemonstration, read };
}
