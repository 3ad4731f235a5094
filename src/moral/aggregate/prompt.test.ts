import { describe, expect, test } from "vitest";
import { chatStream, errorDetail, wholeAnswer } from "../chat/chat-stream.ts";
import { aggregatorPrompt } from "./prompt.ts";

describe("the prompt", () => {
  const values = ["care", "fairness", "loyalty"].map((id) => ({
    id,
    name: id.toUpperCase(),
    definition: `what ${id} is.`,
    examples: Array.from({ length: 7 }, (_, k) => `${id} example ${k}.`),
  }));
  const [system, user] = aggregatorPrompt({
    question: "May I?",
    weights: { care: 0.333, fairness: 1, loyalty: 0 },
    values,
    answers: [{ agent: "care", text: "Gently." }],
  });

  test("defines the wanted values, dearest first, with five examples each", () => {
    expect(system.role).toBe("system");
    expect(system.content.indexOf("FAIRNESS: what fairness is.")).toBeLessThan(
      system.content.indexOf("CARE: what care is."),
    );
    expect(system.content.match(/care example/g)?.length).toBe(5);
    expect(system.content).not.toContain("LOYALTY");
  });

  test("holds the question, the profile and the agents' answers", () => {
    expect(user).toEqual({
      role: "user",
      content:
        "Question: May I?\n\nProfile: CARE 0.33, FAIRNESS 1, LOYALTY 0\n\nAnswers:\n[CARE] Gently.",
    });
  });
});

describe("the stream of a chat answer", () => {
  const chunk = (content: string) =>
    `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}`;
  const events = [
    ": a comment",
    "",
    'data: {"choices":[{"delta":{"role":"assistant","content":""}}]}',
    "",
    "event: message",
    chunk("Dear “you”, "),
    "",
    chunk("naïve\nfriend."),
    "",
    'data: {"choices":[{"delta":{},"finish_reason":"stop"}]}',
    "",
    "data: [DONE]",
    "",
    "",
  ];

  test.each([["\n"], ["\r\n"], ["\r"]])(
    "is the same however it is cut, lines ended by %j",
    (end) => {
      const text = events.join(end);
      for (const size of [1, 2, 3, 7, 50, 10_000]) {
        const stream = chatStream();
        const pieces = [];
        for (let i = 0; i < text.length; i += size)
          pieces.push(...stream.push(text.slice(i, i + size)));
        pieces.push(...stream.end());
        const written = pieces.map((p) => (p.kind === "text" ? p.text : `<${p.kind}>`)).join("");
        expect(written).toBe("Dear “you”, naïve\nfriend.<done><done>");
      }
    },
  );

  test("what is no JSON, no chunk or no event is malformed", () => {
    for (const text of ["data: {nope\n\n", 'data: {"id":1}\n\n', "<html>no</html>\n"]) {
      const [piece] = chatStream().push(text);
      expect(piece).toMatchObject({ kind: "malformed" });
    }
  });

  test("an error in the middle is told in its own words", () => {
    expect(chatStream().push('data: {"error":{"message":"out of memory"}}\n\n')).toEqual([
      { kind: "error", detail: "out of memory" },
    ]);
  });

  test("an event that the stream breaks off in is read at its end", () => {
    const stream = chatStream();
    expect(stream.push(chunk("last"))).toEqual([]);
    expect(stream.end()).toEqual([{ kind: "text", text: "last" }]);
  });

  test("a whole answer and the words of an error are found where servers put them", () => {
    expect(wholeAnswer({ choices: [{ message: { content: "Yes." } }] })).toEqual([
      { kind: "text", text: "Yes." },
    ]);
    expect(wholeAnswer({ choices: [] })).toEqual([]);
    expect(wholeAnswer({ error: "none" })).toBeNull();
    expect(errorDetail({ error: { message: "bad key" } })).toBe("bad key");
    expect(errorDetail({ error: "no such model" })).toBe("no such model");
    expect(errorDetail({ detail: "not found" })).toBe("not found");
    expect(errorDetail("nothing")).toBeNull();
  });
});
