import { Fit } from "../../../plots/base/fit.tsx";
import { ProfileRadar } from "../../../plots/scenarios/profile-radar.tsx";
import { useText } from "../../../ui/text/use-text.ts";
import { UndoRedo } from "../../kit/undo-redo.tsx";
import { useProfile, useValueNames } from "../kit/use-profile.ts";
import { WeightSlider } from "../kit/weight-slider.tsx";
import { PeopleMenu } from "./people-menu.tsx";
import "./profile-rail.css";

const RADAR_HEIGHT = 232;

/** The person: whose profile it is, how much each value counts, and the shape of it all. */
export function ProfileRail() {
  const text = useText().moral;
  const editing = useProfile();
  const nameOf = useValueNames();
  const { ids, profile } = editing;
  const weights = ids.map((id) => profile.weights[id] ?? 0);
  return (
    <section className="profile-rail" aria-labelledby="profile-heading">
      <div className="person-head">
        <h3 id="profile-heading" className="person-title">
          {text.profile.heading}
        </h3>
        <PeopleMenu editing={editing} />
        <UndoRedo />
      </div>
      <ul className="weights">
        {ids.map((id, place) => (
          <WeightSlider
            key={id}
            id={id}
            place={place}
            name={nameOf(id)}
            says={Object.hasOwn(text.values, id) ? text.values[id].says : ""}
            weight={weights[place]}
            editing={editing}
          />
        ))}
      </ul>
      <Fit className="profile-radar">
        {(width) => (
          <ProfileRadar
            width={width}
            height={RADAR_HEIGHT}
            values={ids.map(nameOf)}
            weights={weights}
          />
        )}
      </Fit>
      <p className="profile-share">{text.profile.share}</p>
    </section>
  );
}
