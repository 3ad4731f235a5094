import { describe, expect, test } from "vitest";
import { PANEL_NAMES } from "../../panels/panels.ts";
import { pageOptions } from "./page-options.ts";

const at = (search: string) => pageOptions(`https://values.example/app/${search}`);

test.each([
  ["", false, null],
  ["?embed", true, null],
  ["?embed=1&theme=dark", true, "dark"],
  ["?embed=false", false, null],
  ["?theme=pink", false, null],
  ["?theme=auto", false, "auto"],
])("%s", (search, embed, theme) => {
  expect(at(search)).toMatchObject({ embed, theme });
});

describe("an embed", () => {
  test("shows all parts of the screen unless some are named; unknown names are told", () => {
    expect(at("?embed").show).toBeNull();
    expect(at("?embed&show=verdict, region,nonsense").show).toEqual(new Set(["verdict", "region"]));
    expect(at("?embed&show=trade-offs").show).toEqual(new Set(["tradeOffs"]));
    expect(at("?embed&show=analyses").show).toEqual(new Set(PANEL_NAMES));
    expect(at("?embed&show=nonsense").show).toBeNull();
    expect(at("?embed&show=region,nonsense,foo").unknownParts).toEqual(["nonsense", "foo"]);
    expect(at("?show=foo").unknownParts).toEqual([]);
  });

  test("begins with a sample by its name, or with a file by its address", () => {
    expect(at("?embed&data=opt-1.3b").data).toBe("opt-1.3b");
    expect(String(at("?embed&data=./mine.csv").data)).toBe("https://values.example/app/mine.csv");
    expect(String(at("?embed&data=https://data.example/a.parquet").data)).toBe(
      "https://data.example/a.parquet",
    );
    for (const bad of ["javascript:alert(1)", "data:text/csv,a", "file:///etc/passwd", "http://"])
      expect(at(`?embed&data=${encodeURIComponent(bad)}`).data).toBeNull();
  });

  test("speaks with the pages of the origins that are named, without any with its own", () => {
    expect(at("?embed").allow).toEqual(["https://values.example"]);
    expect(at("?embed&allow=https://Docs.example,null,http://127.0.0.1:8000/").allow).toEqual([
      "https://docs.example",
      "null",
      "http://127.0.0.1:8000",
    ]);
    for (const bad of ["*", "docs.example", "https://docs.example/path", ""])
      expect(at(`?embed&allow=${bad}`).allow).toEqual(["https://values.example"]);
  });

  test("takes a language tag, and its height from its content where that is asked", () => {
    expect(at("?locale=de-AT").locale).toBe("de-AT");
    expect(at("?locale=<b>").locale).toBeNull();
    expect(at("?embed&height=auto").height).toBe("auto");
    expect(at("?embed&height=12").height).toBe("fill");
  });
});

test("outside an embed nothing is shown, loaded or heard but the usual", () => {
  expect(at("?show=verdict&data=https://data.example/a.csv&allow=https://x.example")).toMatchObject(
    { show: null, data: null, allow: ["https://values.example"], height: "fill" },
  );
});
