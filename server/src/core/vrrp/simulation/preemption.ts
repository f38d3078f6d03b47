/**
 * Who begins as MASTER, and who takes the addresses from a living one, at once, after a while or never: what the daemon
 * makes of `state`, `nopreempt` and `preempt_delay` (2.2.7: vrrp.c, vrrp_complete_instance). Times in milliseconds.
 */
import type { VrrpInstance } from "../../model/facts.ts";
import { ownerPriority } from "../priority.ts";

/** It begins as MASTER would: by its word, or as the owner that says nothing (vrrp.c: vrrp_complete_instance). */
export function wantsMaster({ state, strict, priority, authentication }: VrrpInstance): boolean {
  const isOwner = priority?.value === ownerPriority;
  if (state === undefined || strict) return isOwner;
  return state.value === "MASTER" && (isOwner || authentication?.type !== "AH");
}

/** It never takes the addresses from a living MASTER: `nopreempt`, where the daemon does not drop it. */
export function holdsBack(conf: VrrpInstance): boolean {
  return conf.nopreempt !== undefined && conf.priority?.value !== ownerPriority && !wantsMaster(conf);
}

/** `preempt_delay` in milliseconds; 0 where the daemon drops it. */
export function preemptDelayOf(conf: VrrpInstance): number {
  const isDropped = wantsMaster(conf) || conf.strict || conf.nopreempt !== undefined;
  return isDropped ? 0 : 1000 * (conf.preemptDelay?.value ?? 0);
}

/** The delay before an instance takes the addresses from one of lower priority (vrrp.c: vrrp_state_backup). */
export class PreemptDelay {
  readonly #delay: number;
  #endsAt: number | undefined;

  constructor(conf: VrrpInstance) {
    this.#delay = preemptDelayOf(conf);
  }

  /** When it ends, if it has begun. */
  get endsAt(): number | undefined {
    return this.#endsAt;
  }

  /** It keeps the instance from taking over. */
  holdsBack(now: number): boolean {
    return this.#delay > 0 && (this.#endsAt === undefined || this.#endsAt > now);
  }

  /** An advert has been heard: it begins with the first of lower priority, and ends with one of higher. */
  note(isLower: boolean, now: number): void {
    if (this.#delay === 0) return;
    if (isLower) this.#endsAt ??= now + this.#delay;
    else this.#endsAt = undefined;
  }

  forget(): void {
    this.#endsAt = undefined;
  }
}
