/**
 * What a daemon tracks: links, scripts, processes, BFD sessions; and what their changes do to its instances
 * (vrrp_track.c, vrrp_scheduler.c, vrrp_if.c).
 */
import type { Tracker, VrrpInstance } from "../../model/facts.ts";
import { contribution, type TrackedState } from "../priority.ts";
import { Check, type Verdict } from "./check.ts";
import type { Instance } from "./instance.ts";
import { faultInterfaces, faultTrackers, isBad, ownTrackers } from "./intake.ts";
import type { Node } from "./node.ts";
import { hasAddress } from "./scene.ts";
import { tell } from "./tell.ts";

/** How long a run of a check takes, in milliseconds: scripts that only look are done in a moment. */
const runTime = 2;

export class Watch {
  readonly #node: Node;
  readonly #failing = new Set<string>();
  #checks: readonly Check[] = [];

  constructor(node: Node) {
    this.#node = node;
  }

  /** The daemon has read its file; after a reload scripts keep their verdicts. */
  begin(confs: readonly VrrpInstance[], reloads: boolean): void {
    const before = this.#checks;
    this.#checks = checksOf(confs, reloads ? "reload" : "start");
    for (const check of reloads ? this.#checks : []) {
      const earlier = before.find(({ name }) => name === check.name);
      if (earlier !== undefined) check.inherit(earlier);
    }
    for (const instance of this.#node.instances) this.#track(instance);
  }

  /** Scripts run for the first time. */
  run(): void {
    for (const check of this.#checks) this.#schedule(check, runTime);
  }

  /** From now on checks of this name find that all is well, or not. */
  setCheck(name: string, isWell: boolean): void {
    if (isWell) this.#failing.delete(name);
    else this.#failing.add(name);
    // A process or a BFD session that is lost is noticed at once; a script when it runs next.
    if (!this.#checks.some((check) => check.name === name)) this.#node.run(() => this.#noticeTracked(name, isWell));
  }

  /** What an instance tracks, as it stands when the daemon begins (vrrp_track.c: initialise_tracking_priorities). */
  #track(instance: Instance): void {
    const { conf } = instance;
    const on = conf.interface?.value;
    const lost = [...faultInterfaces(conf)].filter((name) => !this.#node.link(name).isUp);
    const isForeign = conf.source !== undefined && hasAddress(this.#node.scene, on, conf.source.address) === false;
    if (isForeign && conf.source !== undefined) tell.lacksSource(instance, conf.source);
    instance.faults = lost.length + (isForeign ? 1 : 0);
    for (const tracker of faultTrackers(conf)) {
      const state = this.#stateOf(tracker);
      if (state === undefined) instance.pending += this.#isAwaited(tracker) ? 1 : 0;
      else if (isBad(tracker, state)) instance.faults++;
    }
    if (!instance.isOwner) instance.setPriority(this.#total(instance));
  }

  #total(instance: Instance): number {
    return ownTrackers(instance.conf).reduce((sum, tracker) => {
      const state = this.#stateOf(tracker);
      return sum + (state === undefined ? 0 : (contribution(tracker, state) ?? 0));
    }, instance.base);
  }

  /** What a tracked thing is, as far as the daemon knows; undefined for a script that has not ended yet. */
  #stateOf({ kind, name }: Tracker): TrackedState | undefined {
    if (kind === "interface") return this.#node.link(name).seenUp ? "up" : "down";
    if (kind === "script") return this.#checks.find((check) => check.name === name)?.verdict;
    return this.#failing.has(name) ? "down" : "up";
  }

  /** The instance waits for the first verdict of a script. */
  #isAwaited({ kind, name }: Tracker): boolean {
    return kind === "script" && this.#checks.find((check) => check.name === name)?.phase === "start";
  }

  #schedule(check: Check, after: number): void {
    this.#node.after(after, () => {
      const change = check.end(!this.#failing.has(check.name));
      if (change !== undefined) this.#judged(check, change);
      this.#schedule(check, 1000 * check.script.interval);
    });
  }

  #judged(check: Check, verdict: Verdict): void {
    if (verdict === "other" || check.verdict === "down") tell.judges(this.#node, check);
    for (const instance of this.#node.instances) {
      const trackers = instance.conf.trackers.filter(({ kind, name }) => kind === "script" && name === check.name);
      for (const tracker of trackers) {
        if (tracker.isIgnored) tell.ignoresWeight(instance, tracker);
        else if (tracker.weight === 0) this.#settle(instance, tracker, check.verdict === "up", verdict);
        else this.#reweigh(instance, tracker);
      }
    }
  }

  /** A check without a weight: FAULT, or an end of it (vrrp_track.c: process_script_update_priority). */
  #settle(instance: Instance, tracker: Tracker, isUp: boolean, verdict: Verdict): void {
    let leavesPending = false;
    if (verdict === "start") {
      instance.pending--;
      leavesPending = instance.pending === 0;
      if (leavesPending && instance.group !== undefined) instance.group.pending--;
    }
    const isReady = instance.pending === 0 && (instance.group === undefined || instance.group.pending === 0);
    if (isUp === tracker.isReversed) {
      tell.fails(instance, tracker);
      instance.fail();
    } else if (isReady && verdict !== "reload") instance.recover(leavesPending);
  }

  #reweigh(instance: Instance, tracker: Tracker): void {
    const before = instance.priority;
    instance.setPriority(this.#total(instance));
    if (instance.priority !== before) tell.weighs(instance, tracker, before);
  }

  /** The kernel has told of a link. */
  noticeLink(name: string): void {
    const link = this.#node.link(name);
    if (link.seenUp === link.isUp) return;
    link.seenUp = link.isUp;
    for (const instance of this.#node.instances) {
      const { conf } = instance;
      if (faultInterfaces(conf).has(name)) this.#change(instance, undefined, link.isUp, name);
      for (const tracker of ownTrackers(conf)) {
        if (tracker.kind !== "interface" || tracker.name !== name) continue;
        if (tracker.isIgnored) tell.ignoresWeight(instance, tracker);
        else if (tracker.weight === 0) this.#change(instance, tracker, link.isUp !== tracker.isReversed);
        else this.#reweigh(instance, tracker);
      }
    }
  }

  #noticeTracked(name: string, isWell: boolean): void {
    for (const instance of this.#node.instances) {
      for (const tracker of instance.conf.trackers) {
        if (tracker.name !== name || tracker.kind === "script" || tracker.kind === "interface") continue;
        if (tracker.isIgnored) tell.ignoresWeight(instance, tracker);
        else if (tracker.weight === 0) this.#change(instance, tracker, isWell !== tracker.isReversed);
        else this.#reweigh(instance, tracker);
      }
    }
  }

  #change(instance: Instance, tracker: Tracker | undefined, isWell: boolean, link?: string): void {
    if (isWell) instance.recover(false);
    else {
      tell.fails(instance, tracker, link);
      instance.fail();
    }
  }
}

/** The scripts that instances track, each once. */
function checksOf(confs: readonly VrrpInstance[], phase: "start" | "reload"): readonly Check[] {
  const checks = new Map<string, Check>();
  for (const { trackers } of confs) {
    for (const { kind, name, script } of trackers) {
      if (kind === "script" && script !== undefined && !checks.has(name))
        checks.set(name, new Check(name, script, phase));
    }
  }
  return [...checks.values()];
}
