import { type Clock, systemClock } from "../../core/timing/clock.ts";

/** Longest silence in milliseconds before a worker is asked whether it is alive, and to wait for its word. */
const SILENCE_MS = 1500;
const PING_MS = 1000;

/** Watches for the silence of a worker while replies are due. */
export class Watchdog {
  /** The silence that each reply on its way may last. */
  private readonly due = new Set<{ readonly silence: number }>();
  private turn = 0;
  private callOff: () => void = () => undefined;

  /** `ping` resolves as soon as the worker says a word; `onSilence` is told where it says none. */
  constructor(
    private readonly ping: () => Promise<unknown>,
    private readonly onSilence: () => void,
    private readonly clock: Clock = systemClock,
  ) {}

  /** The same reply, watched until it is there. `silence`: milliseconds before the worker is asked. */
  async watch<T>(reply: Promise<T>, silence = SILENCE_MS): Promise<T> {
    const one = { silence };
    this.due.add(one);
    this.listen();
    try {
      return await reply;
    } finally {
      this.due.delete(one);
      this.listen();
    }
  }

  /** Watches no more, whatever is due. */
  stop(): void {
    this.due.clear();
    this.listen();
  }

  /** A word was heard: begins to wait for the next, as long as any is due. */
  private listen(): void {
    this.turn++;
    this.callOff();
    if (this.due.size === 0) return;
    const silence = Math.max(...[...this.due].map((one) => one.silence));
    this.callOff = this.clock.after(silence, () => void this.probe());
  }

  private async probe(): Promise<void> {
    const ownTurn = this.turn;
    const late = new Promise<false>((resolve) => {
      this.callOff = this.clock.after(PING_MS, () => resolve(false));
    });
    const isAlive = await Promise.race([this.ping().then(() => true), late]);
    if (ownTurn !== this.turn) return;
    if (isAlive) this.listen();
    else this.onSilence();
  }
}
