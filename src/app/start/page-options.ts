import { PANEL_NAMES, type PanelName } from "../../panels/panels.ts";
import { SAMPLE_NAMES, type SampleName } from "../../share/document/sample-names.ts";
import type { Theme } from "../../state/preferences-store.ts";

/** A part of the palette's screen that can be shown without the others. */
export type ScreenPart = "palette" | "verdict" | "region" | "ridges" | PanelName;

/** What the address asks of the page itself, before the hash. */
export interface PageOptions {
  /** True to hide the frame, as inside somebody else's page. */
  readonly embed: boolean;
  /** A theme that overrides the visitor's own; null for none. */
  readonly theme: Theme | null;
  /** A language that overrides the visitor's own, as a BCP 47 tag; null for none. */
  readonly locale: string | null;
  /** Parts of the screen, or null for all of them. */
  readonly show: ReadonlySet<ScreenPart> | null;
  /** Names among those parts that mean nothing here. */
  readonly unknownParts: readonly string[];
  /** Rows to begin with: a calibrated sample by its name, or the address of a file; null for the usual. */
  readonly data: SampleName | URL | null;
  /** Origins whose pages may speak with this one; "null" stands for pages that have none, such as files. */
  readonly allow: readonly string[];
  /** Whether the page is as high as its content, or fills the height it is given. */
  readonly height: "auto" | "fill";
}

const PARTS = new Map<string, readonly ScreenPart[]>([
  ...(["palette", "verdict", "region", "ridges", ...PANEL_NAMES] as const).map(
    (part): [string, ScreenPart[]] => [kebab(part), [part]],
  ),
  ["analyses", PANEL_NAMES],
]);

/**
 * Reads `theme=light|dark|auto` and `locale=`, and with `?embed` also `show=palette,verdict,…`, `data=`, `allow=` (origins;
 * default the page's own) and `height=auto`. What cannot be read is ignored; unknown parts are
 * named.
 */
export function pageOptions(address: string): PageOptions {
  const { searchParams: query, origin } = new URL(address);
  const embed = query.has("embed") && query.get("embed") !== "false";
  const theme = query.get("theme");
  const locale = query.get("locale");
  const ofEmbed = (name: string) => (embed ? query.get(name) : null);
  const names = list(ofEmbed("show")).filter((name) => name !== "");
  const parts = names.flatMap((name) => PARTS.get(name) ?? []);
  const origins = list(ofEmbed("allow")).flatMap(originOf);
  return {
    embed,
    theme: theme === "light" || theme === "dark" || theme === "auto" ? theme : null,
    locale: locale && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(locale) ? locale : null,
    show: parts.length > 0 ? new Set(parts) : null,
    unknownParts: names.filter((name) => !PARTS.has(name)),
    data: dataOf(ofEmbed("data"), address),
    allow: origins.length > 0 ? origins : [origin],
    height: ofEmbed("height") === "auto" ? "auto" : "fill",
  };
}

function list(text: string | null): string[] {
  return (text ?? "").split(",").map((part) => part.trim());
}

function originOf(text: string): string[] {
  if (text === "null") return [text];
  const { origin } = URL.canParse(text) ? new URL(text) : { origin: "null" };
  return origin === text.toLowerCase().replace(/\/$/, "") ? [origin] : [];
}

function dataOf(text: string | null, base: string): SampleName | URL | null {
  if (text === null) return null;
  const sample = SAMPLE_NAMES.find((name) => name === text);
  if (sample) return sample;
  const address = URL.canParse(text, base) ? new URL(text, base) : null;
  return address && /^https?:$/.test(address.protocol) ? address : null;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
