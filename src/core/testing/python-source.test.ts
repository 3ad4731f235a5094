import { describe, expect, test } from "vitest";
import { pythonLines, pythonNames } from "./python-source.ts";

describe("the statements of a Python file", () => {
  test("are one for each logical line, without comments and texts", () => {
    const source = [
      '"""What it is.\n\n    not code: """',
      "A = [  # two of them (",
      "    'x)', r\"\\d\",",
      "]",
      "",
      "",
      "def f(a: str) -> dict[str, int]:",
      '    """Says "what"."""',
      "    if a:",
      "        return {a: 1}",
      "    return {}",
    ].join("\n");
    expect(pythonLines(source)).toEqual([
      { indent: 0, code: '""' },
      { indent: 0, code: 'A = [       "", "", ]' },
      { indent: 0, code: "def f(a: str) -> dict[str, int]:" },
      { indent: 4, code: '""' },
      { indent: 4, code: "if a:" },
      { indent: 8, code: "return {a: 1}" },
      { indent: 4, code: "return {}" },
    ]);
  });

  test.each([
    ["a text without end", 'a = "b', "no Python"],
    ["a text over the end of a line", 'a = "b\rc"', "no Python"],
    ["a long text without end", '"""a""', "no Python"],
    ["a bracket without end", "a = [(1, 2)", "has no end"],
    ["a bracket of another kind", "a = (1]", "unexpected ]"],
    ["a bracket too many", "a = 1)", "unexpected )"],
    ["a sign that Python does not know", "a = {{kl}} ? 1", "no Python"],
    ["a block that is not indented", "if a:\nb = 1", "unexpected indent"],
    ["an indent that opens no block", "a = 1\n  b = 1", "unexpected indent"],
    ["an indent of no block", "if a:\n    b = 1\n  c = 1", "indent of no block"],
    ["a block without lines", "def f():\n    # nothing\n", "block without lines"],
  ])("%s is refused", (_, source, problem) => {
    expect(() => pythonLines(source)).toThrow(problem);
  });

  test("name what the file defines", () => {
    const source =
      "import a\nB: dict[str, int] = {}\nC = 1\nclass D(E):\n    f: int\n\ndef g():\n    h = 1\n";
    expect(pythonNames(source)).toEqual(["B", "C", "D", "g"]);
  });
});
