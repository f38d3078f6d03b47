/** The clusters of the scenarios: two hosts with one service, of whose files a scenario only says what is special. */
import type { LabAction, LabAddress, LabNode, LabScenario } from "../scenario.ts";

/** A scenario whose end is known. */
export interface JudgedScenario extends LabScenario {
  /**
   * Who holds an address before the first event and after each: a node's name, several joined by "and", or "nobody";
   * "anybody" where it is a matter of moments. Events wait until all is quiet.
   */
  readonly courses: Readonly<Record<string, readonly string[]>>;
  /** Why it ends one way or the other: then nothing of it is expected but that the engine says so. */
  readonly race?: string;
  /** Why the engine is not asked. */
  readonly beyond?: string;
  /** Why the times of takeovers are not compared. */
  readonly untimed?: string;
  /** States of the service at the end, by node; those of other nodes are not looked at. */
  readonly states?: Readonly<Record<string, string>>;
}

export interface HostText {
  readonly priority?: number;
  /** Lines of `global_defs`. */
  readonly global?: string;
  /** Blocks of their own. */
  readonly blocks?: string;
  /** Lines of the instance; those that repeat a line of every cluster take its place. */
  readonly instance?: string;
  /** The addresses of the service. */
  readonly virtual?: readonly string[];
  /** Further files, by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly addresses?: readonly LabAddress[];
  readonly delay?: number;
}

/** The instance of every cluster. */
export const service = "web";

/** What every cluster keeps available, where the scenario says nothing else. */
export const address = "192.0.2.10";

const main = "etc/keepalived/keepalived.conf";
/** No scenario is that long; a machine may be slow. */
const longest = 60_000;

/** Two hosts (or more); the first has priority 150 and the others 100, where nothing else is said. */
export function cluster(
  name: string,
  hosts: Readonly<Record<string, HostText | string>>,
  events: readonly LabAction[],
  courses: JudgedScenario["courses"] | readonly string[],
): JudgedScenario {
  return {
    name,
    nodes: Object.entries(hosts).map(([host, text], index) => nodeOf(host, text, index === 0 ? 150 : 100)),
    events: events.map((event) => ({ ...event, at: "settled" })),
    duration: longest,
    courses: isList(courses) ? { [address]: courses } : courses,
  };
}

/** The cluster's file for a host. */
export function fileOf(text: HostText, priority: number): string {
  const { global = "", blocks = "", instance = "", virtual = [`${address}/24`] } = text;
  const usual = ["interface eth0", "virtual_router_id 51", `priority ${text.priority ?? priority}`, "advert_int 0.2"];
  const lines = instance.split("\n").map((line) => line.trim());
  const kept = usual.filter((line) => !lines.some((one) => one.startsWith(`${line.split(" ")[0]} `)));
  return `global_defs {
  ${global.includes("vrrp_version") ? "" : "vrrp_version 3"}
  ${global}
}
${blocks}
vrrp_instance ${service} {
  ${[...kept, ...lines].join("\n  ")}
  virtual_ipaddress {
    ${virtual.join("\n    ")}
  }
}
`;
}

function nodeOf(name: string, said: HostText | string, priority: number): LabNode {
  if (typeof said === "string") return { name, main, files: new Map([[main, said]]), addresses: [] };
  const { files = {}, addresses = [], delay } = said;
  return {
    name,
    main,
    files: new Map([[main, fileOf(said, priority)], ...Object.entries(files)]),
    addresses,
    ...(delay === undefined ? {} : { delay }),
  };
}

function isList(courses: JudgedScenario["courses"] | readonly string[]): courses is readonly string[] {
  return Array.isArray(courses);
}
