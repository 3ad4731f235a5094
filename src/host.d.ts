/** The only globals of the host that the pure rooms (core, moral, rewards, ingest) may use. */
declare const performance: { now(): number };
declare function setTimeout(run: () => void, milliseconds: number): object;
declare function clearTimeout(timer: object): void;
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: ArrayBufferView | ArrayBuffer, options?: { stream?: boolean }): string;
}
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, into: Uint8Array): { read: number; written: number };
}
/** A file as its text, put in by the build. */
declare module "*.py?raw" {
  const text: string;
  export default text;
}
