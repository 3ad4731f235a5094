import type { Death } from "../../core/timing/worker-death.ts";
import { connectMoral } from "../../engine/connections.ts";
import type { MoralApi, Service, SetReply } from "../../engine/contract.ts";
import type { LifeTools } from "../../engine/life/watch-life.ts";
import { isStopped, type Stopped, serviceClient } from "../../engine/service-client.ts";
import { moralFingerprint } from "../../engine/texts/moral-fingerprint.ts";
import type { MoralDesk } from "../../panels/moral/kit/moral-desk.ts";
import type { RewardModel } from "../../rewards/reward-model.ts";
import type { MoralStore } from "../../state/moral-store.ts";

/** The worker of questions and answers as the page has it: one that dies is given back what it held before it is asked anything. */
export interface MoralWorker {
  /** Opens files of questions and answers, or the demonstration where there are none. */
  open(files: readonly File[], onProgress: (bytes: number) => void): Promise<SetReply | Stopped>;
  /** Sets the judge of all answers. */
  setModel(model: RewardModel): Promise<void>;
  readonly ask: MoralDesk["ask"];
  cancelEvaluation(): void;
  /** Whatever was asked is asked again. */
  askAgain(): void;
  /** Starts it again where it was given up. */
  startAgain(): void;
}

/** What this works with. */
export interface MoralWorkerParts {
  readonly makeWorker: () => Worker;
  readonly tools: Partial<LifeTools>;
  readonly store: MoralStore;
  /** Told what failed in the worker, in its own words. */
  readonly onProblem: (detail: string) => void;
}

/** Deaths in a row after which nothing is asked again by itself. */
const MOST_RESTORED = 3;

/** Makes it; the worker starts at its first work. */
export function moralWorker({
  makeWorker,
  tools,
  store,
  onProblem,
}: MoralWorkerParts): MoralWorker {
  let opened: { readonly files: readonly File[]; readonly fingerprint: string } | null = null;
  let model: RewardModel | null = null;
  let modelPrint = "";
  let deaths = 0;
  const client = serviceClient(makeWorker, connectMoral, { tools, prepare: restore, onDeath });

  async function restore(service: Service<MoralApi>): Promise<void> {
    if (opened) {
      const reply = await openIn(service, opened.files, () => undefined);
      const isSame = reply.ok && reply.set.fingerprint === opened.fingerprint;
      if (!isSame) store.setState({ trouble: "changed" });
    }
    if (model) modelPrint = await service.setModel(model);
  }

  function onDeath(why: Death): void {
    deaths++;
    if (why !== "crashed") store.setState({ trouble: why });
    else if (deaths > MOST_RESTORED) store.setState({ trouble: "crashed" });
    else {
      client.start();
      askAgain();
    }
  }

  function askAgain(): void {
    store.setState(({ stamp }) => ({ stamp: stamp + 1 }));
  }

  function isOfPage(fingerprint: string): boolean {
    return fingerprint === moralFingerprint(store.getState().set?.fingerprint ?? "", modelPrint);
  }

  return {
    askAgain,
    async open(files, onProgress) {
      const reply = await client.run((service) => openIn(service, files, onProgress));
      if (isStopped(reply) || !reply.ok) return reply;
      opened = { files, fingerprint: reply.set.fingerprint };
      deaths = 0;
      store.setState({ trouble: null });
      return reply;
    },
    async setModel(next) {
      model = next;
      const print = await client.run((service) => service.setModel(next));
      if (!isStopped(print) && model === next) modelPrint = print;
    },
    async ask(question) {
      if (store.getState().trouble) return null;
      try {
        const reply = await client.run(question);
        return isStopped(reply) || !isOfPage(reply.fingerprint) ? null : reply.value;
      } catch (reason) {
        onProblem(reason instanceof Error ? reason.message : String(reason));
        return null;
      }
    },
    cancelEvaluation() {
      if (!store.getState().trouble)
        void client.run((service) => service.cancelEvaluation()).catch(() => undefined);
    },
    startAgain() {
      client.cancel();
      deaths = 0;
      store.setState({ trouble: null });
      client.start();
      askAgain();
    },
  };
}

function openIn(
  service: Service<MoralApi>,
  files: readonly File[],
  onProgress: (bytes: number) => void,
): Promise<SetReply> {
  return files.length > 0 ? service.read(files, onProgress) : service.openDemonstration();
}
