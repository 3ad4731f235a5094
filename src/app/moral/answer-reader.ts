import type { MoralClient } from "../../engine/connections.ts";
import type { SetReply } from "../../engine/contract.ts";
import { isStopped } from "../../engine/service-client.ts";
import type { MoralStore, Reading } from "../../state/moral-store.ts";

/** That a file holds no answers, and what is missing. */
type Lacking = Extract<Reading, { phase: "lacking" }>;

/** Who opens questions and answers in their worker; every outcome ends in the store. */
export interface AnswerReader {
  openDemonstration(): Promise<void>;
  /** Reads files of answers; what is lacking where they may hold something else, else null. */
  read(files: readonly File[]): Promise<Lacking | null>;
  /** Opens in a new worker what the one before held; nothing of it is shown. */
  restore(): Promise<void>;
}

/** Joins the worker of questions and answers to the store; `onChange` is told that answers or questions are others now. */
export function answerReader(
  client: MoralClient,
  store: MoralStore,
  onChange: () => void,
): AnswerReader {
  let turn = 0;
  /** The files that are open; none for the demonstration. */
  let opened: readonly File[] = [];

  function show(reply: SetReply): void {
    if (!reply.ok) return;
    const { set, dropped } = reply;
    // A link may name a question of the first answers that are opened.
    const wanted = store.getState().set ? 0 : store.getState().question;
    const question = wanted < set.questions.length ? wanted : 0;
    store.setState({ set, dropped, question, reading: { phase: "idle" } });
    onChange();
  }

  async function openDemonstration(): Promise<void> {
    turn++;
    opened = [];
    const reply = await client.run((service) => service.openDemonstration());
    if (!isStopped(reply)) show(reply);
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
    const reply = await client.run((service) => service.read(files, onProgress));
    if (ownTurn !== turn) return null;
    if (isStopped(reply)) store.setState({ reading: { phase: "crashed", name } });
    else if (reply.ok) {
      opened = files;
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

  async function restore(): Promise<void> {
    const files = opened;
    await client.run(async (service) =>
      files.length > 0 ? service.read(files, () => undefined) : service.openDemonstration(),
    );
  }

  return { openDemonstration, read, restore };
}
