const MAGIC_BYTES = 8;
const CONTINUATION = 0xffffffff;
const MOST_NODES = 200_000;
const MOST_DEPTH = 32;
/** Rows that one byte of a compressed table may stand for. */
const MOST_ROWS_PER_BYTE = 1000;
const SCHEMA = 1;
const DICTIONARY = 2;
const RECORDS = 3;

/**
 * Checks that every length and offset in the metadata of an Arrow file or stream stays inside it, so that a damaged one cannot
 * keep its reader busy for ever. Errors: throws `invalid Arrow: …`.
 */
export function checkArrow(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const check = new MetadataCheck(view);
  if (view.byteLength > 2 * MAGIC_BYTES && view.getUint32(0, true) !== CONTINUATION) {
    const end = view.byteLength - 10;
    const footer = end - view.getInt32(end, true);
    for (const at of check.footer(footer)) check.message(at);
    return;
  }
  for (let at = 0; at + 8 <= view.byteLength; ) {
    const next = check.message(at);
    if (next === null) return;
    at = next;
  }
}

class MetadataCheck {
  private nodes = 0;

  constructor(private readonly view: DataView) {}

  /** Places of the messages that a footer lists. */
  footer(root: number): number[] {
    const fields = this.table(this.at(root));
    if (fields(1)) this.schema(this.at(fields(1)), 0);
    const places: number[] = [];
    for (const k of [2, 3]) this.vector(fields(k), 24, (block) => places.push(this.long(block)));
    return places;
  }

  /** Checks the message at a place; returns where the next one begins, null at the end. */
  message(place: number): number | null {
    let at = place;
    if (this.uint(at) === CONTINUATION) at += 4;
    const length = this.uint(at);
    if (length === 0) return null;
    const root = at + 4;
    this.within(root, length);
    const fields = this.table(this.at(root));
    const kind = fields(1) ? this.view.getUint8(fields(1)) : 0;
    const body = fields(3) ? this.long(fields(3)) : 0;
    this.within(root + length, body);
    const header = fields(2) ? this.at(fields(2)) : 0;
    if (header && kind === SCHEMA) this.schema(header, 0);
    if (header && kind === RECORDS) this.records(header, body);
    if (header && kind === DICTIONARY) {
      const dictionary = this.table(header);
      if (dictionary(1)) this.records(this.at(dictionary(1)), body);
    }
    return root + length + body;
  }

  private schema(at: number, depth: number): void {
    const fields = this.table(at);
    this.vector(fields(1), 4, (entry) => this.field(this.at(entry), depth));
    this.pairs(fields(2));
  }

  private field(at: number, depth: number): void {
    if (depth > MOST_DEPTH) throw new Error("invalid Arrow: nested too deeply");
    const fields = this.table(at);
    this.text(fields(0));
    if (fields(3)) this.table(this.at(fields(3)));
    if (fields(4)) this.table(this.at(fields(4)));
    this.vector(fields(5), 4, (entry) => this.field(this.at(entry), depth + 1));
    this.pairs(fields(6));
  }

  private records(at: number, body: number): void {
    const fields = this.table(at);
    const most = MOST_ROWS_PER_BYTE * this.view.byteLength;
    if (fields(0)) this.rows(this.long(fields(0)), most);
    this.vector(fields(1), 16, (node) => this.rows(this.long(node), most));
    this.vector(fields(2), 16, (buffer) => {
      const [from, length] = [this.long(buffer), this.long(buffer + 8)];
      if (from + length > body) throw new Error("invalid Arrow: buffer beyond its message");
    });
    if (fields(3)) this.table(this.at(fields(3)));
  }

  private rows(count: number, most: number): void {
    if (count > most) throw new Error("invalid Arrow: more rows than bytes can hold");
  }

  private pairs(field: number): void {
    this.vector(field, 4, (entry) => {
      const pair = this.table(this.at(entry));
      this.text(pair(0));
      this.text(pair(1));
    });
  }

  private text(field: number): void {
    this.vector(field, 1, null);
  }

  /** The fields of a table by number: where each one lies, 0 where it is absent. */
  private table(at: number): (field: number) => number {
    if (++this.nodes > MOST_NODES) throw new Error("invalid Arrow: too many parts");
    this.within(at, 4);
    const description = at - this.view.getInt32(at, true);
    this.within(description, 4);
    const size = this.view.getUint16(description, true);
    this.within(description, size);
    return (field) => {
      const entry = 4 + 2 * field;
      if (entry + 2 > size) return 0;
      const offset = this.view.getUint16(description + entry, true);
      if (offset === 0) return 0;
      this.within(at + offset, 4);
      return at + offset;
    };
  }

  private vector(field: number, size: number, each: ((at: number) => void) | null): void {
    if (!field) return;
    const start = this.at(field);
    const length = this.uint(start);
    this.within(start + 4, length * size);
    if (!each) return;
    this.nodes += length;
    if (this.nodes > MOST_NODES) throw new Error("invalid Arrow: too many parts");
    for (let k = 0; k < length; k++) each(start + 4 + k * size);
  }

  /** Where an offset leads. */
  private at(place: number): number {
    return place + this.uint(place);
  }

  private uint(at: number): number {
    this.within(at, 4);
    return this.view.getUint32(at, true);
  }

  private long(at: number): number {
    this.within(at, 8);
    const value = Number(this.view.getBigInt64(at, true));
    if (value < 0) throw new Error("invalid Arrow: negative length");
    return value;
  }

  private within(at: number, length: number): void {
    if (at < 0 || length < 0 || at + length > this.view.byteLength)
      throw new Error("invalid Arrow: cut short");
  }
}
