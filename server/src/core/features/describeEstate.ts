/** What was made of the files, for people: clusters, their virtual routers and hosts, and why. */
import type { Cluster, Estate, Host, Member, VirtualRouter } from "../model/cluster/host.ts";
import type { Location } from "../schema/problem.ts";
import { unique } from "../text/lists.ts";
import { type Locale, say, type Text, text } from "../text/localized.ts";
import type { Range } from "../text/range.ts";

const words = {
  cluster: text("Cluster {0}", "集群 {0}"),
  single: text("Host {0}, in no cluster", "主机 {0}，不属于任何集群"),
  only: text("{0}", "{0}"),
  reads: text("reads {0}: {1}", "读取 {0}：{1}"),
  has: text("has {0}: {1}", "地址 {0}：{1}"),
  hasOn: text("has {0} on {2}: {1}", "地址 {0}（{2}）：{1}"),
  router: text("virtual router {0} for {1}", "虚拟路由器 {0}，VIP {1}"),
  member: text('{0}: "{1}", priority {2}', '{0}："{1}"，优先级 {2}'),
  memberOf: text('{0}: "{1}", VRID {3}, priority {2}', '{0}："{1}"，VRID {3}，优先级 {2}'),
  likewise: text("likewise", "同上"),
  because: text("together because", "归为一组的依据"),
  unknown: text("unknown", "未知"),
  none: text("No hosts: no file tells of one", "没有主机：没有文件说明任何主机"),
};

/** What a stretch of a line is, for an editor that gives it a colour. */
export type MarkKind = "name" | "file" | "number" | "reason";

/** A stretch of a line, and where in the files to find what it speaks of. */
export interface Mark extends Range {
  readonly kind: MarkKind;
  readonly target: { readonly uri: string; readonly location?: Location } | undefined;
}

export interface DescribedLine {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** What goes into one gap of a line. */
interface Part {
  readonly said: Text | string | number;
  readonly kind: MarkKind;
  readonly target?: Mark["target"];
}

interface Line {
  readonly depth: number;
  readonly template: Text;
  readonly parts: readonly Part[];
}

/** The lines of a text that tells of all clusters and hosts; `show` makes a path of a URI. */
export function describeEstate(
  estate: Estate,
  locale: Locale,
  show: (uri: string) => string,
): readonly DescribedLine[] {
  if (estate.hosts.length === 0) return [{ text: say(words.none, locale), marks: [] }];
  return estate.clusters.flatMap((cluster, index) => [
    ...(index === 0 ? [] : [{ text: "", marks: [] }]),
    ...describeCluster(cluster, show).map((line) => write(line, locale)),
  ]);
}

/** A line in the reader's language, with the places of what went into its gaps. */
function write({ depth, template, parts }: Line, locale: Locale): DescribedLine {
  let written = "  ".repeat(depth);
  const marks: Mark[] = [];
  // Every other piece is the number of a gap.
  for (const [at, piece] of say(template, locale)
    .split(/\{(\d)\}/)
    .entries()) {
    const part = at % 2 === 0 ? undefined : parts[Number(piece)];
    if (part === undefined) {
      written += piece;
      continue;
    }
    const { said, kind, target } = part;
    const start = written.length;
    written += typeof said === "object" ? say(said, locale) : String(said);
    marks.push({ start, end: written.length, kind, target });
  }
  return { text: written, marks };
}

function describeCluster({ name, hosts, routers }: Cluster, show: (uri: string) => string): readonly Line[] {
  const isAlone = hosts.length === 1;
  const title: Part = { said: name, kind: "name" };
  return [
    { depth: 0, template: isAlone ? words.single : words.cluster, parts: [title] },
    ...routers.flatMap(describeRouter),
    ...hosts.flatMap((host) => describeHost(host, isAlone, show)),
  ];
}

function describeHost(host: Host, isAlone: boolean, show: (uri: string) => string): readonly Line[] {
  const depth = isAlone ? 1 : 2;
  return [
    ...(isAlone ? [] : [{ depth: 1, template: words.only, parts: [namePart(host)] }]),
    ...host.files.map(({ uri, reason }, at): Line => {
      const file: Part = { said: show(uri), kind: "file", target: { uri } };
      const said = host.files[at - 1]?.reason.en === reason.en ? words.likewise : reason;
      return { depth, template: words.reads, parts: [file, { said, kind: "reason" }] };
    }),
    ...host.addresses.map((address): Line => {
      const parts: readonly Part[] = [
        { said: address.text, kind: "number", target: targetOf(address.at) },
        { said: address.reason, kind: "reason" },
      ];
      const on = address.interface;
      return on === undefined
        ? { depth, template: words.has, parts }
        : { depth, template: words.hasOn, parts: [...parts, { said: on, kind: "number" }] };
    }),
  ];
}

function describeRouter({ members, reasons }: VirtualRouter): readonly Line[] {
  const ids = unique(members.map(idOf));
  const addresses = unique(members.flatMap(({ instance }) => instance.addresses.map((one) => one.text)));
  const template = ids.length === 1 ? words.member : words.memberOf;
  return [
    {
      depth: 1,
      template: words.router,
      parts: [
        { said: ids.join(" / "), kind: "number" },
        { said: addresses.join(", ") || "–", kind: "number" },
      ],
    },
    ...members.map((member): Line => ({ depth: 2, template, parts: memberParts(member) })),
    ...(reasons.length === 0 ? [] : [{ depth: 2, template: words.because, parts: [] }]),
    ...reasons.map((said): Line => ({ depth: 3, template: words.only, parts: [{ said, kind: "reason" }] })),
  ];
}

function memberParts(member: Member): readonly Part[] {
  const { host, instance } = member;
  const { priority, virtualRouterId } = instance;
  return [
    namePart(host),
    { said: instance.name, kind: "name", target: targetOf(instance.at) },
    { said: priority?.value ?? words.unknown, kind: "number", target: targetOf(priority?.at) },
    { said: idOf(member), kind: "number", target: targetOf(virtualRouterId?.at) },
  ];
}

function namePart({ name }: Host): Part {
  return { said: name, kind: "name" };
}

function idOf({ instance }: Member): string {
  return String(instance.virtualRouterId?.value ?? "?");
}

function targetOf(location: Location | undefined): Mark["target"] {
  return location === undefined ? undefined : { uri: location.source.uri, location };
}
