import type { ServiceClient } from "../service-client.ts";

/** A client whose service is called in this thread; nothing is ever cancelled unless the test says how. */
export function directClient<Link>(
  service: Link,
  over: Partial<ServiceClient<Link>> = {},
): ServiceClient<Link> {
  return {
    run: (work) => work(service),
    start: () => undefined,
    cancel: () => undefined,
    ...over,
  };
}
