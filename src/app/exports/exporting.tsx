import { createContext, type ReactNode, useCallback } from "react";
import type { Rows } from "../../engine/contract.ts";
import { useStores } from "../../panels/kit/stores.ts";
import { type FigureRequest, SaveFigureContext } from "../../plots/figure/save-figure.tsx";
import { useText } from "../../ui/text/use-text.ts";
import type { Analyst } from "../start/connect-analyses.ts";

/** Gives the loaded rows as they were read, before any change; null where there are none. */
export const LoadedRowsContext = createContext<() => Rows | null>(() => null);

/** Runs an analysis for a file that is written; null outside the application. */
export const AnalystContext = createContext<Analyst | null>(null);

/** Lets the figures inside it be saved as files; the code for that is fetched when the first one is saved. */
export function Exporting({
  rows,
  analyst,
  isOffered,
  isOfPalette,
  children,
}: {
  rows: () => Rows | null;
  analyst: Analyst;
  /** False where figures cannot be saved, as in an embed. */
  isOffered: boolean;
  /** True where the figures are of the palette and its answers. */
  isOfPalette: boolean;
  children: ReactNode;
}) {
  const text = useText();
  const stores = useStores();
  const save = useCallback(
    async (request: FigureRequest) => {
      const { session } = stores;
      try {
        const [{ exportNow }, { aboutPage, aboutPalette }, { figureFile }, { saveFile }] =
          await Promise.all([
            import("./export-now.ts"),
            import("./figure-about.ts"),
            import("./figure-file.ts"),
            import("./save-file.ts"),
          ]);
        const facts = isOfPalette ? await exportNow(stores, text) : null;
        if (isOfPalette && !facts) throw new Error("invalid export: no answer");
        const about = facts
          ? aboutPalette(facts, text, session.getState().data?.sketch ?? null)
          : aboutPage(stores, text);
        saveFile(await figureFile(request, about, text));
      } catch {
        session.getState().notify({ kind: "export-failed", detail: request.table().caption });
      }
    },
    [stores, text, isOfPalette],
  );
  return (
    <LoadedRowsContext value={rows}>
      <AnalystContext value={analyst}>
        <SaveFigureContext value={isOffered ? save : null}>{children}</SaveFigureContext>
      </AnalystContext>
    </LoadedRowsContext>
  );
}
