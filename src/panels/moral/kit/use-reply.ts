import type { Made, MoralApi, Service } from "../../../engine/contract.ts";
import { type Newest, useNewest } from "../../kit/use-newest.ts";
import { useDesk, useMoral } from "./moral-desk.ts";

/** The worker's newest reply to a question that changes with `key`, never one to other questions and answers; null asks nothing. */
export function useReply<T>(
  key: string | null,
  question: (service: Service<MoralApi>) => Promise<Made<T | null>>,
): Newest<T> {
  const { ask } = useDesk();
  const set = useMoral((s) => s.set?.fingerprint);
  const { reply, status } = useNewest(key, async () => {
    const value = await ask(question);
    return value === null ? null : { value, set };
  });
  return { reply: reply?.set === set ? (reply?.value ?? null) : null, status };
}
