// @vitest-environment happy-dom
import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { plainText, RichText } from "./rich-text.tsx";
import { help } from "./text/en/help.ts";
import { en } from "./text/en.ts";

/** Every string of the catalogue; sentences with blanks are filled with numbers. */
function sentences(part: unknown): string[] {
  if (typeof part === "string") return [part];
  if (typeof part === "function") {
    try {
      return sentences(part("1", "2", "3", "4"));
    } catch {
      return [];
    }
  }
  return part !== null && typeof part === "object" ? Object.values(part).flatMap(sentences) : [];
}

test("strong words and explained terms, in their places", () => {
  render(<p data-testid="p">{<RichText>{"At **least** three [nats](drift) of it"}</RichText>}</p>);
  expect(screen.getByTestId("p").textContent).toBe("At least three nats of it");
  expect(screen.getByText("least").tagName).toBe("STRONG");
  expect(screen.getByRole("button", { name: "nats" })).toBeTruthy();
  expect(plainText("At **least** three [nats](drift) of it")).toBe("At least three nats of it");
});

test("a name that looks like a mark stays as it is", () => {
  render(<p data-testid="odd">{<RichText>{"[a](b) and **"}</RichText>}</p>);
  expect(screen.getByTestId("odd").textContent).toBe("[a](b) and **");
});

test("every mark of the catalogue names a term", () => {
  const all = sentences(en);
  expect(all.length).toBeGreaterThan(300);
  const named = all.flatMap((s) => [...s.matchAll(/\[[^\]]+\]\((\w+)\)/g)].map(([, term]) => term));
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((term) => !Object.hasOwn(help.terms, term))).toEqual([]);
});
