import { type FrameMessage, sealed } from "../../share/embed/embed-messages.ts";

/** The host page of an embed, as far as the two exchange messages. */
export interface PageAround {
  /** Posts a message to it, where its origin is allowed. */
  tell(message: FrameMessage): void;
  /** Calls `listener` with each message of it; those of other windows and of origins that are not allowed are ignored. */
  hear(listener: (data: unknown) => void): void;
  /** Calls `listener` whenever the embed becomes visible or stops being so. */
  onSight(listener: (isSeen: boolean) => void): void;
}

/**
 * Connects an embed to its host page, and posts the height of `content` whenever it changes. `allow` holds the origins named in
 * the embed's address; "null" is the origin of pages that have none, such as files.
 */
export function pageAround(
  window: Window & typeof globalThis,
  content: Element,
  allow: readonly string[],
): PageAround {
  const { parent } = window;
  const origins = allow.filter((origin) => origin === (knownOrigin(window) ?? origin));
  const tell = (message: FrameMessage) => {
    if (parent === window) return;
    for (const origin of origins)
      parent.postMessage(sealed(message), origin === "null" ? "*" : origin);
  };
  new window.ResizeObserver(() => {
    const height = Math.ceil(content.getBoundingClientRect().height);
    if (height > 0) tell({ type: "height", height });
  }).observe(content);
  return {
    tell,
    hear: (listener) =>
      window.addEventListener("message", ({ source, origin, data }) => {
        if (source === parent && parent !== window && allow.includes(origin)) listener(data);
      }),
    onSight: (listener) =>
      new window.IntersectionObserver((entries) => {
        listener(entries.some((entry) => entry.isIntersecting));
      }).observe(content),
  };
}

/** The origin of the host page where the browser reveals it: a message to another would only log an error in the console. */
function knownOrigin({ location, document }: Window): string | null {
  const [nearest] = location.ancestorOrigins ?? [];
  if (nearest) return nearest === "file://" ? "null" : nearest;
  return document.referrer === "" ? null : new URL(document.referrer).origin;
}
