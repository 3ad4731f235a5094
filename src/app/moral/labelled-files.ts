import type { LabelledPreview } from "../../engine/contract.ts";
import { isStopped } from "../../engine/service-client.ts";
import type { Judged } from "../../rewards/judgement.ts";
import type { MoralStore, Reading } from "../../state/moral-store.ts";
import type { LabelledReader } from "./labelled-reader.ts";

/** That files hold no labelled texts, and what is wrong with them. */
type Unlabelled = Extract<Reading, { phase: "unusable" }>;

/** Who reads labelled texts, which then wait to be trained on. */
export interface LabelledFiles {
  /** Reads them; why there are none where the files may hold something else, else null. */
  read(files: readonly File[]): Promise<Unlabelled | null>;
  /** Takes the labels of the texts read last for something else. */
  relabel(meant: ReadonlyMap<string, Judged>): Promise<void>;
}

/** Joins the worker that holds them to the store. */
export function labelledFiles(reader: LabelledReader, store: MoralStore): LabelledFiles {
  const { client } = reader;
  let turn = 0;

  function show(name: string, read: LabelledPreview): Unlabelled | null {
    if (read.ok) {
      const { ok: _, ...labelled } = read;
      store.setState({
        reading: { phase: "idle" },
        labelled: { name, ...labelled },
        doubtful: null,
        tab: "rewards",
      });
      return null;
    }
    if (read.about === "file") {
      store.setState({ reading: { phase: "unreadable", name, problems: read.problems } });
      return null;
    }
    const unlabelled: Unlabelled = { phase: "unusable", name, problems: read.problems };
    if (read.problems.some(({ code }) => code === "no-labelled-columns")) return unlabelled;
    store.setState({ reading: unlabelled });
    return null;
  }

  return {
    async read(files) {
      const ownTurn = ++turn;
      const name = files.map((file) => file.name).join(", ");
      const size = files.reduce((sum, file) => sum + file.size, 0);
      const onProgress = ({ bytes }: { readonly bytes: number }) => {
        const share = Math.min(1, bytes / Math.max(1, size));
        if (ownTurn === turn) store.setState({ reading: { phase: "reading", name, share } });
      };
      const read = await client.run((service) => service.read(files, onProgress));
      if (ownTurn !== turn) return null;
      if (!isStopped(read)) {
        if (read.ok) reader.hold({ files, meant: null });
        return show(name, read);
      }
      store.setState({ reading: { phase: "crashed", name } });
      return null;
    },
    async relabel(meant) {
      const ownTurn = turn;
      const name = store.getState().labelled?.name ?? "";
      const read = await client.run((service) => service.relabel(meant));
      if (ownTurn !== turn || isStopped(read)) return;
      reader.holdMeaning(meant);
      show(name, read);
    },
  };
}
