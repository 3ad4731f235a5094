/** Why a request came to nothing. A browser does not tell a page whether a site is away or refuses to be read: both are `unreachable`. */
export type GateRefusal =
  | "no-address"
  | "not-typed"
  | "framed"
  | "insecure"
  | "redirected"
  | "offline"
  | "unreachable"
  | "cancelled";

/** An answer of whatever status, or why there is none. */
type GateReply =
  | { readonly ok: true; readonly response: Response }
  | { readonly ok: false; readonly reason: GateRefusal };

/** What the user typed, read as an address, or why it is none that can be asked. */
type Admission =
  | { readonly ok: true; readonly url: URL }
  | { readonly ok: false; readonly reason: "no-address" | "insecure" | "framed" };

/** What a request may say; everything else about it is settled by the gate. */
type GateRequest = Pick<RequestInit, "method" | "headers" | "body" | "signal">;

/** The one way out of the page. */
export interface Gate {
  /** Reads what the user typed or clicked (`https://` may be missing) and lets its origin through from now on. */
  admit(typed: string): Admission;
  /**
   * Asks an address whose origin was admitted, or the page's own. Without cookies, referrer or cache; a redirect is never followed,
   * for it may lead to an origin that nobody typed. Never rejects.
   */
  request(address: string | URL, settings?: GateRequest): Promise<GateReply>;
}

/** What a gate needs of its surroundings; the browser's own by default. */
export interface GateSurroundings {
  readonly fetch?: typeof fetch;
  readonly isOnline?: () => boolean;
  /** True where a page of another origin is around this one: then no site but the own is asked. */
  readonly isFramed?: boolean;
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Makes the gate of the page at `own`: closed to every origin but that of the page until the user types another. */
export function openGate(
  own: string,
  {
    fetch: ask = (...asked) => fetch(...asked),
    isOnline = () => globalThis.navigator?.onLine !== false,
    isFramed = false,
  }: GateSurroundings = {},
): Gate {
  const page = new URL(own);
  const admitted = new Set([page.origin]);

  return {
    admit(typed) {
      const url = addressOf(typed);
      if (!url) return { ok: false, reason: "no-address" };
      if (isFramed && url.origin !== page.origin) return { ok: false, reason: "framed" };
      if (isMixed(page, url)) return { ok: false, reason: "insecure" };
      admitted.add(url.origin);
      return { ok: true, url };
    },
    async request(address, settings = {}) {
      const url = new URL(address, page);
      if (!/^https?:$/.test(url.protocol)) return { ok: false, reason: "no-address" };
      if (!admitted.has(url.origin)) return { ok: false, reason: "not-typed" };
      if (!isOnline() && !LOOPBACK.test(url.hostname)) return { ok: false, reason: "offline" };
      return plainRequest(url, settings, ask);
    },
  };
}

/** Asks without cookies, referrer, cache and redirects. */
async function plainRequest(
  url: URL,
  settings: GateRequest,
  ask: typeof fetch,
): Promise<GateReply> {
  try {
    const response = await ask(url, {
      ...settings,
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      redirect: "manual",
    });
    const isRedirect =
      response.type === "opaqueredirect" || (response.status >= 300 && response.status < 400);
    return isRedirect ? { ok: false, reason: "redirected" } : { ok: true, response };
  } catch {
    return { ok: false, reason: settings.signal?.aborted ? "cancelled" : "unreachable" };
  }
}

/** A web address without name and password; null for anything else. */
function addressOf(typed: string): URL | null {
  const text = typed.trim();
  if (text === "" || /\s/.test(text)) return null;
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
    const isPlain = url.username === "" && url.password === "" && url.hostname !== "";
    return isPlain && /^https?:$/.test(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

/** Browsers let no page that came encrypted ask for anything that does not, except on this machine. */
function isMixed(page: URL, url: URL): boolean {
  return page.protocol === "https:" && url.protocol === "http:" && !LOOPBACK.test(url.hostname);
}
