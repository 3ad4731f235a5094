import { expect, test } from "vitest";
import { pageOptions } from "../start/page-options.ts";
import { toldOrigins } from "./told-origins.ts";

const OWN = "https://values.example";
const FOREIGN = "https://foreign.example";
const told = (data: string, ...listed: string[]) =>
  toldOrigins(pageOptions(`${OWN}/?embed&allow=${OWN},${FOREIGN}${data}`), OWN, listed);

test("of a file of the own site a page of another is told nothing", () => {
  for (const address of [
    "/secret.csv",
    "secret.csv",
    `${OWN}/secret.csv`,
    "//values.example/x.csv",
  ])
    expect(told(`&data=${encodeURIComponent(address)}`), address).toEqual([OWN]);
});

test("unless the owner of the site lists it; of all else it is told", () => {
  expect(told("&data=secret.csv", FOREIGN)).toEqual([OWN, FOREIGN]);
  for (const data of ["", "&data=opt-1.3b", `&data=${FOREIGN}/x.csv`])
    expect(told(data), data).toEqual([OWN, FOREIGN]);
});
