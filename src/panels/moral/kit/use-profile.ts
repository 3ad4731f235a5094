import { useMemo } from "react";
import type { ProfileSetting } from "../../../share/document/document.ts";
import type { Gesture } from "../../../state/document-store.ts";
import { profileOf, profileValues, withProfile } from "../../../state/profile.ts";
import { useText } from "../../../ui/text/use-text.ts";
import { useDocument } from "../../kit/stores.ts";
import { useMoral } from "./moral-desk.ts";

const NONE: readonly string[] = [];

/** The profile on the screen, and every way to change it; a whole drag is one step of undo. */
export interface ProfileEditing {
  readonly profile: ProfileSetting;
  /** Ids of the values it is stated over, in the order in which they are shown. */
  readonly ids: readonly string[];
  setWeight(id: string, weight: number): void;
  setProfile(change: Partial<ProfileSetting>): void;
  begin(): Gesture;
}

/** The profile of the document, over the values that the questions and the profile know. */
export function useProfile(): ProfileEditing {
  const stored = useDocument((s) => s.document.profile);
  const edit = useDocument((s) => s.edit);
  const begin = useDocument((s) => s.beginGesture);
  const values = useMoral((s) => s.set?.values) ?? NONE;
  return useMemo(() => {
    const profile = profileOf({ profile: stored });
    const setProfile = (change: Partial<ProfileSetting>) =>
      edit((document) => withProfile(document, change));
    return {
      profile,
      ids: profileValues(values, profile.weights),
      setWeight: (id, weight) =>
        edit((document) =>
          withProfile(document, { weights: { ...profileOf(document).weights, [id]: weight } }),
        ),
      setProfile,
      begin,
    };
  }, [stored, values, edit, begin]);
}

/** What a value is called: the catalogue's name where it has one, else its own. */
export function useValueNames(): (id: string) => string {
  const { moral, values } = useText();
  return (id) =>
    Object.hasOwn(moral.values, id)
      ? moral.values[id].name
      : Object.hasOwn(values, id)
        ? values[id]
        : id;
}

/** What a system is called: the catalogue's name where it has one, else that of its value. */
export function useSystemNames(): (id: string) => string {
  const { moral } = useText();
  const valueName = useValueNames();
  return (id) => (Object.hasOwn(moral.systems, id) ? moral.systems[id] : valueName(id));
}

/** What a person or preset is called. */
export function usePersonNames(): (person: string) => string {
  const { presets } = useText().moral.profile;
  return (person) => (Object.hasOwn(presets, person) ? presets[person] : person);
}
