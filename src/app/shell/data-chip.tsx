import { useDataActions } from "../../panels/data/data-actions.ts";
import { useDocument, useSession } from "../../panels/kit/stores.ts";
import { SAMPLE_NAMES } from "../../share/document/sample-names.ts";
import { formatCount } from "../../ui/format.ts";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import { useText } from "../../ui/text/use-text.ts";

/** Which answers these are; opens the other choices. */
export function DataChip({ onOwnFile }: { onOwnFile: () => void }) {
  const words = useText().app.data;
  const source = useDocument((s) => s.document.source);
  const data = useSession((s) => s.data);
  const keptFiles = useSession((s) => s.kept);
  const { loadSample, openKept } = useDataActions();
  const name = source.kind === "sample" ? words.sampleNames[source.name] : source.name;
  return (
    <Menu
      className="data-chip"
      label={
        <>
          <span className="visually-hidden">{words.label} </span>
          <strong>{name}</strong>{" "}
          <span className="muted">
            {source.kind === "sample" && `${words.calibratedShort} · `}
            {data && words.chip(formatCount(data.rows), data.values.length)}
          </span>
          <span className="visually-hidden"> {words.choose}</span>
        </>
      }
    >
      {(close) => (
        <>
          <p className="menu-heading">{words.samples}</p>
          {SAMPLE_NAMES.map((sample) => (
            <MenuItem
              key={sample}
              current={source.kind === "sample" && source.name === sample}
              onChoose={() => {
                loadSample(sample);
                close();
              }}
            >
              {words.sampleNames[sample]}
            </MenuItem>
          ))}
          <p className="menu-note">{words.calibrated}</p>
          <hr className="menu-rule" />
          {keptFiles.map((keptFile) => (
            <MenuItem
              key={keptFile.place}
              detail={words.kept}
              current={source.kind === "file" && source.fingerprint === keptFile.fingerprint}
              onChoose={() => {
                openKept(keptFile);
                close();
              }}
            >
              {keptFile.name}
            </MenuItem>
          ))}
          <MenuItem
            detail={words.ownDetail}
            onChoose={() => {
              close();
              onOwnFile();
            }}
          >
            {words.own}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
