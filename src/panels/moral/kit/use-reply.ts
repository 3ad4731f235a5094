import type { MoralApi, Service } from "../../../engine/contract.ts";
import { type Newest, useNewest } from "../../kit/use-newest.ts";
import { useDesk } from "./moral-desk.ts";

/** The worker's newest reply to a question that changes with `key`; null asks nothing. */
export function useReply<T>(
  key: string | null,
  question: (service: Service<MoralApi>) => Promise<T | null>,
): Newest<T> {
  const { ask } = useDesk();
  return useNewest(key, () => ask(question));
}
