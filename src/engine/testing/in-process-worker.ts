import type { Endpoint } from "comlink";
import type { Clock } from "../../core/timing/clock.ts";
import { serve } from "../life/serve.ts";
import type { ThreadLocks } from "./hand-locks.ts";

/** A worker that is slow by a clock: what it is told waits until what it was told before is done. */
export interface Pace {
  readonly clock: Clock;
  /** Milliseconds that a call takes, by its name. */
  takes(call: string): number;
}

/** Settings of a worker in this process. */
export interface InProcessOptions {
  /** Its locks. Default none. */
  readonly locks?: ThreadLocks | null;
  /** Default as fast as it can. */
  readonly pace?: Pace | null;
}

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
  private readonly locks: ThreadLocks | null;
  private readonly pace: Pace | null;
  private readonly calls: (() => void)[] = [];

  constructor(service: object, { locks = null, pace = null }: InProcessOptions = {}) {
    super();
    this.locks = locks;
    this.pace = pace;
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
    serve(service, endpointOf(port2), locks);
  }

  postMessage(message: unknown, transfer?: Transferable[] | StructuredSerializeOptions): void {
    const list = Array.isArray(transfer) ? transfer : (transfer?.transfer ?? []);
    const send = () => {
      if (!this.isTerminated) this.near.postMessage(packed(message), list);
    };
    if (this.pace) this.sendLater(this.pace, nameOf(message), send);
    else send();
  }

  /** Is at work for so long by the clock of its pace: what it is told meanwhile waits. */
  busy(milliseconds: number): Promise<void> {
    const { pace } = this;
    if (!pace) return Promise.resolve();
    return new Promise((resolve) => this.queue(pace.clock, milliseconds, resolve, true));
  }

  private sendLater({ clock, takes }: Pace, name: string, send: () => void): void {
    this.queue(clock, takes(name), send, false);
  }

  /** Work of the service itself goes on before what it is told next. */
  private queue(clock: Clock, takes: number, work: () => void, isOwn: boolean): void {
    const call = () =>
      clock.after(takes, () => {
        work();
        this.calls.shift();
        this.calls[0]?.();
      });
    const isFirst = this.calls.length === 0;
    if (isOwn && !isFirst) this.calls.splice(1, 0, call);
    else this.calls.push(call);
    if (isFirst) call();
  }

  terminate(): void {
    this.isTerminated = true;
    this.near.close();
    this.far.close();
    this.locks?.end();
  }

  /** Ends it as a script that fails does. */
  crash(): void {
    this.terminate();
    const error = new Event("error", { cancelable: true });
    this.dispatchEvent(Object.assign(error, { message: "Uncaught Error: crashed" }));
  }

  /** Ends it as a script does that cannot be fetched. */
  miss(): void {
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

/** The call that a message makes. */
function nameOf(message: unknown): string {
  const path = typeof message === "object" && message !== null && "path" in message && message.path;
  return Array.isArray(path) ? String(path.at(-1)) : "";
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
