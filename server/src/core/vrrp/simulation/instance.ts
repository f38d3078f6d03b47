/**
 * One VRRP instance as keepalived runs it: the daemon's state machine with the daemon's ways (2.2.7: vrrp.c,
 * vrrp_scheduler.c, vrrp_track.c), not that of the standard. Times in milliseconds.
 */
import type { VrrpInstance } from "../../model/facts.ts";
import { type Address, compareAddresses, sameAddress } from "../../net/address.ts";
import { ownerPriority } from "../priority.ts";
import { skew } from "../timing.ts";
import { type Advert, refusalOf } from "./advert.ts";
import type { Group } from "./group.ts";
import type { Node } from "./node.ts";
import { holdsBack, PreemptDelay, wantsMaster } from "./preemption.ts";
import { tell } from "./tell.ts";
import type { InstanceState } from "./timeline.ts";
import { Timer } from "./timer.ts";

type Wanted = Exclude<InstanceState, "INIT">;

export class Instance {
  readonly conf: VrrpInstance;
  readonly node: Node;
  state: InstanceState = "INIT";
  /** What it would be without its sync group (`wantstate`). */
  wanted: Wanted;
  /** What weights are added to; an owner that meets another one lowers it. */
  base: number;
  /** What it advertises (`effective_priority`). */
  priority: number;
  /** The addresses are configured (`vipset`). */
  holds = false;
  group: Group | undefined;
  /** What keeps it in FAULT: links, checks without a weight, a source that the host does not have. */
  faults = 0;
  /** Checks without a weight that have not ended a first time: until then it is in FAULT as well. */
  pending = 0;
  /** The interval of the MASTER (`master_adver_int`). */
  #interval: number;
  #downTime = 0;
  readonly #timer: Timer;
  readonly #preemptDelay: PreemptDelay;
  #lastMaster: Advert["source"];
  /** The timer runs for what an advert said: of priority 0, or of one that counts. */
  #cause: "silence" | "resigned" = "silence";
  /** When it began to wait: the last advert that counted, or the start. */
  #waitsSince = 0;
  /** Adverts that do not count have come since then. */
  #disregards = false;

  constructor(node: Node, conf: VrrpInstance) {
    this.node = node;
    this.conf = conf;
    this.#timer = new Timer(node, () => this.#expire());
    this.#preemptDelay = new PreemptDelay(conf);
    this.base = conf.priority?.value ?? 100;
    this.priority = this.base;
    this.wanted = wantsMaster(conf) ? "MASTER" : "BACKUP";
    this.#interval = this.interval;
  }

  get isOwner(): boolean {
    return this.base === ownerPriority;
  }

  /** Its own `advert_int`. */
  get interval(): number {
    return 1000 * (this.conf.advertInterval?.value ?? 1);
  }

  /** How long it waits beyond the adverts that it may miss. */
  get skew(): number {
    return 1000 * skew(this.conf.version ?? 2, this.priority, this.#interval / 1000);
  }

  get downTime(): number {
    return this.conf.missedAdverts * this.#interval + this.skew;
  }

  /** Begins, or goes on after a reload (vrrp_scheduler.c: vrrp_init_state, vrrp_init_sands). */
  begin(reloads: boolean): void {
    const { group, node } = this;
    if (this.faults > 0 || group?.state === "FAULT") this.state = "FAULT";
    if (this.state === "FAULT") this.wanted = "FAULT";
    const target: InstanceState = group === undefined ? this.wanted : group.state;
    const isReady = this.pending === 0 && (group === undefined || group.pending === 0);
    const isUp = this.faults === 0;
    const isMaster = this.wanted === "MASTER" && target === "MASTER" && isUp && isReady;
    if (isMaster && reloads && this.state === "MASTER") {
      node.recorder.state(this);
      this.#timer.start(0);
      return;
    }
    if (isMaster && this.isOwner) {
      this.#enter("BACKUP");
      this.#downTime = 0;
    } else {
      const isHeld = target === "BACKUP" && this.wanted === "MASTER";
      const shortest = 1000 * skew(this.conf.version ?? 2, ownerPriority, this.#interval / 1000);
      this.#downTime = isHeld ? this.#interval + shortest : this.downTime;
      this.#release();
      this.#enter(isUp && target !== "FAULT" && isReady ? "BACKUP" : "FAULT");
    }
    this.#beginWaiting();
    if (this.state === "BACKUP") tell.begins(this, this.#downTime);
    node.recorder.state(this);
    this.#rearm();
  }

  /** Takes over what an instance was before its file was read again (vrrp.c: clear_diff_vrrp, restore_vrrp_state). */
  inherit(before: Instance): void {
    this.holds = before.holds;
    if (before.holds) {
      before.holds = false;
      this.node.exchange(before, this);
    }
    if (before.state === "FAULT" || before.state === "INIT" || this.faults > 0 || this.pending > 0) return;
    this.state = before.state;
    this.wanted = before.state;
  }

  /** Ends without a word: the daemon is gone, and whether addresses go with it is the node's affair. */
  end(): void {
    this.retire();
    this.state = "INIT";
    this.node.recorder.state(this);
  }

  /** Another one goes on in its place. */
  retire(): void {
    this.#timer.stop();
  }

  /** Sends an advert out of turn. */
  announce(): void {
    this.#send(this.priority);
  }

  /** Ends in good order (vrrp.c: restore_vrrp_interfaces). */
  stop(): void {
    if (this.state === "MASTER") {
      tell.resigns(this);
      this.#send(0);
      this.#release();
    }
    this.end();
  }

  /** The timer has run out (vrrp_scheduler.c: vrrp_dispatcher_read_timeout). */
  #expire(): void {
    if (this.#timer.left > 0) return;
    const before = this.state;
    if (before === "BACKUP") {
      this.wanted = "MASTER";
      this.#goMaster(true);
    } else if (before === "MASTER") this.#transmit();
    this.#follow(before);
    this.#rearm();
  }

  /** An advert of this virtual router arrives (vrrp_scheduler.c: vrrp_dispatcher_read). */
  receive(advert: Advert): void {
    if (this.state === "FAULT" || this.state === "INIT") return;
    const before = this.state;
    if (before === "BACKUP") this.#receiveAsBackup(advert);
    else if (this.#receiveAsMaster(advert)) this.leaveMaster();
    this.#follow(before);
    // Where no advert went out, the timer goes on.
    if (this.state !== "MASTER" || this.conf.answersLower) this.#rearm();
  }

  /** vrrp.c: vrrp_state_backup. */
  #receiveAsBackup(advert: Advert): void {
    const { conf, node } = this;
    const { now } = node.clock;
    const isKnown = this.#lastMaster !== undefined && isSame(advert.source, this.#lastMaster);
    const refusal = refusalOf(conf, advert, !(conf.skipsAddressCheck && isKnown));
    const isLower = advert.priority < this.priority;
    const mayNot = holdsBack(conf) || (isLower && this.#preemptDelay.holdsBack(now));
    if (refusal !== undefined) {
      tell.refuses(this, advert, refusal);
    } else if (advert.priority === 0) {
      this.#downTime = this.skew;
      this.#cause = "resigned";
      this.#beginWaiting();
      tell.hearsResignation(this, advert);
      return;
    } else if (!isLower || mayNot) {
      if (conf.version === 3) this.#interval = advert.interval;
      this.#downTime = this.downTime;
      this.#lastMaster = advert.source;
      this.#cause = "silence";
      this.#beginWaiting();
      this.#preemptDelay.note(isLower, now);
      if (isLower) tell.waits(this, advert, this.#preemptDelay.endsAt);
      else tell.obeys(this, advert);
      this.wanted = "BACKUP";
      return;
    } else {
      tell.disregards(this, advert);
      this.#lastMaster = advert.source;
    }
    // What does not count leaves the timer as it is.
    this.#disregards = true;
    this.#downTime = Math.max(0, this.#timer.left);
  }

  /** vrrp.c: vrrp_state_master_rx. True where it gives way. */
  #receiveAsMaster(advert: Advert): boolean {
    const refusal = refusalOf(this.conf, advert, true);
    if (refusal !== undefined) {
      tell.refuses(this, advert, refusal);
      return false;
    }
    if (advert.priority === 0) {
      this.#send(this.priority);
      return false;
    }
    const isHigher = this.#compareSource(advert);
    if (this.conf.answersHigher && (advert.priority - this.priority || isHigher) > 0) this.#send(this.priority);
    if (advert.priority === this.priority && isHigher !== 0 && this.priority === ownerPriority) {
      this.base = ownerPriority - 1;
      this.priority = this.base;
      this.node.recorder.state(this);
      tell.sharesOwnership(this, advert);
    }
    const order = advert.priority - this.priority || isHigher;
    if (order < 0) {
      tell.insists(this, advert);
      if (this.conf.answersLower) this.#send(this.priority);
      return false;
    }
    if (order === 0) return false;
    if (this.conf.version === 3) this.#interval = advert.interval;
    this.#downTime = this.downTime;
    this.wanted = "BACKUP";
    tell.givesWay(this, advert);
    return true;
  }

  /** Above 0 where the sender has the higher address. Where no file tells, the order of the hosts stands for it. */
  #compareSource(advert: Advert): number {
    const own = this.node.sourceOf(this);
    if (own === undefined || advert.source === undefined) return this.node.index - this.node.indexOf(advert.conf);
    return compareAddresses(advert.source, own);
  }

  /** Leaves MASTER for what it wants (vrrp.c: vrrp_state_leave_master). */
  leaveMaster(isFault = false): void {
    if (this.wanted === "MASTER") return;
    this.#preemptDelay.forget();
    if (isFault) this.#send(0);
    this.#release();
    this.#enter(this.wanted);
    this.#downTime = this.downTime;
    this.#cause = "silence";
    this.#beginWaiting();
    this.#rearm();
  }

  /** Leaves FAULT, or a state in which it holds nothing, for what it wants (vrrp.c: vrrp_state_leave_fault). */
  leaveFault(): void {
    this.#beginWaiting();
    if (this.wanted === "MASTER") this.#goMaster(true);
    else {
      this.#enter(this.wanted);
      if (this.wanted === "BACKUP") this.#preemptDelay.forget();
    }
    this.#interval = this.interval;
    this.#downTime = this.downTime;
    this.#cause = "silence";
    this.#rearm();
  }

  /** One more thing is wrong (vrrp_track.c: down_instance). */
  fail(): void {
    this.faults++;
    if (this.faults > 1 && this.state !== "INIT") return;
    this.wanted = "FAULT";
    if (this.state === "MASTER") this.leaveMaster(true);
    else this.leaveFault();
    this.node.recorder.state(this);
    this.group?.memberFails(this);
  }

  /** One thing less is wrong, or the last check has ended a first time (vrrp_scheduler.c: try_up_instance). */
  recover(leavesPending: boolean): void {
    const { group } = this;
    if (!leavesPending) this.faults--;
    if (this.faults > 0) return;
    if (!leavesPending && this.pending > 0) {
      group?.memberPends();
      this.wanted = "BACKUP";
      return;
    }
    if (this.wanted !== "MASTER" || !this.isOwner) this.wanted = "BACKUP";
    this.#interval = this.interval;
    this.#downTime = this.downTime;
    if (group !== undefined && !group.memberRecovers(leavesPending)) return;
    const { wanted } = this;
    if (group !== undefined && wanted === "MASTER" && !group.mayBeMaster(this)) this.wanted = "BACKUP";
    this.leaveFault();
    this.wanted = wanted;
    if (leavesPending) tell.begins(this, this.#downTime);
    else tell.recovers(this, this.#downTime);
    if (this.state === "MASTER") group?.becomeMaster(this);
    else group?.becomeBackup(this);
  }

  /** Weights have changed (vrrp_track.c: vrrp_set_effective_priority). */
  setPriority(total: number): void {
    if (this.isOwner) return;
    const priority = Math.min(ownerPriority - 1, Math.max(1, total));
    if (priority === this.priority) return;
    const before = this.#downTime;
    this.priority = priority;
    this.#downTime = this.downTime;
    this.node.recorder.state(this);
    // The timer that runs becomes as much longer or shorter as the waiting does.
    if (this.state === "BACKUP") this.#timer.start(this.#timer.left + this.#downTime - before);
  }

  /** Becomes MASTER, if its group lets it (vrrp.c: vrrp_state_goto_master). */
  #goMaster(isTold: boolean): void {
    if (this.group?.mayBeMaster(this) === false) {
      this.wanted = "MASTER";
      this.#downTime = this.downTime;
      tell.waitsForGroup(this);
      return;
    }
    this.state = "MASTER";
    const waited = this.#downTime === 0 ? 0 : this.node.clock.now - this.#waitsSince;
    if (isTold) tell.takesOver(this, this.#cause, waited, this.#disregards);
    this.#cause = "silence";
    this.#timer.start(this.interval);
    this.#transmit();
  }

  /** Becomes MASTER with its sync group. */
  joinMaster(): void {
    this.wanted = "MASTER";
    this.#goMaster(false);
  }

  /** Sends an advert, and takes the addresses after the first one (vrrp.c: vrrp_state_master_tx). */
  #transmit(): void {
    this.#send(this.priority);
    if (this.holds) return;
    this.#interval = this.interval;
    this.holds = true;
    this.node.configure(this);
    this.node.recorder.state(this);
  }

  #beginWaiting(): void {
    this.#waitsSince = this.node.clock.now;
    this.#disregards = false;
  }

  #send(priority: number): void {
    this.node.send(this, priority);
  }

  #release(): void {
    if (!this.holds) return;
    this.holds = false;
    this.node.remove(this);
  }

  #enter(state: InstanceState): void {
    if (this.state === state) return;
    this.state = state;
    this.node.recorder.state(this);
  }

  /** The group follows its member (vrrp_scheduler.c: VRRP_TSM). */
  #follow(before: InstanceState): void {
    if (this.state === "MASTER") this.group?.becomeMaster(this);
    else if (this.state === "BACKUP" && before === "MASTER") this.group?.becomeBackup(this);
  }

  /** vrrp_scheduler.c: vrrp_init_instance_sands. */
  #rearm(): void {
    if (this.state === "MASTER") this.#timer.start(this.interval);
    else if (this.state === "BACKUP") this.#timer.start(this.node.startupDelayLeft + this.#downTime);
    else this.#timer.stop();
  }
}

function isSame(a: Advert["source"], b: Address): boolean {
  return a !== undefined && sameAddress(a, b);
}
