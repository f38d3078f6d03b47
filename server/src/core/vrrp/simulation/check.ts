/**
 * A script that a daemon runs again and again, and when its verdict changes (vrrp_scheduler.c: vrrp_script_thread,
 * vrrp_script_child_thread). One success after the start is enough, whatever `rise` says, and so is one failure.
 */
import type { ScriptCheck } from "../../model/facts.ts";
import type { TrackedState } from "../priority.ts";

export class Check {
  readonly name: string;
  readonly script: ScriptCheck;
  /** Undefined until it has ended a first time. */
  verdict: TrackedState | undefined;
  /** Counts up from failures to successes; at `rise` and above the check is well. */
  #result: number;
  #isFirst: boolean;

  constructor(name: string, script: ScriptCheck) {
    this.name = name;
    this.script = script;
    this.#isFirst = !script.failsFirst;
    this.verdict = script.failsFirst ? "down" : undefined;
    this.#result = script.failsFirst ? 0 : script.rise - 1;
  }

  /** Goes on with the verdict from before a reload (vrrp.c: clear_diff_script). */
  inherit(before: Check): void {
    const { rise, fall } = this.script;
    this.verdict = before.verdict;
    this.#isFirst = before.#isFirst;
    if (before.verdict === "up") {
      const isFull = before.#result === before.script.rise + before.script.fall - 1;
      const kept = rise + (before.#result - before.script.rise);
      this.#result = isFull ? rise + fall - 1 : Math.min(rise + fall - 1, kept);
    } else if (before.verdict === "down") {
      this.#result = before.#result === 0 ? 0 : Math.max(0, rise - (before.script.rise - before.#result));
    }
  }

  /** A run has ended; tells whether the verdict is another one, or the first. */
  end(succeeds: boolean): "first" | "other" | undefined {
    const { rise, fall } = this.script;
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    let changes = false;
    if (succeeds && this.#result < rise - 1) this.#result++;
    else if (succeeds) {
      changes = this.#result < rise;
      this.#result = rise + fall - 1;
    } else if (this.#result > rise) this.#result--;
    else {
      changes = this.#result === rise || isFirst;
      this.#result = 0;
    }
    if (!changes) return undefined;
    this.verdict = succeeds ? "up" : "down";
    return isFirst ? "first" : "other";
  }
}
