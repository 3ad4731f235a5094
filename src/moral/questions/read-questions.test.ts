import { describe, expect, test } from "vitest";
import { sourceOfBytes } from "../../ingest/bytes/source.ts";
import { readSource } from "../../ingest/read-source.ts";
import { parseWeights } from "./parse-weights.ts";
import { casesOf, peopleOf } from "./questions.ts";
import { readQuestions } from "./read-questions.ts";

async function read(text: string, isPlain = true) {
  const source = sourceOfBytes(new TextEncoder().encode(text));
  const table = await readSource([source], { isPlain });
  if (!table.ok) throw new Error(JSON.stringify(table.problems));
  return readQuestions(table.table, "answers.csv");
}

const good = (reading: Awaited<ReturnType<typeof read>>) => {
  if (!reading.ok) throw new Error(reading.reason);
  return reading;
};

describe("answers per agent", () => {
  const csv = [
    "question,agent,answer,profile,reference,original",
    '"May I lie, once?",Care,"Be kind.","care=1, fairness=0.4",Kindly no.,It depends.',
    '"May I lie, once?",fairness,No.,"care=1, fairness=0.4",Kindly no.,It depends.',
    '"May I lie, once?",gpt-x,"Maybe.\nMaybe not.",,,',
    "Should I go?,care,Rest first.,traditionalist,Go with them.,",
    "Should I go?,care,Rest first.,protector,Rest.,",
    "Should I go?,care,Something else.,protector,Rest.,",
    ",care,No question.,,,",
    "Should I go?,fairness,,,,",
  ].join("\n");

  test("rows are gathered by question, agents by their value, other systems beside", async () => {
    const { set, layout, dropped } = good(await read(csv));
    expect(layout).toBe("agents");
    expect(set.agents).toEqual(["care", "fairness"]);
    expect(set.systems).toEqual(["gpt-x"]);
    expect(set.questions).toEqual([
      {
        text: "May I lie, once?",
        original: "It depends.",
        answers: { care: "Be kind.", fairness: "No.", "gpt-x": "Maybe.\nMaybe not." },
        references: [{ person: null, weights: { care: 1, fairness: 0.4 }, text: "Kindly no." }],
      },
      {
        text: "Should I go?",
        original: null,
        answers: { care: "Rest first." },
        references: [
          {
            person: "traditionalist",
            weights: { care: 0.4, fairness: 0.3, loyalty: 0.9, authority: 1, sanctity: 0.8 },
            text: "Go with them.",
          },
          expect.objectContaining({ person: "protector", text: "Rest." }),
        ],
      },
    ]);
    expect(dropped).toBe(3);
    expect(casesOf(set).map(({ question, references }) => [question, references.length])).toEqual([
      [0, 1],
      [1, 1],
      [1, 1],
    ]);
    expect(peopleOf(set)).toEqual(["traditionalist", "protector"]);
  });

  test("one row per question, a column per agent", async () => {
    const { set, layout } = good(
      await read("Prompt;Care/Harm;Sanctity;Reference\nMay I?;Gently.;Purely.;Well.\nOr?;A.;B.;"),
    );
    expect(layout).toBe("questions");
    expect(set.agents).toEqual(["care", "sanctity"]);
    expect(set.questions[0].answers).toEqual({ care: "Gently.", sanctity: "Purely." });
    expect(set.questions[1].references).toEqual([]);
  });

  test("objects of agents and references, as the demonstration is written", async () => {
    const { set } = good(
      await read(
        JSON.stringify([
          {
            question: "May I?",
            original: "Perhaps.",
            agents: { care: "Gently.", humor: "Ha." },
            references: { protector: "Do.", '{"humor": 1}': "Ha ha." },
          },
        ]),
      ),
    );
    expect(set.agents).toEqual(["care", "humor"]);
    expect(
      set.questions[0].references.map(({ person, weights }) => [person, weights?.humor]),
    ).toEqual([
      ["protector", undefined],
      [null, 1],
    ]);
  });

  test("any other column of texts holds the answers of a system", async () => {
    const { set } = good(
      await read(
        [
          "question,care,fairness,reference,model-a,item_id,split",
          "May I?,Be gentle with her.,She is owed it.,Gently and fairly.,You may do so.,x1,train",
          "Shall I?,Be kind to them.,It is only right.,Kindly and rightly.,I would not do so.,x2,test",
        ].join("\n"),
      ),
    );
    expect(set.agents).toEqual(["care", "fairness"]);
    expect(set.systems).toEqual(["model-a"]);
    const alone = good(
      await read(
        "question,reference,my model\nq1,a good answer,an answer of mine\nq2,b c d,more text",
      ),
    );
    expect(alone.set.agents).toEqual([]);
    expect(alone.set.systems).toEqual(["my model"]);
    expect(alone.set.questions[0].original).toBeNull();
  });

  test("where no agent is known by its value, all of them are agents", async () => {
    const { set } = good(await read("question,model,response\nq1,a,x\nq1,b,y\nq2,a,z"));
    expect(set.agents).toEqual(["a", "b"]);
    expect(set.systems).toEqual([]);
  });
});

describe("the layout of the Moral Integrity Corpus", () => {
  const mic = [
    "WorkerId,chatbot,Q,A,moral,moral-vector,worker_answer,split",
    'w1,bot,Should I tell?,"Yes, sure.",care|loyalty,"[1.0, 0.0, 0.0, 0.5, 0.0, 0.0]",Tell her gently.,train',
    'w2,bot,Should I tell?,"Yes, sure.",care|loyalty,"[1.0, 0.0, 0.0, 0.5, 0.0, 0.0]",Be gentle.,train',
    'w1,bot,May I go?,Go.,authority,"[0.0, 0.0, 0.0, 0.0, 1.0, 0.0]",Ask first.,dev',
  ].join("\n");

  test.each([true, false])(
    "A is the original, the worker's answer the reference, plain %s",
    async (isPlain) => {
      const { set, layout } = good(await read(mic, isPlain));
      expect(layout).toBe("pairs");
      expect(set.agents).toEqual([]);
      expect(set.questions.map(({ text, original }) => [text, original])).toEqual([
        ["Should I tell?", "Yes, sure."],
        ["May I go?", "Go."],
      ]);
      const [first, second] = casesOf(set);
      expect(first.references).toEqual(["Tell her gently.", "Be gentle."]);
      expect(first.weights).toEqual({
        care: 1,
        fairness: 0,
        liberty: 0,
        loyalty: 0.5,
        authority: 0,
        sanctity: 0,
      });
      expect(second.weights?.authority).toBe(1);
    },
  );
});

describe("what cannot be read", () => {
  test.each([
    ["a,b\n1,2\n3,4", "no-question"],
    ["question,score\nq1,2\nq2,3", "no-answer"],
    ["question,agent,answer\nq1,,\nq2,care,", "no-rows"],
  ])("%j says what is missing", async (text, reason) => {
    expect(await read(text)).toEqual({ ok: false, reason });
  });
});

describe("profiles as files write them", () => {
  test.each([
    ['{"care": 1, "Fairness": 0.5}', { care: 1, fairness: 0.5 }],
    ["care: 0.2; liberty=1", { care: 0.2, liberty: 1 }],
    ["1 0.8 0.3 0.1 0", { care: 1, fairness: 0.8, loyalty: 0.3, authority: 0.1, sanctity: 0 }],
    ["care=5, loyalty=2.5", { care: 1, loyalty: 0.5 }],
    ["Protector", { care: 1, fairness: 0.8, loyalty: 0.3, authority: 0.1, sanctity: 0.1 }],
  ])("%j", (text, weights) => {
    expect(parseWeights(text)?.weights).toEqual(weights);
  });

  test("a name that nobody knows is a person without a profile; nothing is nothing", () => {
    expect(parseWeights("Anna")).toEqual({ person: "Anna", weights: null });
    expect(parseWeights("  ")).toBeNull();
  });
});
