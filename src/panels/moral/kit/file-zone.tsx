import { useId } from "react";
import { formatPercent } from "../../../ui/format.ts";
import { useText } from "../../../ui/text/use-text.ts";
import { useDesk, useMoral } from "./moral-desk.ts";
import { ReadingOutcome } from "./reading-outcome.tsx";
import "./file-zone.css";

/** Where files are dropped or chosen; how far one is read, and why one cannot be used. */
export function FileZone({ choose, formats }: { choose: string; formats: string }) {
  const text = useText().moralParts.data;
  const { readFiles } = useDesk();
  const reading = useMoral((s) => s.reading);
  const id = useId();
  return (
    <div className="file-zone">
      {reading.phase === "reading" ? (
        <p role="status">
          {text.reading(reading.name, formatPercent(reading.share))}{" "}
          <progress aria-label={text.reading(reading.name, "")} value={reading.share} max={1} />
        </p>
      ) : (
        <p>
          {text.drop}{" "}
          <label className="file-zone-choice" htmlFor={id}>
            {choose}
          </label>
          <input
            id={id}
            className="visually-hidden"
            type="file"
            multiple
            onChange={(event) => {
              const files = [...(event.currentTarget.files ?? [])];
              event.currentTarget.value = "";
              if (files.length > 0) readFiles(files);
            }}
          />
        </p>
      )}
      <p className="muted">{formats}</p>
      <p className="muted">{text.privacy}</p>
      <ReadingOutcome reading={reading} />
    </div>
  );
}
