/** What the verdict says of a palette; each state has its own shape and words. */
export type ReachStatus = "reachable" | "thin" | "out-of-reach" | "unsettled";

const SHAPES: Record<ReachStatus, React.ReactNode> = {
  reachable: <circle cx="8" cy="8" r="6.5" fill="currentColor" />,
  thin: (
    <>
      <circle cx="8" cy="8" r="5.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 2.25a5.75 5.75 0 0 0 0 11.5z" fill="currentColor" />
    </>
  ),
  "out-of-reach": (
    <path d="M3 3l10 10M13 3L3 13" fill="none" stroke="currentColor" strokeWidth="2.25" />
  ),
  unsettled: (
    <circle
      cx="8"
      cy="8"
      r="5.75"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeDasharray="2.4 2.12"
    />
  ),
};

/**
 * The verdict's mark: ● reachable, ◐ thin, ✕ out of reach, a dashed ring where it is not settled. Takes the colour of the
 * text around it. `size` in pixels, default 16. Hidden from screen readers unless it has a `label`.
 */
export function StatusMark({
  status,
  size = 16,
  label,
}: {
  status: ReachStatus;
  size?: number;
  label?: string;
}) {
  const name = label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label };
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by its label, or hidden
    <svg
      className={`status-mark status-${status}`}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      {...name}
    >
      {SHAPES[status]}
    </svg>
  );
}
