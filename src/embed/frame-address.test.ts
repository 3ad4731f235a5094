import { expect, test } from "vitest";
import { frameAddress } from "./frame-address.ts";

const NOTHING = { show: null, theme: null, locale: null, data: null, hash: null, height: null };
const PAGE = { base: "https://docs.example/guide/page.html", origin: "https://docs.example" };

test("without wishes the frame follows its content and hears this page alone", () => {
  const address = frameAddress({ ...NOTHING, src: "../app/" }, PAGE);
  expect(address.origin + address.pathname).toBe("https://docs.example/app/");
  expect(Object.fromEntries(address.searchParams)).toEqual({
    embed: "",
    allow: "https://docs.example",
    height: "auto",
  });
});

test("wishes go over by their names; files are meant from where the page is, samples by name", () => {
  const wishes = { ...NOTHING, src: "https://values.example/app/", show: "verdict,region" };
  const address = frameAddress(
    {
      ...wishes,
      theme: "dark",
      locale: "de",
      data: "rewards.csv",
      hash: "#p=1.abc",
      height: "400",
    },
    PAGE,
  );
  expect(Object.fromEntries(address.searchParams)).toEqual({
    embed: "",
    allow: "https://docs.example",
    show: "verdict,region",
    theme: "dark",
    locale: "de",
    data: "https://docs.example/guide/rewards.csv",
  });
  expect(address.hash).toBe("#p=1.abc");
  const sample = frameAddress({ ...wishes, data: "opt-1.3b" }, PAGE);
  expect(sample.searchParams.get("data")).toBe("opt-1.3b");
});
