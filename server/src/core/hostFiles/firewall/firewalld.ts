/**
 * Zones of firewalld (firewalld.zone(5), firewalld.richlanguage(5)): what comes in by an interface or from a source of the
 * zone. Within a priority, rich rules that deny stand before those that allow, and the target is what is left. What goes
 * out is let through.
 */
import type { Range } from "../../text/range.ts";
import type { HostFileFacts } from "../facts.ts";
import type { Action, BaseChain, Chain, Match, Rule } from "./ruleset.ts";
import { protocolNumber, spanOf } from "./spans.ts";
import { type XmlElement, xmlElements } from "./xml.ts";

const zoneChain = "zone";
const inputChain = "input";

export function readFirewalldZone(text: string): HostFileFacts {
  const elements = xmlElements(text);
  const zone = elements.find(({ name, parent }) => name === "zone" && parent === undefined);
  if (zone === undefined) return [];
  const own = elements.filter(({ parent }) => parent === zone);
  const rules = own.flatMap((element) => ruleOf(element, elements)).sort((a, b) => a.order - b.order);
  const target = zone.attributes.get("target");
  const last: Rule = {
    matches: [],
    action: { kind: target?.text === "ACCEPT" ? "accept" : "drop" },
    start: target?.start ?? zone.start,
    end: target?.end ?? zone.end,
  };
  const chains: ReadonlyMap<string, Chain> = new Map([
    [inputChain, { rules: entriesOf(own, zone) }],
    [zoneChain, { rules: [...rules, last] }],
  ]);
  const base: BaseChain = {
    chain: inputChain,
    hook: "input",
    priority: 10,
    families: [4, 6],
    device: undefined,
    // What belongs to other zones they decide.
    policy: "unclear",
    start: zone.start,
    end: zone.end,
  };
  return [
    {
      kind: "firewall",
      ruleset: { families: [4, 6], isPartial: false, bases: [base], chains, tracksAll: true },
      start: 0,
      end: text.length,
    },
  ];
}

/** What leads into the zone: its interfaces and sources, or perhaps that it is the default for the rest. */
function entriesOf(own: readonly XmlElement[], { start, end }: Range): readonly Rule[] {
  const jump: Action = { kind: "jump", chain: zoneChain };
  const names = own.flatMap(({ name, attributes }) =>
    name === "interface" ? (attributes.get("name")?.text.replace(/\+$/, "*") ?? []) : [],
  );
  const interfaces: Match = { kind: "interface", side: "in", names, negated: false };
  const perhaps: Match = { kind: "perhaps" };
  return [
    ...(names.length === 0 ? [] : [{ matches: [interfaces], action: jump, start, end }]),
    { matches: [perhaps], action: jump, start, end },
  ];
}

interface Ordered extends Rule {
  readonly order: number;
}

/** Denials come first within a priority. */
const denies = -0.5;

function ruleOf(element: XmlElement, all: readonly XmlElement[]): readonly Ordered[] {
  const { name, start, end } = element;
  const accept: Action = { kind: "accept" };
  if (name === "protocol") return [{ matches: [protocolOf(element)], action: accept, start, end, order: 0 }];
  if (name === "service") return [{ matches: [serviceOf(element)], action: accept, start, end, order: 0 }];
  if (name !== "rule") return [];
  const inner = all.filter(({ parent }) => parent === element);
  const verb = inner.map((one) => verbs.get(one.name)).find((action) => action !== undefined);
  const priority = Number(element.attributes.get("priority")?.text ?? "0");
  if (verb === undefined || !Number.isFinite(priority)) return [];
  const matches = [...familyOf(element), ...inner.flatMap(innerMatch)];
  return [{ matches, action: verb, start, end, order: priority + (verb.kind === "drop" ? denies : 0) }];
}

const verbs: ReadonlyMap<string, Action> = new Map<string, Action>([
  ["accept", { kind: "accept" }],
  ["reject", { kind: "drop" }],
  ["drop", { kind: "drop" }],
]);

function familyOf({ attributes }: XmlElement): readonly Match[] {
  const family = attributes.get("family")?.text;
  if (family !== "ipv4" && family !== "ipv6") return [];
  return [{ kind: "family", family: family === "ipv4" ? 4 : 6, negated: false }];
}

/** What a part of a rich rule asks; parts that only log ask nothing. */
function innerMatch(element: XmlElement): readonly Match[] {
  switch (element.name) {
    case "protocol":
      return [protocolOf(element)];
    case "service":
      return [serviceOf(element)];
    case "port":
    case "source-port":
    case "forward-port":
    case "icmp-block":
    case "icmp-type":
    case "masquerade":
      return [{ kind: "never" }];
    case "source":
    case "destination":
      return [addressOf(element, element.name)];
    default:
      return [];
  }
}

function protocolOf({ attributes }: XmlElement): Match {
  const number = protocolNumber(attributes.get("value")?.text ?? "");
  return number === undefined ? { kind: "perhaps" } : { kind: "protocol", numbers: [number], negated: false };
}

/** Services that firewalld ships and that are ports only. */
const portServices = new Set(
  `cockpit dhcp dhcpv6 dhcpv6-client dns docker-swarm etcd-client etcd-server ftp galera git grafana http http3 https imap
  imaps ipp ipp-client kerberos ldap ldaps mdns memcache mongodb mountd mssql mysql nfs ntp pop3 pop3s postgresql
  prometheus puppetmaster redis rpc-bind rsyncd samba samba-client smtp smtps snmp snmptrap squid ssh syslog
  syslog-tls telnet tftp vnc-server zabbix-agent zabbix-server`.split(/\s+/),
);

function serviceOf({ attributes }: XmlElement): Match {
  return { kind: portServices.has(attributes.get("name")?.text ?? "") ? "never" : "perhaps" };
}

function addressOf({ attributes }: XmlElement, side: "source" | "destination"): Match {
  const span = spanOf(attributes.get("address")?.text ?? "");
  const negated = /^(?:true|yes|1)$/i.test(attributes.get("invert")?.text ?? "");
  return span === undefined ? { kind: "perhaps" } : { kind: "address", side, spans: [span], negated };
}
