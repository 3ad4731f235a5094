import { Suspense, useCallback, useLayoutEffect } from "react";
import { useStore } from "zustand";
import { DataActionsContext } from "../../panels/data/data-actions.ts";
import { StoresContext, useDocument, useSession } from "../../panels/kit/stores.ts";
import { ModeSwitch } from "../../panels/mode/mode-switch.tsx";
import { PaletteRail } from "../../panels/palette/palette-rail.tsx";
import { PANEL_NAMES } from "../../panels/panels.ts";
import { RegionPanel } from "../../panels/region/region-panel.tsx";
import { RidgesPanel } from "../../panels/ridges/ridges-panel.tsx";
import { StrengthSlider } from "../../panels/strength/strength-slider.tsx";
import { TrustSentence } from "../../panels/trust/trust-sentence.tsx";
import { VerdictPanel } from "../../panels/verdict/verdict-panel.tsx";
import type { Theme } from "../../state/preferences-store.ts";
import { isGivenUp, type Page } from "../../state/session-store.ts";
import { formatCount } from "../../ui/format.ts";
import { lazyPart } from "../../ui/part/lazy-part.tsx";
import { PartBoundary } from "../../ui/part/part-boundary.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { useFileDrop } from "../data/use-file-drop.ts";
import { EmbedFoot } from "../embed/embed-foot.tsx";
import { FramedNote } from "../embed/framed-note.tsx";
import { Exporting } from "../exports/exporting.tsx";
import type { PageOptions, ScreenPart } from "../start/page-options.ts";
import type { Application } from "../start/start.ts";
import { AnalysisArea } from "./analysis-area.tsx";
import { Header } from "./header.tsx";
import { Notices } from "./notices.tsx";
import { Tour, TourOffer } from "./tour.tsx";
import { useKeptFocus } from "./use-kept-focus.ts";
import { usePageActions } from "./use-page-actions.ts";
import { useUndoKeys } from "./use-undo-keys.ts";
import "./screen.css";
import "./print-page.css";
import "../embed/embed.css";

const DataPage = lazyPart(async () => (await import("../../panels/data/data-page.tsx")).DataPage);

const MoralScreen = lazyPart(async () => (await import("../moral/moral-screen.tsx")).MoralScreen);

/** The whole page: header, the palette's screen or the data, and what has to be told. */
export function App({
  application,
  options,
  isFramed = false,
}: {
  application: Application;
  options: PageOptions;
  /** True where the whole application stands inside a page of another origin. */
  isFramed?: boolean;
}) {
  const { stores } = application;
  // In somebody else's page there is the palette alone.
  const page = useStore(stores.session, (s) => (options.embed ? "palette" : s.page));
  const setPage = useCallback((next: Page) => stores.session.setState({ page: next }), [stores]);
  const theme = useStore(stores.preferences, (s) => s.theme);
  useLayoutEffect(() => showTheme(theme), [theme]);
  useUndoKeys(stores.document);
  useKeptFocus();
  const actions = usePageActions(application, page, setPage);
  // The host page of an embed may read its report, so readers' own files are opened in the whole application alone.
  const { over, ...drop } = useFileDrop(options.embed ? null : actions.readFiles);
  return (
    <StoresContext value={stores}>
      <DataActionsContext value={actions}>
        <Exporting
          rows={application.loadedRows}
          analyst={application.analyst}
          isOffered={!options.embed}
          isOfPalette={page === "palette"}
        >
          <div className={shellClass(options)} {...drop}>
            {options.show?.has("verdict") !== false && <SkipLink page={page} />}
            {isFramed && <FramedNote />}
            {!options.embed && (
              <PartBoundary>
                <Header page={page} onPage={setPage} />
              </PartBoundary>
            )}
            <PartBoundary key={page}>
              <PageScreen
                page={page}
                onPage={setPage}
                application={application}
                options={options}
              />
            </PartBoundary>
            <Loading store={application.loading} />
            <PartBoundary>
              <Notices onTryAgain={application.startAgain} />
            </PartBoundary>
            {over && <DropHint />}
          </div>
        </Exporting>
      </DataActionsContext>
    </StoresContext>
  );
}

function PageScreen({
  page,
  onPage,
  application,
  options,
}: {
  page: Page;
  onPage: (page: Page) => void;
  application: Application;
  options: PageOptions;
}) {
  const { locale } = useText();
  const showPalette = useCallback(() => onPage("palette"), [onPage]);
  if (page === "palette")
    return <PaletteScreen key={locale} options={options} startAgain={application.startAgain} />;
  return (
    <Suspense fallback={<main className="data-page" aria-busy="true" />}>
      {page === "moral" ? (
        <MoralScreen key={locale} application={application} onPalette={showPalette} />
      ) : (
        <DataPage key={locale} />
      )}
    </Suspense>
  );
}

/** Gives the page its theme; "auto" leaves it to the device. */
function showTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === "auto") delete dataset.theme;
  else dataset.theme = theme;
}

function shellClass({ embed, height }: PageOptions): string {
  if (!embed) return "shell";
  return height === "auto" ? "shell shell-embed shell-fit" : "shell shell-embed";
}

/** Shown where rows take longer than a moment to load. */
function Loading({ store }: { store: Application["loading"] }) {
  const text = useText().app;
  const source = useStore(store, (s) => s.source);
  const failed = useSession(isGivenUp);
  if (!source || failed) return null;
  const name = source.kind === "sample" ? text.data.sampleNames[source.name] : source.name;
  return (
    <div className="loading" role="status">
      <p>{text.loading(name)}</p>
      <progress aria-label={text.loading(name)} />
    </div>
  );
}

function DropHint() {
  return <p className="drop-hint">{useText().data.file.dropHere}</p>;
}

/** Where the skip link leads on each page; the Data page begins with its main part and needs none. */
const SKIP_TO: Readonly<Record<Page, string | null>> = {
  palette: "verdict",
  moral: "answer-heading",
  data: null,
};

function SkipLink({ page }: { page: Page }) {
  const { app, moral } = useText();
  const target = SKIP_TO[page];
  if (!target) return null;
  return (
    <>
      <button
        type="button"
        className="skip-link"
        onClick={() => document.getElementById(target)?.focus()}
      >
        {page === "moral" ? moral.skip : app.skip}
      </button>
      {page === "palette" && (
        <button
          type="button"
          className="skip-link"
          onClick={() => document.querySelector<HTMLElement>(".values .slider")?.focus()}
        >
          {app.skipToSliders}
        </button>
      )}
    </>
  );
}

function PaletteScreen({
  options: { embed, show },
  startAgain,
}: {
  options: PageOptions;
  startAgain: () => void;
}) {
  const engine = useSession((s) => s.engine);
  const hasAnswer = useSession((s) => s.answer !== null);
  const isTouring = useSession((s) => s.isTouring);
  if (isGivenUp({ engine }) && !hasAnswer) return <Failed onTryAgain={startAgain} />;
  const shows = (part: ScreenPart) => show?.has(part) ?? true;
  return (
    <main className="screen">
      {shows("verdict") && (
        <PartBoundary>
          <VerdictPanel>
            <TrustSentence hasPanel={shows("trust")} />
          </VerdictPanel>
        </PartBoundary>
      )}
      {shows("palette") && (
        <div className="rail">
          <PaletteRail
            foot={
              !embed && (
                <>
                  <TourOffer />
                  <Provenance />
                </>
              )
            }
          >
            <StrengthSlider />
            <ModeSwitch />
          </PaletteRail>
        </div>
      )}
      {(shows("region") || shows("ridges")) && (
        <div className="plots">
          {shows("region") && (
            <PartBoundary>
              <RegionPanel />
            </PartBoundary>
          )}
          {shows("ridges") && (
            <PartBoundary>
              <RidgesPanel />
            </PartBoundary>
          )}
        </div>
      )}
      <AnalysisArea panels={PANEL_NAMES.filter(shows)} />
      {embed && (
        <EmbedFoot>
          <Provenance />
        </EmbedFoot>
      )}
      {isTouring && <Tour />}
    </main>
  );
}

function Provenance() {
  const words = useText().app;
  const source = useDocument((s) => s.document.source);
  const keptFiles = useSession((s) => s.kept);
  const dropped = useSession((s) => s.data?.dropped ?? 0);
  if (source.kind === "sample") return <p className="provenance">{words.data.calibrated}</p>;
  return (
    <p className="provenance">
      {dropped > 0 && `${words.data.dropped(formatCount(dropped))} `}
      {words.help.privacy}
      {keptFiles.some((file) => file.fingerprint === source.fingerprint) &&
        ` ${words.data.keptUntil}`}
    </p>
  );
}

/** In place of the palette where there is no calculation and no answer yet. */
function Failed({ onTryAgain }: { onTryAgain: () => void }) {
  const { failed, tryAgain } = useText().app;
  const engine = useSession((s) => s.engine);
  const isUnable = engine === "unable";
  const isMissing = engine === "missing";
  return (
    <main className="failed">
      <h2 className="failed-title">
        {isUnable ? failed.title : isMissing ? failed.missingTitle : failed.endedTitle}
      </h2>
      <p>{isUnable ? failed.hint : isMissing ? failed.missingHint : failed.endedHint}</p>
      {!isUnable && (
        <button type="button" className="button button-main" onClick={onTryAgain}>
          {tryAgain}
        </button>
      )}{" "}
      <button type="button" className="button" onClick={() => window.location.reload()}>
        {failed.retry}
      </button>
    </main>
  );
}
