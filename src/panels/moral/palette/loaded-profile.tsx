import type { ProfileSetting } from "../../../share/document/document.ts";
import type { Gesture } from "../../../state/document-store.ts";
import { profileOfPalette } from "../../../state/profile.ts";
import { useText } from "../../../ui/text/use-text.ts";
import { useDocument, useSession } from "../../kit/stores.ts";
import { LevelsTable } from "../kit/levels-table.tsx";
import { useDesk, useMoral } from "../kit/moral-desk.ts";
import { ProfileStrength } from "../kit/profile-strength.tsx";
import { useProfile, useValueNames } from "../kit/use-profile.ts";
import { WeightSlider } from "../kit/weight-slider.tsx";

/** The palette of the loaded answers seen as a profile; where they are rated for moral foundations it is that of the person. */
export function LoadedProfile({ isPerson }: { isPerson: boolean }) {
  const text = useText().moralParts.palette;
  const { store, showPalette } = useDesk();
  const nameOf = useValueNames();
  const person = useProfile();
  const data = useSession((s) => s.data);
  const answer = useSession((s) => s.answer);
  const beginGesture = useDocument((s) => s.beginGesture);
  const stated = useMoral((s) => s.stated);
  if (!data || !answer) return <p className="analysis-note">{text.waiting}</p>;
  const { values } = data;
  const own = isPerson ? person.profile : stated;
  const profile = own ?? profileOfPalette(values, answer.shown.lambda, null);
  const weights = values.map(({ id }) => profile?.weights[id] ?? 0);
  const strength = profile?.strength ?? 1;
  /** What is stated here is no part of the document, so it is put back here. */
  const begin = (): Gesture => {
    const before = store.getState().stated;
    const gesture = beginGesture();
    return {
      end: gesture.end,
      cancel: () => {
        store.setState({ stated: before });
        gesture.cancel();
      },
    };
  };
  const change = (part: Partial<ProfileSetting>) => {
    const next = {
      weights: Object.fromEntries(values.map(({ id }, i) => [id, weights[i]])),
      strength,
      ...part,
    };
    if (isPerson) person.setProfile(part);
    else store.setState({ stated: next });
  };
  return (
    <>
      <p className="analysis-note">{isPerson ? text.inStepPerson : text.inStep}</p>
      {!profile && <p className="analysis-note">{text.none}</p>}
      {!isPerson && (
        <ul className="loaded-weights">
          {values.map(({ id }, place) => (
            <WeightSlider
              key={id}
              id={id}
              place={place}
              name={nameOf(id)}
              says=""
              weight={weights[place]}
              editing={{
                begin,
                setWeight: (changed, weight) =>
                  change({
                    weights: {
                      ...Object.fromEntries(values.map((v, i) => [v.id, weights[i]])),
                      [changed]: weight,
                    },
                  }),
              }}
            />
          ))}
        </ul>
      )}
      <ProfileStrength
        strength={strength}
        values={values}
        begin={begin}
        onChange={(next) => change({ strength: next })}
      />
      <LevelsTable values={values} weights={weights} rows={data.rows} reached={answer.shown} />
      <p className="palette-use">
        <button type="button" className="button" onClick={showPalette}>
          {text.show}
        </button>
      </p>
    </>
  );
}
