import { createStore, type StoreApi } from "zustand/vanilla";
import type { KeptText } from "./preferences-store.ts";

/** A person whose profile is kept in this browser. */
interface Person {
  /** Unique among the people kept. */
  readonly name: string;
  /** How far the person adheres to each value, in [0, 1], by value id. */
  readonly weights: Readonly<Record<string, number>>;
}

/** The people kept in this browser, in the order in which they were kept. */
export interface PeopleState {
  readonly people: readonly Person[];
  /** Keeps a person; one of the same name is replaced. */
  keep(person: Person): void;
  forget(name: string): void;
}

const KEY = "value-palette.people";
const MOST_PEOPLE = 100;
const LONGEST_NAME = 80;

/** Makes the store of people; what cannot be read is left out, and where storage is blocked they last as long as the page. */
export function createPeopleStore(storage: KeptText | null): StoreApi<PeopleState> {
  const store = createStore<PeopleState>()((set, get) => {
    const change = (people: readonly Person[]) => {
      set({ people });
      try {
        storage?.setItem(KEY, JSON.stringify(people));
      } catch {
        // Storage may be blocked or full: the people then last as long as the page.
      }
    };
    return {
      people: [],
      keep: ({ name, weights }) => {
        const short = name.trim().slice(0, LONGEST_NAME);
        if (!short) return;
        const others = get().people.filter((p) => p.name !== short);
        change([...others, { name: short, weights }].slice(-MOST_PEOPLE));
      },
      forget: (name) => change(get().people.filter((p) => p.name !== name)),
    };
  });
  store.setState({ people: keptPeople(storage) });
  return store;
}

function keptPeople(storage: KeptText | null): Person[] {
  try {
    const people: unknown = JSON.parse(storage?.getItem(KEY) ?? "[]");
    return Array.isArray(people) ? people.flatMap(readPerson) : [];
  } catch {
    return [];
  }
}

function readPerson(entry: unknown): Person[] {
  if (typeof entry !== "object" || entry === null) return [];
  const { name, weights } = entry as { name?: unknown; weights?: unknown };
  if (typeof name !== "string" || !name || typeof weights !== "object" || weights === null)
    return [];
  const good = Object.entries(weights).filter(
    (pair): pair is [string, number] => typeof pair[1] === "number" && pair[1] >= 0 && pair[1] <= 1,
  );
  return [{ name: name.slice(0, LONGEST_NAME), weights: Object.fromEntries(good) }];
}
