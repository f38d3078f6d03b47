/**
 * A script that a daemon runs again and again, and when its verdict changes (vrrp_scheduler.c: vrrp_script_thread,
 * vrrp_script_child_thread). One success after the start is enough, whatever `rise` says, and so is one failure; that goes
 * for `init_fail` as well, which is forgotten as soon as an instance tracks the script (vrrp_track.c: alloc_track_script).
 */
import type { ScriptCheck } from "../../model/facts.ts";
import type { TrackedState } from "../priority.ts";

/** A verdict that counts: the first one after the start, or after the reload that brought the check, or another one. */
export type Verdict = "start" | "reload" | "other";

export class Check {
  readonly name: string;
  readonly script: ScriptCheck;
  /** Undefined until it has ended a first time. */
  verdict: TrackedState | undefined;
  /**
   * Whether it has ended since the daemon started, or since a reload brought it. After a reload nobody waits for it
   * (vrrp_data.h: SCRIPT_INIT_STATE_INIT_RELOAD).
   */
  phase: "start" | "reload" | "done";
  /** Counts up from failures to successes; at `rise` and above the check is well. */
  #result: number;

  constructor(name: string, script: ScriptCheck, phase: "start" | "reload") {
    this.name = name;
    this.script = script;
    this.phase = phase;
    this.#result = script.rise - 1;
  }

  /** Goes on with the verdict from before a reload (vrrp.c: clear_diff_script). */
  inherit(before: Check): void {
    const { rise, fall } = this.script;
    this.verdict = before.verdict;
    this.phase = before.phase;
    if (before.verdict === "up") {
      const isFull = before.#result === before.script.rise + before.script.fall - 1;
      const kept = rise + (before.#result - before.script.rise);
      this.#result = isFull ? rise + fall - 1 : Math.min(rise + fall - 1, kept);
    } else if (before.verdict === "down") {
      this.#result = before.#result === 0 ? 0 : Math.max(0, rise - (before.script.rise - before.#result));
    }
  }

  /** A run has ended; tells whether the verdict is another one, or the first of its phase. */
  end(succeeds: boolean): Verdict | undefined {
    const { rise, fall } = this.script;
    const { phase } = this;
    this.phase = "done";
    let changes = false;
    if (succeeds && this.#result < rise - 1) this.#result++;
    else if (succeeds) {
      changes = this.#result < rise;
      this.#result = rise + fall - 1;
    } else if (this.#result > rise) this.#result--;
    else {
      changes = this.#result === rise || phase !== "done";
      this.#result = 0;
    }
    if (!changes) return undefined;
    this.verdict = succeeds ? "up" : "down";
    return phase === "done" ? "other" : phase;
  }
}
