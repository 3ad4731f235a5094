import { describe, expect, test } from "vitest";
import { createPeopleStore } from "./people-store.ts";

function storage(text: string | null = null) {
  let kept = text;
  return {
    getItem: () => kept,
    setItem: (_: string, value: string) => {
      kept = value;
    },
  };
}

describe("people kept in this browser", () => {
  test("are there on the next visit, one per name, until forgotten", () => {
    const disk = storage();
    const first = createPeopleStore(disk).getState();
    first.keep({ name: " Anna ", weights: { care: 1 } });
    first.keep({ name: "Ben", weights: { loyalty: 0.5 } });
    first.keep({ name: "Anna", weights: { care: 0.2 } });
    first.keep({ name: "  ", weights: {} });
    const next = createPeopleStore(disk);
    expect(next.getState().people).toEqual([
      { name: "Ben", weights: { loyalty: 0.5 } },
      { name: "Anna", weights: { care: 0.2 } },
    ]);
    next.getState().forget("Ben");
    expect(
      createPeopleStore(disk)
        .getState()
        .people.map(({ name }) => name),
    ).toEqual(["Anna"]);
  });

  test.each([["{"], ["{}"], ['[1,{"name":""},{"name":"a"}]'], [null]])(
    "what is kept as %j is nobody",
    (text) => {
      expect(createPeopleStore(storage(text)).getState().people).toEqual([]);
    },
  );

  test("weights out of range are left out, and blocked storage is no error", () => {
    const disk = storage('[{"name":"A","weights":{"care":2,"loyalty":0.5,"x":"y"}}]');
    expect(createPeopleStore(disk).getState().people[0].weights).toEqual({ loyalty: 0.5 });
    const blocked = {
      getItem: () => {
        throw new Error("blocked");
      },
      setItem: () => {
        throw new Error("blocked");
      },
    };
    const store = createPeopleStore(blocked);
    store.getState().keep({ name: "A", weights: {} });
    expect(store.getState().people.length).toBe(1);
  });
});
