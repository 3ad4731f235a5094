import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const SRC = resolve(import.meta.dirname, "..");
const FIELD = /<(?:input|textarea)\b(?:[^>]|=>)*?\/>/g;
const NO_TEXT = /type="(?:file|range|checkbox|radio)"|readOnly/;

test("every field for text says how much it takes: a page stands still over fifty megabytes", () => {
  const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".tsx") && !file.includes(".test."),
  );
  const fields = files.flatMap((file) =>
    [...readFileSync(join(SRC, file), "utf8").matchAll(FIELD)]
      .map(([field]) => `${file}: ${field}`)
      .filter((field) => !NO_TEXT.test(field)),
  );
  expect(fields.length).toBeGreaterThan(8);
  expect(fields.filter((field) => !/\bmaxLength=/.test(field))).toEqual([]);
});
