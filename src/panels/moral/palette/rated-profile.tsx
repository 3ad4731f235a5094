import { useText } from "../../../ui/text/use-text.ts";
import { LevelsTable } from "../kit/levels-table.tsx";
import { useDesk, useMoral } from "../kit/moral-desk.ts";
import { ProfileStrength } from "../kit/profile-strength.tsx";
import { useProfile } from "../kit/use-profile.ts";
import { useReply } from "../kit/use-reply.ts";

/** What the person's profile reaches on the rated answers, and the way to make it the palette. */
export function RatedProfile() {
  const text = useText().moralParts;
  const { openAsPalette, showPalette } = useDesk();
  const stamp = useMoral((s) => s.stamp);
  const isReady = useMoral((s) => s.set !== null && s.model !== null);
  const { profile, setProfile, begin } = useProfile();
  const ratedKey = isReady ? String(stamp) : null;
  const rated = useReply(ratedKey, (service) => service.ratings()).reply;
  const weights = rated?.values.map(({ id }) => profile.weights[id] ?? 0) ?? [];
  const key = rated && JSON.stringify([stamp, weights, profile.strength]);
  const reached = useReply(key, (service) => service.levels(weights, profile.strength)).reply;
  if (!rated || !reached) return <p className="analysis-note">{text.agents.waiting}</p>;
  return (
    <>
      <ProfileStrength
        strength={profile.strength}
        values={rated.values}
        begin={begin}
        onChange={(strength) => setProfile({ strength, name: profile.name })}
      />
      <LevelsTable values={rated.values} weights={weights} rows={rated.rows} reached={reached} />
      <p className="palette-use">
        <button
          type="button"
          className="button button-main"
          onClick={() => void openAsPalette().then(showPalette)}
        >
          {text.palette.use}
        </button>
        <span className="muted">{text.palette.useNote}</span>
      </p>
    </>
  );
}
