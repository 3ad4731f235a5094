import { use } from "react";
import { useSession, useStores } from "../../panels/kit/stores.ts";
import { hasMix } from "../../share/exports/export-facts.ts";
import { MenuItem } from "../../ui/menu.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { exportNow } from "./export-now.ts";
import { AnalystContext, LoadedRowsContext } from "./exporting.tsx";
import { type PaletteFile, paletteFile } from "./palette-files.ts";
import { saveFile } from "./save-file.ts";
import { saveWeights } from "./save-weights.ts";
import type { WeightsFormat } from "./weights-file.ts";
import type { WritingJob } from "./writing-job.ts";

const REWARDS: readonly PaletteFile[] = ["reward", "resampler", "command", "latex"];
const WEIGHTS: readonly WeightsFormat[] = ["csv", "parquet"];

/** The choices of the Export menu. */
export function ExportItems({
  onChosen,
  onJob,
  onPrint,
  isBusy,
}: {
  onChosen: () => void;
  /** Told how the writing of a large file goes; null at its end. */
  onJob: (job: WritingJob | null) => void;
  onPrint: () => void;
  /** True while a large file is being written; there is one at a time. */
  isBusy: boolean;
}) {
  const text = useText();
  const words = text.exports;
  const stores = useStores();
  const analyst = use(AnalystContext);
  const loadedRows = use(LoadedRowsContext);
  const answer = useSession((s) => s.answer);
  if (!answer) return <p className="menu-note">{words.waiting}</p>;
  const isMix = hasMix({ answer });

  const choose = (what: string, make: () => Promise<unknown>) => () => {
    onChosen();
    make().catch(() => stores.session.getState().notify({ kind: "export-failed", detail: what }));
  };
  const save = (kind: PaletteFile) =>
    choose(words.items[kind].name, async () => {
      const facts = await exportNow(stores, text);
      if (!facts) throw new Error("invalid export: no answer");
      saveFile(paletteFile(kind, facts, text));
    });
  const weights = (format: WeightsFormat) =>
    choose(words.items[format].name, () =>
      saveWeights(format, { stores, text, analyst, rows: loadedRows(), onJob }),
    );
  return (
    <>
      <p className="menu-heading">{words.headings.report}</p>
      <Item
        {...words.items.print}
        onChoose={choose(words.items.print.name, async () => onPrint())}
      />
      <Item {...words.items.json} onChoose={save("json")} />
      {isMix ? (
        <>
          <hr className="menu-rule" />
          <p className="menu-heading">{words.headings.reward}</p>
          {REWARDS.map((kind) => (
            <Item key={kind} {...words.items[kind]} onChoose={save(kind)} />
          ))}
          {!isBusy && (
            <>
              <hr className="menu-rule" />
              <p className="menu-heading">{words.headings.answers}</p>
              {WEIGHTS.map((format) => (
                <Item key={format} {...words.items[format]} onChoose={weights(format)} />
              ))}
            </>
          )}
        </>
      ) : (
        <p className="menu-note">{words.noMix}</p>
      )}
      <hr className="menu-rule" />
      {answer.shownIs === "closest-safe-mix" && <p className="menu-note">{words.closest}</p>}
      <p className="menu-note">{words.pictures}</p>
    </>
  );
}

function Item({ name, detail, onChoose }: { name: string; detail: string; onChoose: () => void }) {
  return (
    <MenuItem detail={detail} onChoose={onChoose}>
      {name}
    </MenuItem>
  );
}
