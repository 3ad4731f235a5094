import type { ChatMessage } from "../../../moral/aggregate/prompt.ts";
import { useText } from "../../../ui/text/use-text.ts";
import { useDesk, useMoral } from "../kit/moral-desk.ts";
import { useProfile, useValueNames } from "../kit/use-profile.ts";
import { useReply } from "../kit/use-reply.ts";

/** What a language model is told, and a way to change it. */
export interface Prompt {
  readonly messages: readonly ChatMessage[];
  readonly isChanged: boolean;
  change(part: "system" | "user", content: string): void;
  /** Back to what is proposed. */
  reset(): void;
}

/** The prompt of the question on the screen: as proposed, in step with the profile, until somebody changes it. */
export function usePrompt(): Prompt {
  const text = useText().moral.values;
  const { store } = useDesk();
  const draft = useMoral((s) => s.draft);
  const question = useMoral((s) => s.question);
  const stamp = useMoral((s) => s.stamp);
  const { profile, ids } = useProfile();
  const nameOf = useValueNames();
  const request = {
    question,
    weights: Object.fromEntries(ids.map((id) => [id, profile.weights[id] ?? 0])),
    values: ids.map((id) => ({
      id,
      name: nameOf(id),
      definition: Object.hasOwn(text, id) ? text[id].says : "",
    })),
  };
  const { reply } = useReply(JSON.stringify([stamp, request]), (service) =>
    service.prompt(request),
  );
  const proposed = {
    system: reply?.find(({ role }) => role === "system")?.content ?? "",
    user: reply?.find(({ role }) => role === "user")?.content ?? "",
  };
  const { system, user } = draft ?? proposed;
  return {
    messages: [
      { role: "system", content: system },
      { role: "user", content: user },
    ],
    isChanged: draft !== null,
    change: (part, content) => store.setState({ draft: { system, user, [part]: content } }),
    reset: () => store.setState({ draft: null }),
  };
}
