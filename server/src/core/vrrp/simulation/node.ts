/**
 * A host with its links and its daemon. What happens to it comes in here; what its instances do goes out through here.
 * Times in milliseconds.
 */
import type { Facts, VrrpInstance } from "../../model/facts.ts";
import type { Address } from "../../net/address.ts";
import type { Advert } from "./advert.ts";
import type { Clock } from "./clock.ts";
import { Group } from "./group.ts";
import { Instance } from "./instance.ts";
import { isHeir, isTakenIn, refusesToStart } from "./intake.ts";
import type { Recorder } from "./recorder.ts";
import { addressOn, type SceneHost } from "./scene.ts";
import { tell } from "./tell.ts";
import { Watch } from "./watch.ts";

/** What nodes share. */
export interface Surroundings {
  readonly clock: Clock;
  readonly recorder: Recorder;
  /** How long this host's network takes to tell of a link that comes up. */
  readonly linkDelay: number;
  deliver(from: Instance, advert: Advert): void;
  /** The host that has an instance. */
  find(conf: VrrpInstance): Node | undefined;
}

/** A link of a host. */
export interface Link {
  isUp: boolean;
  isAttached: boolean;
  /** What the daemon knows. */
  seenUp: boolean;
}

/** How long the kernel takes to tell of a link that goes down. */
const downDelay = 5;

export class Node {
  readonly scene: SceneHost;
  readonly index: number;
  readonly drops = new Set<"in" | "out">();
  instances: readonly Instance[] = [];
  #facts: Facts;
  readonly #around: Surroundings;
  readonly #links = new Map<string, Link>();
  #process: "gone" | "runs" | "frozen" = "gone";
  readonly #watch = new Watch(this);
  #isOn = true;
  /** What waits for the process to go on. */
  #waiting: (() => void)[] = [];
  #inbox: (() => void)[] = [];
  /** Grows with every start and end, so that what an earlier process asked for is not done. */
  #generation = 0;
  #delayedUntil = 0;

  constructor(scene: SceneHost, index: number, around: Surroundings) {
    this.scene = scene;
    this.index = index;
    this.#facts = scene.facts;
    this.#around = around;
  }

  get clock(): Clock {
    return this.#around.clock;
  }

  get recorder(): Recorder {
    return this.#around.recorder;
  }

  get startupDelayLeft(): number {
    return Math.max(0, this.#delayedUntil - this.clock.now);
  }

  link(name: string): Link {
    const found = this.#links.get(name) ?? { isUp: true, isAttached: true, seenUp: true };
    this.#links.set(name, found);
    return found;
  }

  /** Where adverts of an instance come from, as far as is known. */
  sourceOf({ conf }: Instance): Address | undefined {
    return conf.source?.address ?? addressOn(this.scene, conf.interface?.value, conf.family);
  }

  /** The number of the host that has an instance. */
  indexOf(conf: VrrpInstance): number {
    return this.#around.find(conf)?.index ?? 0;
  }

  /** The host that has an instance, and the instance where the host has several. */
  nameOf(conf: VrrpInstance): string {
    const host = this.#around.find(conf)?.scene.host;
    return host === undefined || host.facts.instances.length > 1
      ? `${host?.name ?? ""} ${conf.name}`.trim()
      : host.name;
  }

  /** What the daemon does. */
  get condition(): "gone" | "runs" | "frozen" {
    return this.#process;
  }

  /** Packets of an instance can leave the host. */
  canSend({ conf }: Instance): boolean {
    return this.#isOn && this.link(conf.interface?.value ?? "").isUp;
  }

  /** They reach the network, and what is sent there comes to the instance. */
  isReachable(instance: Instance): boolean {
    return this.canSend(instance) && this.link(instance.conf.interface?.value ?? "").isAttached;
  }

  /** The daemon starts; addresses that an earlier one left behind go (vrrp.c: remove_residual_vips). */
  start(): void {
    if (!this.#isOn || this.#process !== "gone") return;
    const refusal = refusesToStart(this.#facts);
    if (refusal !== undefined) {
      tell.doesNotStart(this, refusal);
      return;
    }
    this.#process = "runs";
    for (const instance of this.instances) this.recorder.clear(this, instance);
    this.#load(this.#facts, undefined);
  }

  /** In good order; a daemon that stands still does it when it goes on. */
  stop(): void {
    if (this.#process === "frozen") this.#waiting.push(() => this.stop());
    if (this.#process !== "runs") return;
    for (const instance of this.instances) instance.stop();
    this.#end();
  }

  /** The processes are gone at once. */
  crash(): void {
    if (this.#process === "gone") return;
    for (const instance of this.instances) instance.end();
    this.#end();
  }

  powerOff(): void {
    this.crash();
    this.#isOn = false;
    for (const instance of this.instances) this.recorder.clear(this, instance);
  }

  powerOn(): void {
    if (this.#isOn) return;
    this.#isOn = true;
    this.#links.clear();
    this.start();
  }

  freeze(): void {
    if (this.#process === "runs") this.#process = "frozen";
  }

  /** Goes on: adverts that have come in meanwhile are read before timers ring (scheduler.c: thread_fetch_next_queue). */
  thaw(): void {
    if (this.#process !== "frozen") return;
    this.#process = "runs";
    const [inbox, waiting] = [this.#inbox, this.#waiting];
    this.#inbox = [];
    this.#waiting = [];
    for (const act of [...inbox, ...waiting]) act();
  }

  /** Reads its file again; a MASTER says before that it is there (vrrp_daemon.c: sigreload_vrrp, reload_vrrp_thread). */
  reload(facts: Facts): void {
    this.#facts = facts;
    if (this.#process === "frozen") this.#waiting.push(() => this.reload(facts));
    if (this.#process !== "runs") return;
    for (const instance of this.instances) if (instance.state === "MASTER") instance.announce();
    const refusal = refusesToStart(facts);
    if (refusal === undefined) this.#load(facts, this.instances);
    else {
      // It ends at once, and leaves its addresses behind (vrrp_daemon.c: start_vrrp, stop_vrrp).
      tell.doesNotStart(this, refusal);
      this.crash();
    }
  }

  setLink(name: string, isUp: boolean): void {
    const link = this.link(name);
    link.isUp = isUp;
    const delay = isUp ? downDelay + this.#around.linkDelay : downDelay;
    this.clock.at(this.clock.now + delay, () => this.run(() => this.#watch.noticeLink(name)));
  }

  attach(name: string, isAttached: boolean): void {
    this.link(name).isAttached = isAttached;
  }

  /** From now on checks of this name find that all is well, or not. */
  setCheck(name: string, isWell: boolean): void {
    this.#watch.setCheck(name, isWell);
  }

  /** Does something after a while, if the same daemon still runs then. */
  after(time: number, act: () => void): void {
    const generation = this.#generation;
    this.clock.at(this.clock.now + time, () => {
      if (generation === this.#generation) this.run(act);
    });
  }

  /** Does something if the daemon runs, or when it goes on. */
  run(act: () => void): void {
    const generation = this.#generation;
    const still = () => {
      if (generation === this.#generation && this.#process === "runs") act();
    };
    if (this.#process === "frozen") this.#waiting.push(still);
    else still();
  }

  /** An advert reaches the host. */
  receive(instance: Instance, advert: Advert): void {
    const act = () => instance.receive(advert);
    if (this.#process === "frozen") this.#inbox.push(act);
    else if (this.#process === "runs") act();
  }

  send(from: Instance, priority: number): void {
    const { conf } = from;
    const source = this.sourceOf(from);
    const destinations = conf.isUnicast ? conf.peers.map(({ address }) => address) : [undefined];
    for (const destination of destinations) {
      this.#around.deliver(from, { conf, source, priority, interval: from.interval, destination });
    }
  }

  configure(instance: Instance): void {
    this.recorder.hold(this, instance);
  }

  /** After a reload, addresses that both have stay where they are. */
  exchange(before: Instance, now: Instance): void {
    this.recorder.hold(this, now);
    this.recorder.clear(this, before);
  }

  remove(instance: Instance): void {
    this.recorder.clear(this, instance);
  }

  #end(): void {
    this.#process = "gone";
    this.#generation++;
    this.#inbox = [];
    this.#waiting = [];
  }

  #load(facts: Facts, before: readonly Instance[] | undefined): void {
    this.#generation++;
    const confs = facts.instances.filter(isTakenIn);
    this.instances = confs.map((conf) => new Instance(this, conf));
    this.#delayedUntil =
      before === undefined
        ? this.clock.now + 1000 * Math.max(0, ...confs.map(({ startupDelay }) => startupDelay))
        : this.#delayedUntil;
    for (const link of this.#links.values()) link.seenUp = link.isUp;
    this.#watch.begin(confs, before !== undefined);
    const groups = facts.groups.map((fact) => {
      const names = fact.members.map(({ value }) => value);
      return new Group(
        fact,
        this.instances.filter((one) => names.includes(one.conf.name) && one.group === undefined),
      );
    });
    for (const group of groups) group.begin();
    for (const earlier of before ?? []) {
      const heir = this.instances.find((one) => isHeir(one.conf, earlier.conf));
      if (heir === undefined) earlier.stop();
      else {
        heir.inherit(earlier);
        earlier.retire();
      }
    }
    if (before !== undefined) for (const group of groups) group.inherit();
    for (const instance of this.instances) instance.begin(before !== undefined);
    this.#watch.run();
  }
}
