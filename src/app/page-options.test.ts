import { expect, test } from "vitest";
import { pageOptions } from "./page-options.ts";

test.each([
  ["", false, null],
  ["?embed", true, null],
  ["?embed=1&theme=dark", true, "dark"],
  ["?embed=false", false, null],
  ["?theme=pink", false, null],
  ["?theme=auto", false, "auto"],
])("%s", (search, embed, theme) => {
  expect(pageOptions(search)).toEqual({ embed, theme });
});
