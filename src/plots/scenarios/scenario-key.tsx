import { lineDash, markerPath } from "../base/marker.ts";

/** Which line is which scenario: its dash and marker beside its name. */
export function ScenarioKey({
  scenarios,
  emphasised,
}: {
  scenarios: readonly { readonly id: string; readonly label: string }[];
  emphasised?: string;
}) {
  return (
    <ul className="scenario-key">
      {scenarios.map(({ id, label }, k) => (
        <li key={id}>
          <svg
            className={id === emphasised ? "scenario scenario-strong" : "scenario"}
            width="28"
            height="12"
            viewBox="0 0 28 12"
            aria-hidden="true"
          >
            <line
              className="scenario-line"
              x1="0"
              x2="28"
              y1="6"
              y2="6"
              strokeDasharray={lineDash(k)}
            />
            <path className="scenario-mark" transform="translate(14,6)" d={markerPath(k, 3)} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
