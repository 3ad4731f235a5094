import { useState } from "react";
import { useStore } from "zustand";
import { PROFILE_PRESETS } from "../../../core/profile/profile-presets.ts";
import { sameWeights } from "../../../state/profile.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { CloseIcon } from "../../../ui/icons.tsx";
import { Menu, MenuItem } from "../../../ui/menu.tsx";
import { useText } from "../../../ui/text/use-text.ts";
import { useDesk } from "../kit/moral-desk.ts";
import { type ProfileEditing, usePersonNames } from "../kit/use-profile.ts";
import "../../../ui/text-field.css";

/** Whose profile stands there: presets, people kept in this browser, and a way to keep one more. */
export function PeopleMenu({ editing }: { editing: ProfileEditing }) {
  const text = useText().moral.profile;
  const { people: store } = useDesk();
  const { people, forget } = useStore(store);
  const nameOf = usePersonNames();
  const { profile, setProfile } = editing;
  const person = people.find((p) => sameWeights(p.weights, profile.weights));
  const preset = PROFILE_PRESETS.find((p) => sameWeights(weightsOf(p), profile.weights));
  const name = person?.name ?? (preset && nameOf(preset.id)) ?? profile.name ?? text.own;
  return (
    <Menu className="people-menu" label={name} title={`${text.choose}: ${name}`}>
      {(close) => (
        <>
          <p className="menu-heading">{text.presetsHeading}</p>
          {PROFILE_PRESETS.map((one) => (
            <MenuItem
              key={one.id}
              current={!person && one === preset}
              detail={text.presetSays[one.id]}
              onChoose={() => {
                setProfile({ weights: weightsOf(one) });
                close();
              }}
            >
              {nameOf(one.id)}
            </MenuItem>
          ))}
          <hr className="menu-rule" />
          {people.length > 0 && <p className="menu-heading">{text.keptHeading}</p>}
          {people.map((one) => (
            <div key={one.name} className="person">
              <MenuItem
                current={one === person}
                onChoose={() => {
                  setProfile({ weights: one.weights, name: one.name });
                  close();
                }}
              >
                {one.name}
              </MenuItem>
              <IconButton label={text.forget(one.name)} onPress={() => forget(one.name)}>
                <CloseIcon />
              </IconButton>
            </div>
          ))}
          <KeepPerson editing={editing} onKept={close} />
        </>
      )}
    </Menu>
  );
}

function KeepPerson({ editing, onKept }: { editing: ProfileEditing; onKept: () => void }) {
  const text = useText().moral.profile;
  const { people } = useDesk();
  const [name, setName] = useState("");
  return (
    <form
      className="keep-person"
      onSubmit={(event) => {
        event.preventDefault();
        const newName = name.trim();
        if (!newName) return;
        people.getState().keep({ name: newName, weights: editing.profile.weights });
        editing.setProfile({ name: newName });
        onKept();
      }}
    >
      <input
        className="text-field"
        aria-label={text.keepName}
        placeholder={text.keepHint}
        value={name}
        maxLength={80}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" className="text-button" disabled={!name.trim()}>
        {text.keep}
      </button>
    </form>
  );
}

function weightsOf({ weights }: (typeof PROFILE_PRESETS)[number]): Record<string, number> {
  return { ...weights };
}
