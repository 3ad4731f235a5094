import { type Endpoint, expose } from "comlink";

/**
 * A worker whose service runs in this process, behind a message channel: structured clones, replies in later tasks, and an end
 * like that of a browser's worker, which comes with an error or without a word.
 */
export class InProcessWorker extends EventTarget implements Worker {
  onerror: Worker["onerror"] = null;
  onmessage: Worker["onmessage"] = null;
  onmessageerror: Worker["onmessageerror"] = null;
  isTerminated = false;
  private readonly near: MessagePort;
  private readonly far: MessagePort;

  constructor(service: object) {
    super();
    const { port1, port2 } = new MessageChannel();
    this.near = port1;
    this.far = port2;
    this.addEventListener("error", (event) => this.onerror?.(event as ErrorEvent));
    port1.addEventListener("message", ({ data }) => {
      const event = new MessageEvent("message", { data: unpacked(data) });
      this.onmessage?.(event);
      this.dispatchEvent(event);
    });
    port1.start();
    expose(service, endpointOf(port2));
  }

  postMessage(message: unknown, transfer?: Transferable[] | StructuredSerializeOptions): void {
    const list = Array.isArray(transfer) ? transfer : (transfer?.transfer ?? []);
    if (!this.isTerminated) this.near.postMessage(packed(message), list);
  }

  terminate(): void {
    this.isTerminated = true;
    this.near.close();
    this.far.close();
  }

  /** Ends it as a script that fails does. */
  crash(): void {
    this.terminate();
    this.dispatchEvent(new Event("error", { cancelable: true }));
  }
}

/** The service's end of the channel. */
function endpointOf(port: MessagePort): Endpoint {
  const heard = new Map<unknown, EventListener>();
  return {
    postMessage: (message, transfer) => port.postMessage(packed(message), transfer ?? []),
    addEventListener(type, listener) {
      const hear = (event: Event) => {
        const { data } = event as MessageEvent;
        const again = new MessageEvent("message", { data: unpacked(data) });
        if ("handleEvent" in listener) listener.handleEvent(again);
        else listener(again);
      };
      heard.set(listener, hear);
      port.addEventListener(type, hear);
    },
    removeEventListener(type, listener) {
      const hear = heard.get(listener);
      if (hear) port.removeEventListener(type, hear);
    },
    start: () => port.start(),
  };
}

/** Node clones a file as a blob without its name, so that names travel beside the message. */
interface Packed {
  readonly message: unknown;
  readonly names: readonly (string | null)[];
}

function packed(message: unknown): Packed {
  return {
    message,
    names: blobsIn(message).map((blob) => ("name" in blob ? String(blob.name) : null)),
  };
}

function unpacked({ message, names }: Packed): unknown {
  blobsIn(message).forEach((blob, k) => {
    if (names[k] !== null) Object.defineProperty(blob, "name", { value: names[k] });
  });
  return message;
}

/** The blobs in a message, in the order in which they stand. */
function blobsIn(value: unknown): Blob[] {
  if (value instanceof Blob) return [value];
  if (Array.isArray(value)) return value.flatMap(blobsIn);
  const isPlain = value !== null && typeof value === "object" && !ArrayBuffer.isView(value);
  return isPlain ? Object.values(value).flatMap(blobsIn) : [];
}
