import type {
  AskedPalette,
  EmbedEvent,
  EmbedTable,
  FrameMessage,
  Level,
  PageRequest,
  Reply,
} from "../share/embed/embed-messages.ts";
import { frameAddress } from "./frame-address.ts";
import { type FrameLine, frameLine } from "./frame-line.ts";

/** A table as a page hands it over: plain lists of numbers will do as well. */
export interface LooseTable extends Omit<EmbedTable, "columns"> {
  readonly columns: readonly (Omit<EmbedTable["columns"][number], "rewards"> & {
    readonly rewards: Float64Array | Float32Array | readonly number[];
  })[];
}

const NEW_FRAME = ["src", "show", "locale", "data", "height"];
/** Height before the content has told its own, in CSS pixels. */
const FIRST_HEIGHT = 480;

/**
 * `<value-palette>`: the application in a frame as high as its content. Attributes: `src` (the application; default the folder
 * of this script), `show`, `theme`, `locale`, `data`, `palette` ("humor=2.1, helpful=q80, diversity=hold"), `hash` (of a link),
 * `height` (CSS pixels; default the content's), `label` (for screen readers). Events: `change`, `report`, `height`, each with
 * its message as `detail`.
 */
export class ValuePaletteElement extends HTMLElement {
  static observedAttributes = [...NEW_FRAME, "theme", "palette", "hash", "label"];
  /** Where the application is when no `src` says so. */
  static home: string | null = null;

  #frame: HTMLIFrameElement | null = null;
  #line: FrameLine | null = null;
  #wanted = new Set<EmbedEvent>();

  connectedCallback(): void {
    this.#open();
  }

  disconnectedCallback(): void {
    this.#close();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (!this.#frame || before === now) return;
    if (NEW_FRAME.includes(name)) this.#open();
    else if (name === "label") this.#frame.title = this.#label();
    else if (name === "theme") void this.#ask({ type: "set-theme", theme: themeOf(now) });
    else if (now !== null) void this.setPalette(name === "hash" ? now : levelsOf(now)).then(warn);
  }

  /** Sets levels by value id, or a whole palette by the hash of its link. */
  setPalette(palette: AskedPalette): Promise<Reply> {
    return this.#ask({ type: "set-palette", palette });
  }

  /** Loads rows; with `transfer` their buffers are handed over and are empty here afterwards. */
  loadData(table: LooseTable, { transfer = false } = {}): Promise<Reply> {
    const columns = table.columns.map((column) => {
      const { rewards } = column;
      return {
        ...column,
        rewards: ArrayBuffer.isView(rewards) ? rewards : Float64Array.from(rewards),
      };
    });
    return this.#ask(
      { type: "load-data", table: { ...table, columns } },
      transfer ? [...new Set(columns.map(({ rewards }) => rewards.buffer as ArrayBuffer))] : [],
    );
  }

  /** The report of the palette as it stands, once it is answered. */
  report(): Promise<Reply> {
    return this.#ask({ type: "read-report" });
  }

  override addEventListener(type: string, ...rest: unknown[]): void {
    super.addEventListener(type, ...(rest as [EventListener]));
    if (type !== "change" && type !== "report") return;
    this.#wanted.add(type);
    this.#subscribe();
  }

  #ask(request: PageRequest, transfer?: Transferable[]): Promise<Reply> {
    return (
      this.#line?.ask(request, transfer) ??
      Promise.resolve({ ok: false, problem: "the element is not in a page" })
    );
  }

  #subscribe(): void {
    if (this.#line && this.#wanted.size > 0)
      void this.#line.ask({ type: "subscribe", to: [...this.#wanted] });
  }

  #open(): void {
    this.#close();
    const src = this.getAttribute("src") ?? ValuePaletteElement.home;
    if (src === null) throw new Error("invalid value-palette: no src");
    const read = (name: string) => this.getAttribute(name);
    const [show, theme, locale, data] = ["show", "theme", "locale", "data"].map(read);
    const [hash, height] = ["hash", "height"].map(read);
    const address = frameAddress(
      { src, show, theme, locale, data, hash, height },
      { base: document.baseURI, origin: window.origin },
    );
    const frame = document.createElement("iframe");
    frame.title = this.#label();
    frame.loading = "lazy";
    Object.assign(frame.style, { display: "block", width: "100%", border: "0" });
    frame.style.height = `${Number(height) || FIRST_HEIGHT}px`;
    this.style.display ||= "block";
    this.#frame = frame;
    this.#line = frameLine(frame, address.origin, (message) => this.#hear(message));
    this.#subscribe();
    const palette = read("palette");
    if (palette !== null) void this.setPalette(levelsOf(palette)).then(warn);
    frame.src = address.href;
    (this.shadowRoot ?? this.attachShadow({ mode: "open" })).replaceChildren(frame);
  }

  #close(): void {
    this.#line?.close();
    this.#frame?.remove();
    this.#line = null;
    this.#frame = null;
  }

  #hear(message: FrameMessage): void {
    if (message.type === "ready" || message.type === "reply") return;
    if (message.type === "height" && this.#frame && !this.hasAttribute("height"))
      this.#frame.style.height = `${message.height}px`;
    const detail = message.type === "report" ? message.report : message;
    this.dispatchEvent(new CustomEvent(message.type, { detail }));
  }

  #label(): string {
    return this.getAttribute("label") ?? "Value Palette";
  }
}

/** An attribute has no answer of its own: what is wrong with it goes to the console. */
function warn(reply: Reply): void {
  if (!reply.ok) console.warn(`value-palette: ${reply.problem}`);
}

function themeOf(text: string | null): "auto" | "light" | "dark" {
  return text === "light" || text === "dark" ? text : "auto";
}

/** Reads "humor=2.1, helpful=q80, diversity=hold"; what is no level goes over as it is, so that the answer can name it. */
function levelsOf(text: string): AskedPalette {
  const parts = text.split(",").filter((part) => part.trim() !== "");
  return Object.fromEntries(
    parts.map((part) => {
      const at = part.lastIndexOf("=");
      const level = part.slice(at + 1).trim();
      const isNumber = level !== "" && Number.isFinite(Number(level));
      return [part.slice(0, at).trim(), (isNumber ? Number(level) : level) as Level];
    }),
  );
}
