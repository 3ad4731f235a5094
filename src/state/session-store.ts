import { createStore, type StoreApi } from "zustand/vanilla";
import type { LiveAnswer } from "../core/answer.ts";
import type { RegionPicture } from "../core/region/region-picture.ts";
import type { PackedTexts } from "../core/rows/packed-texts.ts";
import type { Palette, RowShare } from "../core/rows/palette.ts";
import type { ValueSummary } from "../core/rows/samples.ts";
import { FIRST_PANEL } from "../share/document/document.ts";
import type { FieldProblem } from "../share/document/read-document.ts";
import type { Catalogue } from "../ui/text/en.ts";

/** Answers that can be read, row by row; they stay on this page. */
export interface ReadableRows {
  readonly prompts: PackedTexts | null;
  readonly responses: PackedTexts;
  /** The number of each answer's prompt; null where the file names none. */
  readonly promptOf: Int32Array | null;
  /** Rewards of each value in the user's units, in the order of the values. */
  readonly rewards: readonly ArrayLike<number>[];
}

/** The rows that are loaded, as far as the page knows them. */
export interface LoadedData {
  /** Changes with every load; answers of another load are stale. */
  readonly stamp: number;
  readonly rows: number;
  readonly values: readonly ValueSummary[];
  /** Rows left out at import, and why, for the record beside the verdict. */
  readonly dropped: number;
  /** Absent where the rows hold no answer texts. */
  readonly readable?: ReadableRows;
  /** The part of the answers that pictures of very many are drawn from; null where they are drawn from all. */
  readonly sketch?: RowShare | null;
  /** How many prompts the answers belong to, how many have one alone, and how many half have at most; null where none has two. */
  readonly groups?: {
    readonly prompts: number;
    readonly single: number;
    readonly median: number;
  } | null;
}

/** A file that was used, as it is kept in this browser. */
export interface KeptFile {
  /** Where it is kept; its number among those of this browser. */
  readonly place: number;
  /** Tells files of the same numbers apart: by names, prompts and texts. */
  readonly content: string;
  readonly name: string;
  readonly fingerprint: string;
  readonly rows: number;
  readonly values: number;
}

/**
 * How the engine is doing. `restarting` is told to the user; given up, because several restarts in a row did not help (`failed`), a
 * part of the page could not be fetched (`missing`), or the browser lacks what it needs (`unable`).
 */
type EngineStatus = "starting" | "ready" | "restarting" | "failed" | "missing" | "unable";

/** True where the engine is given up until it is started again. */
export function isGivenUp({ engine }: Pick<SessionState, "engine">): boolean {
  return engine === "failed" || engine === "missing" || engine === "unable";
}

/** Something to tell the user that does not belong to one panel. */
export interface Notice {
  readonly id: number;
  /** The catalogue has a sentence for each. */
  readonly kind: keyof Catalogue["app"]["notices"];
  readonly detail?: string;
  /** Fingerprints that the sentence names, that of the link first. */
  readonly fingerprints?: readonly string[];
  /** Fields that fell back, for `link-fields`. */
  readonly problems?: readonly FieldProblem[];
}

/** The pages of the application. */
export type Page = "palette" | "moral" | "data";

/** Where one is on the Moral profile page: its open tab, by name, and the question that is answered, from 0. */
export interface MoralPlace {
  readonly tab: string;
  readonly question: number;
}

/** The place where one begins there. */
export const FIRST_PLACE: MoralPlace = { tab: "agents", question: 0 };

/** Everything that is no part of the document: data, last answer, what is busy and what is looked at. */
export interface SessionState {
  readonly data: LoadedData | null;
  /** The files that are kept for the next visit, open or not, the newest first. */
  readonly kept: readonly KeptFile[];
  readonly engine: EngineStatus;
  /** The newest answer, and the palette it answers. */
  readonly answer: LiveAnswer | null;
  readonly answered: Palette | null;
  readonly region: RegionPicture | null;
  /** True while an answer newer than the one shown is on its way. */
  readonly isAnswering: boolean;
  readonly notices: readonly Notice[];
  readonly page: Page;
  readonly moral: MoralPlace;
  /** Name of the panel that is open below the pictures. */
  readonly panel: string;
  /** Whether the region shows the other values at their targets (default) or free. */
  readonly others: "targets" | "free";
  /** True while the tour goes on. */
  readonly isTouring: boolean;
  notify(notice: Omit<Notice, "id">): void;
  dismiss(id: number): void;
  /** Takes back what was told of these kinds: it is no longer so. */
  settle(kinds: readonly Notice["kind"][]): void;
}

/** The session store. */
export type SessionStore = StoreApi<SessionState>;

/** Makes an empty session: nothing loaded, engine starting. */
export function createSessionStore(): SessionStore {
  let next = 1;
  return createStore<SessionState>()((set, get) => ({
    data: null,
    kept: [],
    engine: "starting",
    answer: null,
    answered: null,
    region: null,
    isAnswering: false,
    notices: [],
    page: "palette",
    moral: FIRST_PLACE,
    panel: FIRST_PANEL,
    others: "targets",
    isTouring: false,
    notify: (notice) => {
      const others = get().notices.filter((n) => n.kind !== notice.kind);
      set({ notices: [...others, { ...notice, id: next++ }] });
    },
    dismiss: (id) => set({ notices: get().notices.filter((n) => n.id !== id) }),
    settle: (kinds) => set({ notices: get().notices.filter((n) => !kinds.includes(n.kind)) }),
  }));
}
