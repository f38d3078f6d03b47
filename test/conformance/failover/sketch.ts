/**
 * What the files of a node say about the scene in which it plays: interfaces, addresses, times. Read roughly, as it
 * only has to set the scene; the daemon reads the files itself.
 */
import { keepalived } from "../../../server/src/core/languages/keepalived/index.ts";
import type { Item, Statement } from "../../../server/src/core/syntax/ast.ts";
import type { LabNode } from "./scenario.ts";

export interface SketchAddress {
  readonly address: string;
  /** Absent where the file gives none. */
  readonly prefix: number | undefined;
  readonly interface: string;
}

export interface InstanceSketch {
  readonly name: string;
  readonly interface: string;
  readonly routerId: string;
  readonly addresses: readonly SketchAddress[];
  readonly source: string | undefined;
  readonly peers: readonly string[];
  /** How long its slowest election takes, in milliseconds. */
  readonly election: number;
}

export interface Sketch {
  readonly instances: readonly InstanceSketch[];
  /** Names of check scripts. */
  readonly scripts: readonly string[];
  /** The longest time that a check script takes to change its mind, in milliseconds. */
  readonly checks: number;
}

interface Defaults {
  readonly version: number;
  readonly adverts: number;
  readonly interface: string;
}

/** The daemon's own default where no file names an interface (keepalived/core/global_data.c). */
const usualInterface = "eth0";
/** Nobody waits longer for what a file delays: it bounds `preempt_delay` and slow checks, in milliseconds. */
const longest = 10_000;

/** Reads the files that a node's daemon may read. */
export function sketchOf(node: LabNode): Sketch {
  const texts = [...node.files].filter(([path]) => isForDaemon(node, path)).map(([, text]) => text);
  const definitions = definitionsIn(texts);
  const roots = texts.flatMap((text) => statementsIn(keepalived.parse(text).items, node.name));
  const read = (statement: Statement) => wordsOf(statement, definitions);
  const globals = roots.filter((one) => read(one)[0] === "global_defs");
  const global = (name: string) => globals.map((one) => find(one, node.name, read, name)?.[1]).find(Boolean);
  const defaults: Defaults = {
    version: Number(global("vrrp_version") ?? 2),
    adverts: Number(global("vrrp_down_timer_adverts") ?? 3),
    interface: global("default_interface") ?? usualInterface,
  };
  const instances = roots
    .filter((one) => read(one)[0] === "vrrp_instance")
    .map((one) => instanceOf(one, node.name, read, defaults));
  const scripts = roots.filter((one) => read(one)[0] === "vrrp_script");
  const checks = scripts.map((one) => checkTime(one, node.name, read));
  const delay = seconds(global("vrrp_startup_delay"), 0);
  const names = scripts.map((one) => read(one)[1] ?? "");
  return { instances, scripts: names, checks: Math.min(longest, Math.max(0, delay, ...checks)) };
}

/** Whether a file is, or may be included by, a keepalived.conf. */
export function isForDaemon(node: LabNode, path: string): boolean {
  return (
    path === node.main || (path.endsWith(".conf") && keepalived.recognise(`/${path}`, node.files.get(path) ?? "") > 0)
  );
}

/** The statements that a host reads, outermost only. */
export function statementsIn(items: readonly Item[], id: string): Statement[] {
  return items.filter((item) => item.kind === "statement").filter(({ condition }) => isRead(condition?.value, id));
}

type Read = (statement: Statement) => readonly string[];

function instanceOf(block: Statement, id: string, read: Read, defaults: Defaults): InstanceSketch {
  const of = (name: string) => find(block, id, read, name);
  const device = of("interface")?.[1] ?? defaults.interface;
  const version = Number(of("version")?.[1] ?? defaults.version);
  const interval = seconds(of("advert_int")?.[1], 1);
  const adverts = Number(of("down_timer_adverts")?.[1] ?? defaults.adverts) || 3;
  const skew = version === 3 ? interval : 1000;
  return {
    name: read(block)[1] ?? "",
    interface: device,
    routerId: of("virtual_router_id")?.[1] ?? "",
    addresses: ["virtual_ipaddress", "virtual_ipaddress_excluded"].flatMap((list) =>
      linesOf(block, id, read, list).map((words) => addressOf(words, device)),
    ),
    source: of("unicast_src_ip")?.[1],
    peers: linesOf(block, id, read, "unicast_peer").map(([peer = ""]) => peer),
    election: adverts * interval + skew + Math.min(longest, seconds(of("preempt_delay")?.[1], 0)),
  };
}

/** The time after which a check script that fails, or works again, is believed (keepalived/vrrp/vrrp_parser.c). */
function checkTime(block: Statement, id: string, read: Read): number {
  const of = (name: string) => Number(find(block, id, read, name)?.[1] ?? 1) || 1;
  return 1000 * of("interval") * (Math.max(of("fall"), of("rise")) + 1);
}

function addressOf(words: readonly string[], device: string): SketchAddress {
  const [address = "", prefix] = (words[0] ?? "").split("/");
  const at = words.indexOf("dev");
  return {
    address,
    prefix: prefix === undefined ? undefined : Number(prefix),
    interface: at === -1 ? device : (words[at + 1] ?? device),
  };
}

function find(block: Statement, id: string, read: Read, name: string): readonly string[] | undefined {
  return statementsIn(block.block?.items ?? [], id)
    .map(read)
    .find((words) => words[0] === name);
}

function linesOf(block: Statement, id: string, read: Read, name: string): (readonly string[])[] {
  return statementsIn(block.block?.items ?? [], id)
    .filter((one) => read(one)[0] === name)
    .flatMap((one) => statementsIn(one.block?.items ?? [], id).map(read));
}

/** `@id` reads a line on that host, `@^id` on every other (keepalived.conf(5), Conditional configuration). */
function isRead(condition: string | undefined, id: string): boolean {
  if (condition === undefined) return true;
  const name = condition.replace(/^@/, "");
  return name.startsWith("^") ? name.slice(1) !== id : name === id;
}

function definitionsIn(texts: readonly string[]): ReadonlyMap<string, string> {
  const lines = texts.flatMap((text) => [...text.matchAll(/^\s*\$(\w+)=[ \t]*(.*?)[ \t]*$/gm)]);
  return new Map(lines.map(([, name = "", value = ""]) => [name, value]));
}

function wordsOf(statement: Statement, definitions: ReadonlyMap<string, string>): readonly string[] {
  return statement.words.map(({ value }) =>
    value.replace(/\$(?:\{(\w+)\}|(\w+))/g, (all, braced?: string, plain?: string) => {
      return definitions.get(braced ?? plain ?? "") ?? all;
    }),
  );
}

/** Milliseconds of a word in seconds. */
function seconds(word: string | undefined, otherwise: number): number {
  const number = Number.parseFloat(word ?? "");
  return 1000 * (Number.isFinite(number) ? number : otherwise);
}
