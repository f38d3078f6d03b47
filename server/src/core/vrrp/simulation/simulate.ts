/**
 * A discrete-event simulation of keepalived's VRRP on several hosts: pure and deterministic. The same scene and events
 * give the same timeline. Times in milliseconds.
 */
import type { Host } from "../../model/cluster/host.ts";
import type { VrrpInstance } from "../../model/facts.ts";
import { sameAddress } from "../../net/address.ts";
import { fill, type Text, text } from "../../text/localized.ts";
import type { Advert } from "./advert.ts";
import { Clock } from "./clock.ts";
import { groupKey } from "./deaf.ts";
import type { EventKind, SimulationEvent } from "./events.ts";
import { filesDrop } from "./filter.ts";
import type { Instance } from "./instance.ts";
import { Node } from "./node.ts";
import { preemptDelayOf } from "./preemption.ts";
import { Recorder } from "./recorder.ts";
import { carriesMulticast, isCalled, linksOf, type Scene } from "./scene.ts";
import { tell } from "./tell.ts";
import type { Timeline } from "./timeline.ts";

/** Milliseconds that nobody controls, by which one run differs from another. */
export interface Nuances {
  /** How much later each host's daemon starts, by the number of the host. */
  readonly startDelay: (index: number) => number;
  /** How long the network takes to tell of a link that comes up. */
  readonly linkDelay: number;
}

/** An advert that leaves a host, whoever hears it. */
export interface LeavingAdvert {
  readonly t: number;
  readonly host: Host;
  readonly virtualRouterId: number | undefined;
  readonly priority: number;
}

/** All that nobody controls is equal, and takes no time. */
const exact: Nuances = { startDelay: () => 0, linkDelay: 0 };

/** How long an advert is on its way. */
const travel = 0.1;
/** No simulation goes on beyond this, whatever still changes; in milliseconds. */
export const longest = 3_600_000;
/** Nor beyond so many things that happen, with and without a given end: a bound for files with tiny intervals. */
const mostSteps = { given: 2_000_000, open: 400_000 };
/** What has not settled after so many times of the time that settling may take never does. */
const mostSettlings = 20;

const endings = {
  restless: text("It never settles: who holds addresses goes on changing", "始终无法稳定：地址持有者不断变化"),
  crowded: text("The simulation ends here: too much happens at these intervals", "模拟到此为止：间隔过短，事件过多"),
};

const happenings: Readonly<Record<EventKind, Text>> = {
  "power-off": text("{0} loses power", "{0} 断电"),
  "power-on": text("{0} is switched on", "{0} 上电"),
  crash: text("keepalived is killed on {0}; its addresses stay", "{0} 上的 keepalived 被杀死；地址仍在"),
  stop: text("keepalived is stopped on {0}", "{0} 上的 keepalived 被停止"),
  start: text("keepalived is started on {0}", "{0} 上的 keepalived 启动"),
  freeze: text("keepalived stands still on {0}", "{0} 上的 keepalived 停滞"),
  thaw: text("keepalived goes on on {0}", "{0} 上的 keepalived 恢复运行"),
  "link-down": text("{1} of {0} goes down", "{0} 的 {1} 断开"),
  "link-up": text("{1} of {0} comes up", "{0} 的 {1} 恢复"),
  detach: text("{1} of {0} is cut off from the network", "{0} 的 {1} 与网络隔断"),
  attach: text("{1} of {0} is back on the network", "{0} 的 {1} 重新接入网络"),
  "script-fail": text('"{1}" begins to fail on {0}', '{0} 上"{1}"开始失败'),
  "script-ok": text('"{1}" finds all well on {0}', '{0} 上"{1}"检查正常'),
  "drop-vrrp": text("A firewall on {0} drops adverts ({1})", "{0} 的防火墙丢弃通告（{1}）"),
  "allow-vrrp": text("No firewall on {0} drops adverts any more", "{0} 的防火墙不再丢弃通告"),
  reload: text("keepalived reads {1} on {0}", "{0} 上的 keepalived 读取 {1}"),
};

const actions: Readonly<Record<EventKind, (node: Node, argument: string, event: SimulationEvent) => void>> = {
  "power-off": (node) => node.powerOff(),
  "power-on": (node) => node.powerOn(),
  crash: (node) => node.crash(),
  stop: (node) => node.stop(),
  start: (node) => node.start(),
  freeze: (node) => node.freeze(),
  thaw: (node) => node.thaw(),
  "link-down": (node, name) => node.setLink(name, false),
  "link-up": (node, name) => node.setLink(name, true),
  detach: (node, name) => node.attach(name, false),
  attach: (node, name) => node.attach(name, true),
  "script-fail": (node, name) => node.setCheck(name, false),
  "script-ok": (node, name) => node.setCheck(name, true),
  "drop-vrrp": (node, direction) => node.drops.add(direction === "out" ? "out" : "in"),
  "allow-vrrp": (node) => node.drops.clear(),
  reload: (node, _file, { facts }) => node.reload(facts ?? node.scene.facts),
};

/**
 * Runs it once, with the nuances given. `until` is its end; without it, it ends when nothing changes any more. `overhear`
 * is told of every advert.
 */
export function runOnce(
  scene: Scene,
  events: readonly SimulationEvent[],
  until: number | undefined,
  nuances: Nuances = exact,
  overhear: (advert: LeavingAdvert) => void = () => {},
): Timeline {
  const clock = new Clock();
  const recorder = new Recorder(clock);
  const network = networkOf(scene, clock, overhear);
  const { linkDelay } = nuances;
  const nodes = scene.hosts.map(
    (host, index) => new Node(host, index, { clock, recorder, linkDelay, ...network.services }),
  );
  network.join(nodes);
  for (const node of nodes) {
    recorder.introduce(node);
    clock.at(node.scene.startsAt + nuances.startDelay(node.index), () => node.start());
  }
  for (const event of events) {
    const node = nodes.find(({ scene: { host } }) => isCalled(host, event.host));
    if (node === undefined) continue;
    clock.at(event.at, () => {
      const { argument = "" } = event;
      recorder.explain(node, undefined, fill(happenings[event.kind], node.scene.host.name, argument), []);
      actions[event.kind](node, argument, event);
    });
  }
  const last = Math.max(0, ...events.map(({ at }) => at), ...scene.hosts.map(({ startsAt }) => startsAt));
  const quiet = settlingTime(scene, events);
  const latest = Math.min(longest, until ?? last + mostSettlings * quiet);
  let end = Math.min(latest, until ?? last + quiet);
  let left = until === undefined ? mostSteps.open : mostSteps.given;
  while (left > 0 && clock.step(end)) {
    left--;
    if (until === undefined) end = Math.min(latest, Math.max(last, recorder.lastChange) + quiet);
  }
  if (left === 0) {
    end = clock.now;
    recorder.explain(undefined, undefined, endings.crowded, []);
  } else if (until === undefined && end === latest && recorder.lastChange > latest - quiet) {
    recorder.explain(undefined, undefined, endings.restless, []);
  }
  const { virtualAddresses, instances, explanations } = recorder;
  return { virtualAddresses, instances, explanations, races: [], until: end };
}

/** As long as nothing may change before something does: the slowest election, check and delay that files allow. */
function settlingTime({ hosts }: Scene, events: readonly SimulationEvent[]): number {
  const facts = [...hosts.map((host) => host.facts), ...events.flatMap((event) => event.facts ?? [])];
  const instances = facts.flatMap((one) => one.instances);
  const interval = Math.max(1, ...instances.map(({ advertInterval }) => 1000 * (advertInterval?.value ?? 1)));
  const times = instances.map((one) => {
    const checks = one.trackers.flatMap(({ script }) =>
      script === undefined ? [] : [1000 * script.interval * (Math.max(script.rise, script.fall) + 1)],
    );
    const skewed = Math.max(interval, 1000);
    const delays = preemptDelayOf(one) + 1000 * one.startupDelay;
    return one.missedAdverts * interval + skewed + delays + Math.max(0, ...checks);
  });
  return Math.max(1000, ...times) + interval;
}

interface Connected {
  readonly services: { deliver(from: Instance, advert: Advert): void; find(conf: VrrpInstance): Node | undefined };
  join(nodes: readonly Node[]): void;
}

/** Carries adverts from host to host. */
function networkOf(scene: Scene, clock: Clock, overhear: (advert: LeavingAdvert) => void): Connected {
  const linkOf = linksOf(scene);
  let nodes: readonly Node[] = [];
  const isOneLink = (a: { node: Node; on: string }, b: { node: Node; on: string }) =>
    linkOf(a.node.scene.host, a.on) === linkOf(b.node.scene.host, b.on);

  /** Whether an instance's socket is one that the advert comes to (vrrp_scheduler.c: vrrp_create_sockpool). */
  function listens(to: Instance, from: Instance, { conf, destination }: Advert): boolean {
    const [on, theirs] = [to.conf.interface?.value, conf.interface?.value];
    if (to.conf.virtualRouterId?.value !== conf.virtualRouterId?.value || to.conf.family !== conf.family) return false;
    if (on === undefined || theirs === undefined || to.conf.isUnicast !== conf.isUnicast) return false;
    if (destination === undefined) {
      return groupKey(to.conf) === groupKey(conf) && isOneLink({ node: to.node, on }, { node: from.node, on: theirs });
    }
    const own = to.node.sourceOf(to);
    return own !== undefined && sameAddress(own, destination);
  }

  function deliver(from: Instance, advert: Advert): void {
    if (!from.node.canSend(from) || from.node.drops.has("out")) return;
    const { virtualRouterId } = from.conf;
    const { host } = from.node.scene;
    overhear({ t: clock.now, host, virtualRouterId: virtualRouterId?.value, priority: advert.priority });
    if (!from.node.isReachable(from)) return;
    if (advert.destination === undefined && !carriesMulticast(scene, from.node.scene, advert.conf.interface?.value)) {
      tell.noMulticast(from);
      return;
    }
    const dropped = filesDrop(from.node, "out", advert);
    if (dropped !== undefined) {
      tell.dropped(from.node, from, dropped);
      return;
    }
    for (const node of nodes) {
      if (node === from.node) continue;
      clock.at(clock.now + travel, () => {
        if (node.drops.has("in")) return;
        for (const to of node.instances) {
          if (!listens(to, from, advert) || !node.isReachable(to)) continue;
          const at = filesDrop(node, "in", advert);
          if (at === undefined) node.receive(to, advert);
          else tell.dropped(node, to, at);
        }
      });
    }
  }

  return {
    services: { deliver, find: (conf) => nodes.find((node) => node.instances.some((one) => one.conf === conf)) },
    join(all) {
      nodes = all;
    },
  };
}
