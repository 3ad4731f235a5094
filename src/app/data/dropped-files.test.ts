import { expect, test } from "vitest";
import { type DroppedEntry, droppedFiles } from "./dropped-files.ts";

const fileOf = (name: string) => new File([name], name);
const file = (name: string): DroppedEntry => ({
  isDirectory: false,
  name,
  file: (found) => found(fileOf(name)),
});
const folder = (name: string, ...inner: DroppedEntry[]): DroppedEntry => {
  const batches = [inner.slice(0, 1), inner.slice(1), []];
  return {
    isDirectory: true,
    name,
    createReader: () => ({ readEntries: (found) => found(batches.shift() ?? []) }),
  };
};
const drop = (...entries: DroppedEntry[]) => ({
  files: entries.map(({ name }) => fileOf(name)),
  items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })),
});
const namesOf = async (...entries: DroppedEntry[]) =>
  (await droppedFiles(drop(...entries))).map(({ name }) => name);

test("a folder stands for the files in it, however deep, hidden ones aside", async () => {
  const inner = folder("deep", file("b.csv"), file(".hidden"), file("c.csv"));
  expect(await namesOf(folder("set", file("a.csv"), inner), file("d.csv"))).toEqual([
    "a.csv",
    "b.csv",
    "c.csv",
    "d.csv",
  ]);
});

test("files alone are themselves; an empty folder, and one that cannot be looked into, too", async () => {
  expect(await namesOf(file("a.csv"), file("b.csv"))).toEqual(["a.csv", "b.csv"]);
  expect(await namesOf(folder("empty"))).toEqual(["empty"]);
  const closed: DroppedEntry = {
    isDirectory: true,
    name: "closed",
    createReader: () => ({ readEntries: (_, failed) => failed(new Error("not allowed")) }),
  };
  expect(await namesOf(closed)).toEqual(["closed"]);
  const plain = { files: [fileOf("x.csv")], items: [{}] };
  expect((await droppedFiles(plain)).map(({ name }) => name)).toEqual(["x.csv"]);
});
