/** The one timer of an instance (`sands`): until it takes over, or sends again. Times in milliseconds. */
import type { Alarm } from "./clock.ts";
import type { Node } from "./node.ts";

export class Timer {
  readonly #node: Node;
  readonly #ring: () => void;
  #dueAt = Number.POSITIVE_INFINITY;
  #alarm: Alarm | undefined;

  /** `ring` is what happens when it has run out and the daemon runs. */
  constructor(node: Node, ring: () => void) {
    this.#node = node;
    this.#ring = ring;
  }

  /** How long it still runs. */
  get left(): number {
    return this.#dueAt - this.#node.clock.now;
  }

  start(after: number): void {
    this.stop();
    this.#dueAt = this.#node.clock.now + Math.max(0, after);
    this.#alarm = this.#node.clock.at(this.#dueAt, () => this.#node.run(this.#ring));
  }

  stop(): void {
    if (this.#alarm !== undefined) this.#alarm.cancelled = true;
    this.#dueAt = Number.POSITIVE_INFINITY;
  }
}
