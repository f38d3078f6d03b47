/** What happens, in sentences, each with the lines that make it happen. */
import type { StatedAddress, Tracker } from "../../model/facts.ts";
import type { Location } from "../../schema/problem.ts";
import { fill, list, type Text, text } from "../../text/localized.ts";
import type { Advert, Refusal } from "./advert.ts";
import type { Check } from "./check.ts";
import { whyDeaf } from "./deaf.ts";
import type { Instance } from "./instance.ts";
import type { Node } from "./node.ts";

const messages = {
  begins: text("{0} starts as BACKUP and waits {1} for adverts", "{0} 以 BACKUP 启动，等待通告 {1}"),
  beginsAsOwner: text("{0} starts as the owner of the address and does not wait", "{0} 作为地址所有者启动，无需等待"),
  doesNotStart: text("keepalived does not run on {0}: {1}", "{0} 上的 keepalived 无法运行：{1}"),
  lacksSource: text("{0} stays in FAULT: the host does not have its source {1}", "{0} 处于 FAULT：主机没有源地址 {1}"),
  takesOver: text(
    "{0} has heard no advert for {1}: it takes over with priority {2}",
    "{0} 已有 {1} 未收到通告：以优先级 {2} 接管",
  ),
  takesOverDeaf: text(
    "{0} has heard no advert that counts for {1}: it takes over with priority {2}",
    "{0} 已有 {1} 未收到有效通告：以优先级 {2} 接管",
  ),
  takesOverAtOnce: text("{0} takes over with priority {1}", "{0} 以优先级 {1} 接管"),
  takesOverSoon: text(
    "{0} waits its skew of {1} and takes over with priority {2}",
    "{0} 等待偏移时间 {1} 后，以优先级 {2} 接管",
  ),
  resigns: text("{0} gives the addresses up and says so with priority 0", "{0} 放弃地址，并以优先级 0 通告"),
  hears0: text("{0} hears that {1} gives the addresses up", "{0} 得知 {1} 放弃了地址"),
  givesWay: text("{0} ({1}) hears {2} ({3}) and gives way", "{0}（{1}）收到 {2}（{3}）的通告，让出"),
  givesWayByAddress: text(
    "{0} hears {1} with the same priority and a higher address, and gives way",
    "{0} 收到优先级相同、地址更大的 {1} 的通告，让出",
  ),
  insists: text("{0} ({1}) hears {2} ({3}) and stays", "{0}（{1}）收到 {2}（{3}）的通告，保持不变"),
  obeys: text("{0} ({1}) hears {2} ({3}) and stays BACKUP", "{0}（{1}）收到 {2}（{3}）的通告，保持 BACKUP"),
  obeysEqual: text(
    "{0} has the same priority {1} as {2}: that is not enough to take the addresses from it",
    "{0} 与 {2} 的优先级同为 {1}：不足以夺取地址",
  ),
  disregards: text(
    "{0} ({1}) hears {2} ({3}), does not count it and lets its timer run out",
    "{0}（{1}）收到 {2}（{3}）的通告，不予理会，等待计时器到期",
  ),
  nopreempt: text(
    "{0} ({1}) leaves the addresses to {2} ({3}): nopreempt",
    "{0}（{1}）把地址留给 {2}（{3}）：nopreempt",
  ),
  preemptDelay: text(
    "{0} ({1}) leaves the addresses to {2} ({3}) for preempt_delay",
    "{0}（{1}）在 preempt_delay 期间把地址留给 {2}（{3}）",
  ),
  refuses: text("{0} drops the adverts of {1}: {2}", "{0} 丢弃 {1} 的通告：{2}"),
  owners: text(
    "{0} and {1} both claim to own the address: {0} goes down to 254",
    "{0} 与 {1} 都声称拥有该地址：{0} 降为 254",
  ),
  recovers: text("{0} is well again: BACKUP, and waits {1}", "{0} 恢复正常：转为 BACKUP，等待 {1}"),
  waitsForGroup: text(
    '{0} would take over, but its sync group "{1}" is not ready',
    '{0} 本可接管，但同步组"{1}"尚未就绪',
  ),
  followsGroup: text('{0} follows {1} in the sync group "{2}"', '{0} 在同步组"{2}"中跟随 {1}'),
  fails: text('"{0}" fails on {1}: {2} goes to FAULT', '{1} 上"{0}"失败：{2} 进入 FAULT'),
  linkFails: text("{0} is down on {1}: {2} goes to FAULT", "{1} 的 {0} 断开：{2} 进入 FAULT"),
  weighs: text('"{0}" changes the priority of {1} from {2} to {3}', '"{0}"使 {1} 的优先级从 {2} 变为 {3}'),
  checkFails: text(
    '"{0}" fails on {1} after {2} bad runs, one every {3}',
    '{1} 上"{0}"连续失败 {2} 次（每 {3} 一次），判为失败',
  ),
  checkWorks: text('"{0}" works on {1} again', '{1} 上"{0}"恢复正常'),
  ignores: text('The weight of "{0}" counts for nothing in {1}', '"{0}"的权重对 {1} 不起作用'),
  alsoHeld: text("{0} and {1} hold {2} at the same time", "{0} 与 {1} 同时持有 {2}"),
  alsoHeldAs: text("{0} and {1} hold {2} at the same time: {3}", "{0} 与 {1} 同时持有 {2}：{3}"),
  dropped: text("The firewall of {0} drops the adverts", "{0} 的防火墙丢弃通告"),
  noMulticast: text(
    "The network of {0} carries no multicast: nobody hears {1}",
    "{0} 所在网络不支持组播：没有人能收到 {1} 的通告",
  ),
};

export const tell = {
  begins(one: Instance, wait: number): void {
    const { conf } = one;
    const because = places(conf.priority?.at, conf.advertInterval?.at);
    if (wait === 0) say(one, fill(messages.beginsAsOwner, nameOf(one)), because);
    else say(one, fill(messages.begins, nameOf(one), shown(wait)), because);
  },
  doesNotStart(node: Node, { text: why, because }: Refusal): void {
    node.recorder.explain(node, undefined, fill(messages.doesNotStart, node.scene.host.name, why), because);
  },
  lacksSource(one: Instance, { text: source, at }: StatedAddress): void {
    say(one, fill(messages.lacksSource, nameOf(one), source), [at]);
  },
  takesOver(one: Instance, cause: "silence" | "resigned", waited: number, disregards: boolean): void {
    const { conf, priority } = one;
    const own = nameOf(one);
    const because = places(conf.priority?.at, cause === "silence" ? conf.advertInterval?.at : undefined);
    const silent = disregards ? messages.takesOverDeaf : messages.takesOver;
    const message = cause === "silence" ? silent : messages.takesOverSoon;
    if (waited === 0) say(one, fill(messages.takesOverAtOnce, own, priority), because);
    else say(one, fill(message, own, shown(waited), priority), because);
  },
  resigns(one: Instance): void {
    say(one, fill(messages.resigns, nameOf(one)), []);
  },
  hearsResignation(one: Instance, advert: Advert): void {
    say(one, fill(messages.hears0, nameOf(one), senderOf(one, advert)), []);
  },
  givesWay(one: Instance, advert: Advert): void {
    const sender = senderOf(one, advert);
    const message =
      advert.priority === one.priority
        ? fill(messages.givesWayByAddress, nameOf(one), sender)
        : fill(messages.givesWay, nameOf(one), one.priority, sender, advert.priority);
    say(one, message, prioritiesOf(one, advert));
  },
  insists(one: Instance, advert: Advert): void {
    const message = fill(messages.insists, nameOf(one), one.priority, senderOf(one, advert), advert.priority);
    once(one, message, prioritiesOf(one, advert));
  },
  /** Only where it is not what everybody expects: a priority that has fallen, or an equal one. */
  obeys(one: Instance, advert: Advert): void {
    if (advert.priority === one.priority) {
      const message = fill(messages.obeysEqual, nameOf(one), one.priority, senderOf(one, advert));
      once(one, message, prioritiesOf(one, advert));
    } else if (advert.priority !== advert.conf.priority?.value) {
      const message = fill(messages.obeys, nameOf(one), one.priority, senderOf(one, advert), advert.priority);
      once(one, message, prioritiesOf(one, advert));
    }
  },
  disregards(one: Instance, advert: Advert): void {
    const message = fill(messages.disregards, nameOf(one), one.priority, senderOf(one, advert), advert.priority);
    once(one, message, prioritiesOf(one, advert));
  },
  waits(one: Instance, advert: Advert, preemptsAt: number | undefined): void {
    const { conf } = one;
    const message = preemptsAt === undefined ? messages.nopreempt : messages.preemptDelay;
    const because = preemptsAt === undefined ? places(conf.nopreempt) : places(conf.preemptDelay?.at);
    once(one, fill(message, nameOf(one), one.priority, senderOf(one, advert), advert.priority), because);
  },
  refuses(one: Instance, advert: Advert, { text: why, because }: Refusal): void {
    once(one, fill(messages.refuses, nameOf(one), senderOf(one, advert), why), because);
  },
  sharesOwnership(one: Instance, advert: Advert): void {
    say(one, fill(messages.owners, nameOf(one), senderOf(one, advert)), prioritiesOf(one, advert));
  },
  recovers(one: Instance, wait: number): void {
    if (one.state === "BACKUP") say(one, fill(messages.recovers, nameOf(one), shown(wait)), []);
  },
  waitsForGroup(one: Instance): void {
    const { group } = one;
    if (group !== undefined) once(one, fill(messages.waitsForGroup, nameOf(one), group.fact.name), [group.fact.at]);
  },
  followsGroup(one: Instance, other: Instance): void {
    const { group } = one;
    if (group === undefined) return;
    say(one, fill(messages.followsGroup, nameOf(one), other.conf.name, group.fact.name), [group.fact.at]);
  },
  /** A tracker, or a link that addresses are on, fails. */
  fails(one: Instance, tracker: Tracker | undefined, link?: string): void {
    const { name } = one.node.scene.host;
    const on = link ?? one.conf.interface?.value ?? "";
    const device = one.conf.addresses.find((each) => each.interface !== undefined && each.interface === link);
    const isLink = tracker === undefined || tracker.kind === "interface";
    const message = fill(isLink ? messages.linkFails : messages.fails, tracker?.name ?? on, name, one.conf.name);
    say(one, message, places(tracker?.at ?? device?.at ?? one.conf.interface?.at));
  },
  weighs(one: Instance, tracker: Tracker, before: number): void {
    const message = fill(messages.weighs, tracker.name, nameOf(one), before, one.priority);
    say(one, message, places(tracker.weightAt ?? tracker.at, one.conf.priority?.at));
  },
  judges(node: Node, check: Check): void {
    const { name, script, verdict } = check;
    const host = node.scene.host.name;
    const message =
      verdict === "up"
        ? fill(messages.checkWorks, name, host)
        : fill(messages.checkFails, name, host, script.fall, shown(1000 * script.interval));
    node.recorder.explain(node, undefined, message, [script.at]);
  },
  ignoresWeight(one: Instance, tracker: Tracker): void {
    say(one, fill(messages.ignores, tracker.name, nameOf(one)), places(tracker.weightAt ?? tracker.at));
  },
  alsoHeld(node: Node, one: Instance, address: StatedAddress, others: readonly Node[]): void {
    const [other] = others;
    if (other === undefined) return;
    const why = whyDeaf(other, one, address.address);
    const names = [other.scene.host.name, node.scene.host.name, address.text] as const;
    const message =
      why === undefined ? fill(messages.alsoHeld, ...names) : fill(messages.alsoHeldAs, ...names, why.text);
    say(one, message, why?.because ?? []);
  },
  dropped(node: Node, one: Instance, at: Location): void {
    once(one, fill(messages.dropped, node.scene.host.name), [at]);
  },
  noMulticast(one: Instance): void {
    once(one, fill(messages.noMulticast, one.conf.interface?.value ?? "", nameOf(one)), places(one.conf.interface?.at));
  },
};

const units = { seconds: text("{0} s", "{0} 秒"), milliseconds: text("{0} ms", "{0} 毫秒") };

/** A length of time as people say it: `3.61 s`, `609 ms`. */
export function shown(milliseconds: number): Text {
  if (milliseconds >= 1000) return fill(units.seconds, Number((milliseconds / 1000).toFixed(2)));
  return fill(units.milliseconds, Math.round(milliseconds));
}

/** The host, and the instance where the host has several. */
function nameOf({ node, conf }: Instance): string {
  const { host } = node.scene;
  return host.facts.instances.length === 1 ? host.name : `${host.name} ${conf.name}`;
}

function senderOf(one: Instance, { conf }: Advert): string {
  return one.node.nameOf(conf);
}

function prioritiesOf({ conf }: Instance, advert: Advert): readonly Location[] {
  return places(conf.priority?.at, advert.conf.priority?.at);
}

function places(...all: readonly (Location | undefined)[]): readonly Location[] {
  return all.flatMap((one) => one ?? []);
}

function say(one: Instance, message: Text, because: readonly Location[]): void {
  one.node.recorder.explain(one.node, one, message, because);
}

function once(one: Instance, message: Text, because: readonly Location[]): void {
  one.node.recorder.explainOnce(one.node, one, message, because);
}

/** Hosts in a sentence. */
export function hostNames(hosts: readonly { readonly name: string }[]): Text {
  return hosts.length === 0 ? text("nobody", "无人") : list(hosts.map(({ name }) => name));
}
