/** Simulated time: things happen in the order of their times, and of two at one time the one that was asked for first. */

export interface Alarm {
  readonly at: number;
  cancelled: boolean;
}

interface Entry extends Alarm {
  readonly order: number;
  readonly act: () => void;
}

/** The queue of a discrete-event simulation, a binary heap. Times in milliseconds. */
export class Clock {
  #now = 0;
  #order = 0;
  readonly #heap: Entry[] = [];

  get now(): number {
    return this.#now;
  }

  /** Has something done at a time, at once where that is over. */
  at(time: number, act: () => void): Alarm {
    const entry: Entry = { at: Math.max(time, this.#now), order: this.#order++, act, cancelled: false };
    this.#push(entry);
    return entry;
  }

  /** Does what is next, if that is not later than `until`; tells whether there was anything. */
  step(until: number): boolean {
    for (;;) {
      const [next] = this.#heap;
      if (next === undefined || next.at > until) return false;
      this.#pop();
      if (next.cancelled) continue;
      this.#now = next.at;
      next.act();
      return true;
    }
  }

  #push(entry: Entry): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(entry);
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || !isBefore(entry, parent)) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = entry;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let at = 0;
    for (;;) {
      const left = heap[2 * at + 1];
      const right = heap[2 * at + 2];
      if (left === undefined) break;
      const isRight = right !== undefined && isBefore(right, left);
      const least = isRight ? right : left;
      if (!isBefore(least, last)) break;
      heap[at] = least;
      at = 2 * at + (isRight ? 2 : 1);
    }
    heap[at] = last;
  }
}

function isBefore(a: Entry, b: Entry): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
