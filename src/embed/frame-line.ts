import {
  type FrameMessage,
  type PageRequest,
  type Reply,
  readFrameMessage,
  sealed,
} from "../share/embed/embed-messages.ts";

/** The line from a page to the palette in one of its frames. */
export interface FrameLine {
  /** Asks once the frame can hear; buffers named in `transfer` go over without a copy. */
  ask(request: PageRequest, transfer?: Transferable[]): Promise<Reply>;
  /** Ends it; whatever is still waiting is told so. */
  close(): void;
}

const CLOSED: Reply = { ok: false, problem: "the frame was taken away or loaded anew" };

/** Opens a line to a frame whose page is of `origin`; everything but replies goes to `onMessage`. */
export function frameLine(
  frame: HTMLIFrameElement,
  origin: string,
  onMessage: (message: FrameMessage) => void,
): FrameLine {
  const waiting = new Map<number, (reply: Reply) => void>();
  let unsent: (() => void)[] | null = [];
  let next = 1;

  const hear = ({ source, origin: from, data }: MessageEvent) => {
    if (source === null || source !== frame.contentWindow || from !== origin) return;
    const message = readFrameMessage(data);
    if (message?.type === "reply") {
      const { type: _, id, ...reply } = message;
      waiting.get(id)?.(reply);
      waiting.delete(id);
    } else if (message) {
      if (message.type === "ready") ready();
      onMessage(message);
    }
  };
  window.addEventListener("message", hear);

  return {
    ask: (request, transfer = []) =>
      new Promise((resolve) => {
        const id = next++;
        waiting.set(id, resolve);
        const send = () =>
          frame.contentWindow?.postMessage(
            sealed({ ...request, id }),
            origin === "null" ? "*" : origin,
            transfer,
          );
        if (unsent) unsent.push(send);
        else send();
      }),
    close() {
      window.removeEventListener("message", hear);
      for (const resolve of waiting.values()) resolve(CLOSED);
      waiting.clear();
    },
  };

  function ready(): void {
    const late = unsent ?? [];
    unsent = null;
    for (const send of late) send();
  }
}
