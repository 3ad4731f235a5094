/** The Moral profile page. Numbers arrive formatted. */
export const moral = {
  title: "Moral profile",
  skip: "Skip to the answer",
  lead: "Say what matters to a person, and see the answer that suits them.",
  values: {
    care: {
      name: "Care",
      against: "harm",
      says: "Protect people from harm, and be kind to those who suffer.",
    },
    fairness: {
      name: "Fairness",
      against: "cheating",
      says: "Give everyone what they are owed, by the same rules for all.",
    },
    loyalty: {
      name: "Loyalty",
      against: "betrayal",
      says: "Stand by family, friends and your own group, and keep faith with them.",
    },
    authority: {
      name: "Authority",
      against: "subversion",
      says: "Respect those in charge, the rules, and what has been handed down.",
    },
    sanctity: {
      name: "Sanctity",
      against: "degradation",
      says: "Keep body, mind and what is held sacred clean and dignified.",
    },
    liberty: {
      name: "Liberty",
      against: "oppression",
      says: "Let people decide for themselves, and resist those who dominate.",
    },
  } as Record<string, { name: string; against: string; says: string }>,
  profile: {
    heading: "The person",
    choose: "Choose a person",
    own: "Own profile",
    presetsHeading: "Profiles to start from",
    presets: {
      protector: "Protector",
      traditionalist: "Traditionalist",
      judge: "Fair judge",
      companion: "Companion",
      even: "Everything alike",
    } as Record<string, string>,
    presetSays: {
      protector: "nobody is hurt, everybody gets their due",
      traditionalist: "order, one's own people, what is sacred",
      judge: "the same rules for all",
      companion: "stands by those who are close",
      even: "each value counts fully",
    } as Record<string, string>,
    keptHeading: "People kept in this browser",
    keep: "Keep",
    keepName: "Name of the person",
    keepHint: "Keep this profile under a name",
    forget: (name: string) => `Forget ${name}`,
    weight: (name: string) => `${name}: how much it counts`,
    weightText: (name: string, weight: string) => `${name} counts ${weight} of 1`,
    weightInvalid: "A number from 0 to 1",
    radar: "Profile",
    radarColumns: { value: "Value", weight: "How much it counts" },
    radarSummary: (weights: string) => `How much each value counts, from 0 to 1: ${weights}.`,
    share: "The link under Share holds this profile.",
  },
  question: {
    label: "Question",
    of: (count: string) => `of ${count}`,
    go: "Number of the question",
    previous: "Previous question",
    next: "Next question",
    invalid: (of: string) => `A whole number from 1 to ${of}`,
    demonstration:
      "A demonstration: questions and answers were written for this page; no model gave them.",
    file: (name: string) => `From ${name}.`,
  },
  answer: {
    heading: "The answer for this person",
    method: "How the answer is made",
    methods: {
      compose: "Composed",
      select: "Selected",
      draw: "Drawn",
      generate: "Written",
    } as Record<string, string>,
    says: {
      compose:
        "Sentences of the agents’ answers that together cover what counts for this person, none said twice.",
      select: "The one agent’s answer that does most for what counts for this person.",
      draw: "One agent’s answer, drawn with chances that grow with what it does for this person.",
      generate:
        "A language model at an address of yours writes one answer out of the agents’ answers.",
    } as Record<string, string>,
    from: (agent: string) => `from the agent for ${agent}`,
    waiting: "The judges of the answers are being trained; a moment.",
    none: "No agent answered this question.",
    nothing: "No value counts yet: raise one.",
    sentences: "Sentences at most",
    sentencesInvalid: (most: string) => `A whole number from 1 to ${most}`,
    again: "Draw again",
    original: "The original model",
    reference: (person: string) => `Written by hand for the ${person}`,
    referenceAny: "Reference",
    more: "What it was made from",
    agentsHeading: "The agents’ answers",
    agentsLead:
      "Each agent speaks for one value alone. The bar is what its answer does for this person: the chance that it follows each value, weighed by the profile.",
    score: "Does for the person",
    chance: "Drawn",
    scoreOf: (agent: string, score: string, chance: string) =>
      `${agent}: does ${score} for the person, drawn with a chance of ${chance}`,
  },
  generate: {
    address: "Address of the model’s server",
    addressHint: "http://localhost:11434",
    model: "Model",
    modelHint: "llama3.2",
    key: "Key, if it wants one",
    keyNote:
      "Any server that speaks the chat protocol of OpenAI: llama.cpp, Ollama or vLLM on this machine, or a hosted one. Question, profile and answers are sent there when you press the button, and nowhere else. The key stays in this page’s memory and is gone when you close it.",
    prompt: "What the model is told",
    system: "Instructions",
    user: "Question, profile and answers",
    reset: "As proposed",
    ask: "Write the answer",
    askAgain: "Write it again",
    cancel: "Stop",
    writing: "Writing…",
    waiting: (seconds: string) => `The server asks to wait ${seconds} s; then it is asked again.`,
    kept: "What had arrived is kept.",
    earlierKept: "The answer from before is still here.",
    cut: "This answer ended before it was finished.",
    earlier: (n: number) => (n === 1 ? "One earlier answer" : `${n} earlier answers`),
    throwAway: "Throw this answer away",
    empty: "Fill in an address and a model, and the answer is written here.",
    failures: {
      "no-address": () =>
        "This is not an address that can be asked. Write it as http://localhost:11434 or https://example.org/v1.",
      framed: () =>
        "This page stands inside another site, and then it asks no other one. Open it in a tab of its own.",
      "not-typed": () => "Only the address that you typed is asked, and this is another one.",
      insecure: () =>
        "This page came over an encrypted connection, so the browser lets it ask only encrypted addresses (https), or this machine.",
      redirected: () =>
        "The server sends on to another address. Type that address instead, so that you know where your text goes.",
      offline: () => "There is no network, and the server is not on this machine.",
      unreachable: () =>
        "No answer could be read: the server is not running, or it does not allow this page to ask it. A server must allow the page’s address (CORS); with Ollama set OLLAMA_ORIGINS.",
      cancelled: () => "Stopped.",
      "bad-key": () => "The key holds characters that no key has. Copy it once more.",
      unauthorised: (detail) => `The server refuses the key.${detail}`,
      "not-found": (detail) =>
        `The server does not know this address or this model. Check both.${detail}`,
      "rate-limited": (detail) =>
        `The server is asked too often, or the quota is used up. Try again later.${detail}`,
      "server-error": (detail) => `The server failed several times and was given up.${detail}`,
      refused: (detail) => `The server refuses the request.${detail}`,
      malformed: (detail) =>
        `The server answered, but not in the chat protocol. Check the address.${detail}`,
      empty: () =>
        "The model ended without writing anything. Ask again, or change what it is told.",
      "only-thoughts": () =>
        "The model thought and ended before it came to an answer. Let it write more at a time, or ask another one.",
      torn: () => "The answer ended in the middle and cannot be read. Ask again.",
      "too-long": () => "The answer went on beyond 200,000 characters, so it was read no further.",
      silent: () => "The server fell silent, so the connection was closed.",
      "broken-off": () => "The connection broke off.",
    } as Record<
      | "no-address"
      | "not-typed"
      | "framed"
      | "insecure"
      | "redirected"
      | "offline"
      | "unreachable"
      | "cancelled"
      | "bad-key"
      | "unauthorised"
      | "not-found"
      | "rate-limited"
      | "server-error"
      | "refused"
      | "malformed"
      | "empty"
      | "only-thoughts"
      | "torn"
      | "too-long"
      | "silent"
      | "broken-off",
      (detail: string) => string
    >,
    detail: (said: string) => ` It says: “${said}”`,
  },
  tabs: {
    label: "More about profiles",
    agents: "Agents",
    palette: "As a palette",
    evaluation: "Evaluation",
    rewards: "Reward models",
    data: "Your own answers",
    training: "Into training",
  },
  systems: {
    original: "Original",
    select: "Selected",
    draw: "Drawn",
    compose: "Composed",
    generate: "Written",
  } as Record<string, string>,
};
