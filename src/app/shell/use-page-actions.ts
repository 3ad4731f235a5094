import { useCallback, useMemo } from "react";
import type { DataActions } from "../../panels/data/data-actions.ts";
import type { Stores } from "../../panels/kit/stores.ts";
import type { Page } from "../../state/session-store.ts";
import { spokenText } from "../../ui/language.ts";
import { sampleData, sampleSource } from "../data/sample-data.ts";
import { sortFiles } from "../data/settings-files.ts";
import type { Application } from "../start/start.ts";

/** What can be done about data from anywhere on the page; an action that opens something also shows the page it belongs to. */
export function usePageActions(
  application: Application,
  page: Page,
  setPage: (page: Page) => void,
): DataActions {
  const { open, files, scoring, stores } = application;
  const readFiles = useFileReader(application, page, setPage);
  return useMemo(
    () => ({
      imports: files.store,
      loadSample: (name, rows) => {
        void open(sampleData(sampleSource(name, rows)));
        setPage("palette");
      },
      readFiles: (chosen) => void readFiles(chosen),
      fetchFile: (address) => void files.fetchFrom(address),
      readAgain: (choices) => void files.readAgain(choices),
      mapFile: (mapping) => void files.map(mapping),
      scoreTexts: (request) => void scoring.score(request),
      cancelScoring: scoring.cancel,
      lookAtModel: scoring.lookAt,
      readClassifiers: async (file) => {
        const reader = await import("../../rewards/classifier/model-file.ts").catch(() => null);
        if (reader) return reader.decodeModel(await file.text());
        tellMissing(stores, spokenText()?.app.parts.classifiers);
        return null;
      },
      useFile: () => void files.use().then((isOpen) => isOpen && setPage("palette")),
      openKept: (file) => {
        void application.openKept(file);
        setPage("palette");
      },
      forgetKept: (file) => void application.forgetKept(file),
      used: files.used,
      editColumns: () => void files.edit(),
      discardFile: files.discard,
    }),
    [application, open, files, scoring, stores, readFiles, setPage],
  );
}

/** Reads files by what they are: settings, files of the Moral profile page, or data. */
function useFileReader(application: Application, page: Page, setPage: (page: Page) => void) {
  const { stores, adopt, files } = application;
  return useCallback(
    async (chosen: readonly File[]) => {
      const { reading, notices, data } = await sortFiles(chosen);
      if (reading) adopt(reading);
      for (const notice of notices) stores.session.getState().notify(notice);
      if (reading && page === "data") setPage("palette");
      if (data.length === 0) return;
      if (page === "moral") {
        const screen = await import("../moral/moral-screen.tsx").catch(() => null);
        if (screen) return screen.deskOf(application).readFiles(data);
        return tellMissing(stores, spokenText()?.app.pages.moral);
      }
      setPage("data");
      await files.read(data);
    },
    [application, adopt, stores, files, page, setPage],
  );
}

function tellMissing({ session }: Stores, detail: string | undefined): void {
  session.getState().notify({ kind: "part-missing", detail });
}
