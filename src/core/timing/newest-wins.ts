/** Runs requests one at a time and keeps only the newest waiting one. */
export interface NewestWins<Request> {
  /** Asks; a request that waited and was overtaken is never run. */
  ask(request: Request): void;
  /** True while a request runs or waits. */
  isBusy(): boolean;
  /** Forgets the waiting request and lets the running one's outcome fall. */
  clear(): void;
}

/**
 * Makes a queue of length one: at most one request in flight, only the newest waiting one survives, and the last one
 * asked is always the last one answered. `onAnswer` gets each answer with whether no newer request is waiting.
 * `run` may reject: `onFailure` is told in the same way and the queue goes on.
 */
export function newestWins<Request, Answer>(
  run: (request: Request) => Promise<Answer>,
  onAnswer: (answer: Answer, request: Request, isNewest: boolean) => void,
  onFailure: (reason: unknown, request: Request, isNewest: boolean) => void,
): NewestWins<Request> {
  let running = false;
  let waiting: { readonly request: Request } | null = null;
  let generation = 0;

  async function start(request: Request): Promise<void> {
    running = true;
    const mine = generation;
    try {
      const answer = await run(request);
      if (mine === generation) onAnswer(answer, request, waiting === null);
    } catch (reason) {
      if (mine === generation) onFailure(reason, request, waiting === null);
    }
    if (mine !== generation) return;
    running = false;
    const next = waiting;
    waiting = null;
    if (next) void start(next.request);
  }

  return {
    ask(request) {
      if (running) waiting = { request };
      else void start(request);
    },
    isBusy: () => running,
    clear() {
      generation++;
      running = false;
      waiting = null;
    },
  };
}
