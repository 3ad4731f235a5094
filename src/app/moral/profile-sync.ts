import type { Stores } from "../../panels/kit/stores.ts";
import type { ProfileSetting } from "../../share/document/document.ts";
import type { MoralStore } from "../../state/moral-store.ts";
import { paletteOf } from "../../state/palette.ts";
import { hasFoundations, profileOfPalette, profileOver, withTargets } from "../../state/profile.ts";
import type { Analyst } from "../start/connect-analyses.ts";

/** Keeps profile and palette in step: two views of one object (method §10). */
export interface ProfileSync {
  /** Makes the palette follow the profile as it stands; resolves when it does. */
  follow(): Promise<void>;
}

/**
 * Joins the palette of the loaded answers to the profile over their values, both ways: a profile that somebody states sets the levels
 * it reaches as targets, a palette that somebody sets makes the profile the one it implies. Where the loaded values are moral
 * foundations that profile is the person of the document, else one that lasts as long as the page.
 */
export function profileSync(
  { document: documents, session }: Stores,
  analyst: Analyst,
  moral: MoralStore,
): ProfileSync {
  /** True while a stated profile is on its way to the palette: answers until then are of the palette before. */
  let following = 0;
  /** The profile that was made here out of a palette, so that it is not taken for somebody's wish. */
  let own: ProfileSetting | null = null;

  documents.subscribe((now, before) => {
    const { data } = session.getState();
    if (!data || !hasFoundations(data.values)) return;
    if (now.document.profile !== before.document.profile && !isOwn(now.document.profile))
      void follow();
    else if (before.isGesturing && !now.isGesturing) adopt();
  });
  moral.subscribe((now, before) => {
    if (now.stated !== before.stated && !isOwn(now.stated)) void follow();
  });
  session.subscribe((now, before) => {
    if (now.data !== before.data && now.data && !hasFoundations(now.data.values))
      moral.setState({ stated: null });
    if (now.answer !== before.answer) adopt();
  });
  adopt();
  return { follow };

  function isOwn(profile: ProfileSetting | null | undefined): boolean {
    return !profile || profile === own;
  }

  function stated(): ProfileSetting | null {
    const { data } = session.getState();
    if (!data) return null;
    return hasFoundations(data.values)
      ? (documents.getState().document.profile ?? null)
      : moral.getState().stated;
  }

  async function follow(): Promise<void> {
    const { data } = session.getState();
    const profile = stated();
    if (!data || !profile) return;
    const ownTurn = ++following;
    const { document } = documents.getState();
    const levels = await analyst.analyse("profile", {
      profile: profileOver(data.values, profile),
      palette: paletteOf(document, data.values),
    });
    if (levels && session.getState().data === data) {
      const { amend, edit } = documents.getState();
      // A person's profile is a step of its own already; one beside the document is none.
      const change = hasFoundations(data.values) ? amend : edit;
      change((now) => withTargets(now, data.values, levels.targets));
    }
    if (ownTurn === following) following = 0;
  }

  /** Makes the profile the one that the palette implies, unless it is that already. */
  function adopt(): void {
    const { data, answer, isAnswering } = session.getState();
    const { isGesturing, amend } = documents.getState();
    if (!data || !answer || isAnswering || isGesturing || following > 0) return;
    const before = stated();
    const profile = profileOfPalette(data.values, answer.shown.lambda, before);
    if (!profile || profile === before) return;
    own = profile;
    if (hasFoundations(data.values)) amend((document) => ({ ...document, profile }));
    else moral.setState({ stated: profile });
  }
}
