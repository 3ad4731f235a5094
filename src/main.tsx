import { createRoot } from "react-dom/client";
import { sampleSource } from "./app/data/sample-data.ts";
import { hostEmbed } from "./app/embed/embed-host.ts";
import { pageAround } from "./app/embed/page-around.ts";
import { toldOrigins } from "./app/embed/told-origins.ts";
import { App } from "./app/shell/app.tsx";
import { followLanguage } from "./app/start/follow-language.ts";
import { keepOffline } from "./app/start/keep-offline.ts";
import { openAddress } from "./app/start/open-address.ts";
import { isInForeignPage } from "./app/start/page-frame.ts";
import { pageOptions } from "./app/start/page-options.ts";
import { startApplication } from "./app/start/start.ts";
import { partStore } from "./keep/part-store.ts";
import { openGate } from "./net/gate.ts";
import { spokenText } from "./ui/language.ts";
import { mendStyles } from "./ui/part/mend-styles.ts";
import { PartBoundary } from "./ui/part/part-boundary.tsx";
import { LANGUAGES, localeFor } from "./ui/text/locale.ts";
import "./ui/theme.css";
import "./ui/base.css";
import "./ui/button.css";
import "./ui/text-button.css";

const root = document.getElementById("root");
if (!root) throw new Error("invalid page: no #root");

/** The databases of the last files, each of one. */
const KEPT_FILES = ["value-palette", "value-palette-2", "value-palette-3", "value-palette-4"];

const options = pageOptions(window.location.href);
const isInside = options.embed || isInForeignPage(window);
const isFramed = isInside && !options.embed;
const gate = openGate(window.location.href, { isFramed });
const application = startApplication({
  address: {
    readHash: () => window.location.hash,
    replaceHash: (hash) => options.embed || window.history.replaceState(null, "", `#${hash}`),
    onHashChange: (listener) => {
      window.addEventListener("hashchange", listener);
      return () => window.removeEventListener("hashchange", listener);
    },
  },
  // Inside other pages nothing is kept: several of them, and the application itself, may be of one origin.
  storage: isInside ? null : keptText(),
  parts: isInside ? [] : KEPT_FILES.map(partStore),
  page: window.location.href,
  gate,
  workers: {
    solver: () =>
      options.embed
        ? new Worker(new URL("../workers/coordinator.worker.ts", import.meta.url), {
            type: "module",
            name: "embed",
          })
        : new Worker(new URL("../workers/coordinator.worker.ts", import.meta.url), {
            type: "module",
          }),
    ingest: () =>
      new Worker(new URL("../workers/ingest.worker.ts", import.meta.url), { type: "module" }),
    moral: () =>
      new Worker(new URL("../workers/moral.worker.ts", import.meta.url), { type: "module" }),
    rewards: () =>
      new Worker(new URL("../workers/rewards.worker.ts", import.meta.url), { type: "module" }),
    textModel: () =>
      new Worker(new URL("../workers/text-model.worker.ts", import.meta.url), { type: "module" }),
  },
  theme: options.theme,
  first: firstRows(),
});
if (options.data instanceof URL) void openAddress(application, options.data);
const told = toldOrigins(options, window.location.origin, listedOrigins());
if (options.embed) hostEmbed(application, pageAround(window, root, told));

const { preferences, session } = application.stores;
const tellMissing = (detail: string) => session.getState().notify({ kind: "part-missing", detail });
if (document.readyState === "complete") afterLoading();
else window.addEventListener("load", afterLoading);

if (options.unknownParts.length > 0)
  session.getState().notify({ kind: "parts-unknown", detail: options.unknownParts.join(", ") });
if (options.locale) preferences.setState({ locale: localeFor([options.locale]) });
await followLanguage(preferences, navigator.languages, {
  onSpeaking: (locale) => {
    document.documentElement.lang = locale;
  },
  onMissing: (locale) => tellMissing(LANGUAGES[locale].name),
});
createRoot(root).render(
  <PartBoundary>
    <App application={application} options={options} isFramed={isFramed} />
  </PartBoundary>,
);

function afterLoading(): void {
  void mendStyles(document).then((isWhole) => {
    if (!isWhole) tellMissing(spokenText()?.app.parts.styles ?? "");
  });
  // In somebody else's page it leaves nothing behind.
  if (import.meta.env.MODE !== "production" || isInside || !navigator.serviceWorker) return;
  void keepOffline({
    serviceWorker: navigator.serviceWorker,
    script: import.meta.url,
    read: async () => {
      const reply = await gate.request("./");
      if (!reply.ok) throw new Error(`invalid page: ${reply.reason}`);
      return reply.response.text();
    },
    onSeen: (listener) =>
      document.addEventListener("visibilitychange", () => !document.hidden && listener()),
    onNewVersion: () => session.getState().notify({ kind: "new-version" }),
  });
}

/** Null while a file is on its way. */
function firstRows() {
  if (options.data === null) return undefined;
  return options.data instanceof URL ? null : sampleSource(options.data);
}

/** Sites that the owner of this one lets read its files through an embed. */
function listedOrigins(): readonly string[] {
  const list = document.querySelector<HTMLMetaElement>('meta[name="embed-origins"]');
  return list?.content.split(/[\s,]+/) ?? [];
}

/** Even reading `localStorage` throws where storage is blocked. */
function keptText(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
