/** What a mark in a key stands for. */
export type KeyMarkKind = "before" | "after" | "means" | "target" | "mixes" | "other";

const DRAWN: Record<KeyMarkKind, React.ReactNode> = {
  before: <rect className="key-before" width="14" height="8" y="2" />,
  after: (
    <>
      <rect className="key-after" width="14" height="8" y="2" />
      <line className="key-line" x2="14" y1="2" y2="2" />
    </>
  ),
  means: (
    <>
      <line className="key-mean-before" x1="2" x2="2" y2="10" />
      <line className="key-line" x1="9" x2="9" y2="10" />
    </>
  ),
  target: <path className="key-target" d="M7,0.5L11.5,5L7,9.5L2.5,5Z" />,
  mixes: <circle className="key-mixes" cx="9" cy="5" r="3.5" />,
  other: <circle className="key-other" cx="9" cy="5" r="3.5" />,
};

/** A mark beside its words in a key, in the colour that `--key` gives where it is a value's. */
export function KeyMark({ kind }: { kind: KeyMarkKind }) {
  return (
    <svg className="key-mark" width="14" height="10" viewBox="0 0 14 10" aria-hidden="true">
      {DRAWN[kind]}
    </svg>
  );
}
