/** A field of a protocol buffer: a number, a text, or what is nested. */
type Field = readonly [number: number, value: number | string | Uint8Array | Fields];
type Fields = readonly Field[];

const FLOAT = 1;
const INT64 = 7;

const WORDS: Readonly<Record<string, number>> = {
  lovely: 3,
  wonderful: 4,
  terrible: -4,
  awful: -3,
  stupid: -2,
};
const VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", ...Object.keys(WORDS)];

/**
 * The files of a text classifier small enough to be written by hand: five words push the label KIND or UNKIND, all others nothing.
 * Each weighs what is said above, so that the chance of KIND is 1 / (1 + e^−sum) and can be computed in a test.
 */
export function tinyModel(): Readonly<Record<string, string | Buffer>> {
  const vocab = Object.fromEntries(VOCABULARY.map((word, id) => [word, id]));
  const special = VOCABULARY.slice(0, 5).map((content, id) => ({
    id,
    content,
    special: true,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
  }));
  return {
    "config.json": JSON.stringify({
      model_type: "bert",
      architectures: ["BertForSequenceClassification"],
      id2label: { 0: "UNKIND", 1: "KIND" },
      label2id: { UNKIND: 0, KIND: 1 },
    }),
    "tokenizer_config.json": JSON.stringify({
      tokenizer_class: "BertTokenizer",
      pad_token: "[PAD]",
      unk_token: "[UNK]",
      cls_token: "[CLS]",
      sep_token: "[SEP]",
      mask_token: "[MASK]",
      model_max_length: 512,
    }),
    "tokenizer.json": JSON.stringify({
      version: "1.0",
      truncation: null,
      padding: null,
      added_tokens: special,
      normalizer: {
        type: "BertNormalizer",
        lowercase: true,
        clean_text: true,
        handle_chinese_chars: true,
        strip_accents: null,
      },
      pre_tokenizer: { type: "BertPreTokenizer" },
      post_processor: null,
      decoder: null,
      model: {
        type: "WordPiece",
        unk_token: "[UNK]",
        continuing_subword_prefix: "##",
        max_input_chars_per_word: 100,
        vocab,
      },
    }),
    "onnx/model.onnx": Buffer.from(onnx()),
  };
}

/** The chance of KIND that the tiny model gives a text. */
export function tinyChance(text: string): number {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  const sum = words.reduce((total, word) => total + (WORDS[word] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

/** logits = Σ over tokens of table[token], padding left out. */
function onnx(): Uint8Array {
  const table = new Float32Array(2 * VOCABULARY.length);
  VOCABULARY.forEach((word, id) => {
    table[2 * id + 1] = WORDS[word] ?? 0;
  });
  const cast: Field = [
    5,
    [
      [1, "to"],
      [3, FLOAT],
      [20, 2],
    ],
  ];
  const keep: Field = [
    5,
    [
      [1, "keepdims"],
      [3, 0],
      [20, 2],
    ],
  ];
  const graph: Fields = [
    [1, node("Gather", ["table", "input_ids"], "taken")],
    [1, node("Cast", ["attention_mask"], "mask", cast)],
    [1, node("Unsqueeze", ["mask", "last"], "wide")],
    [1, node("Mul", ["taken", "wide"], "kept")],
    [1, node("ReduceSum", ["kept", "first"], "logits", keep)],
    [2, "tiny"],
    [5, tensor("table", [VOCABULARY.length, 2], FLOAT, new Uint8Array(table.buffer))],
    [5, tensor("last", [1], INT64, new Uint8Array(BigInt64Array.of(2n).buffer))],
    [5, tensor("first", [1], INT64, new Uint8Array(BigInt64Array.of(1n).buffer))],
    [11, place("input_ids", INT64, ["batch", "length"])],
    [11, place("attention_mask", INT64, ["batch", "length"])],
    [12, place("logits", FLOAT, ["batch", "two"])],
  ];
  return message([
    [1, 8],
    [7, graph],
    [
      8,
      [
        [1, ""],
        [2, 13],
      ],
    ],
  ]);
}

function node(kind: string, inputs: readonly string[], output: string, ...more: Field[]): Fields {
  return [...inputs.map((input): Field => [1, input]), [2, output], [4, kind], ...more];
}

function tensor(name: string, sizes: readonly number[], kind: number, raw: Uint8Array): Fields {
  return [...sizes.map((size): Field => [1, size]), [2, kind], [8, name], [9, raw]];
}

function place(name: string, kind: number, sizes: readonly string[]): Fields {
  const shape = sizes.map((size): Field => [1, [[2, size]]]);
  return [
    [1, name],
    [
      2,
      [
        [
          1,
          [
            [1, kind],
            [2, shape],
          ],
        ],
      ],
    ],
  ];
}

function message(fields: Fields): Uint8Array {
  const bytes: number[] = [];
  for (const [number, value] of fields) {
    if (typeof value === "number") {
      bytes.push(...varint(number << 3), ...varint(value));
      continue;
    }
    const inner =
      typeof value === "string"
        ? new TextEncoder().encode(value)
        : value instanceof Uint8Array
          ? value
          : message(value);
    bytes.push(...varint((number << 3) | 2), ...varint(inner.length), ...inner);
  }
  return Uint8Array.from(bytes);
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
  return [...bytes, rest];
}
