import { type FrameMessage, sealed } from "../../share/embed/embed-messages.ts";

/** The page around an embed, as far as the embed speaks with it. */
export interface PageAround {
  /** Tells it something, where its origin is allowed. */
  tell(message: FrameMessage): void;
  /** Hears what it says; messages of other windows and of origins that are not allowed are no messages. */
  hear(listener: (data: unknown) => void): void;
  /** Told whenever the embed comes into sight or leaves it. */
  onSight(listener: (isSeen: boolean) => void): void;
}

/**
 * Joins an embed to the page around it, and tells that page the height of `content` whenever it changes. `allow` holds the
 * origins that whoever embeds has named; "null" is the origin of pages that have none, such as files.
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

/** The origin of the page around where the browser tells it; a message to any other would only be an error in the console. */
function knownOrigin({ location, document }: Window): string | null {
  const [nearest] = location.ancestorOrigins ?? [];
  if (nearest) return nearest === "file://" ? "null" : nearest;
  return document.referrer === "" ? null : new URL(document.referrer).origin;
}
