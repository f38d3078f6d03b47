/** The smallest valid configuration around a line or a part of one: whatever the daemon reports is about that alone. */
import { atLeast } from "../../../server/src/core/text/version.ts";

interface Kind {
  /** Lines that the section needs; one gives way to the line under test of the same keyword. */
  readonly needs: readonly string[];
  /** The name of the section under test; none for sections without names. */
  readonly name?: string;
  /** Lines that `global` needs for its sake. */
  readonly global?: readonly string[];
}

/** Sections that are older than every version of the daemon under test say nothing. */
interface Named {
  readonly since?: string;
  readonly lines: readonly string[];
}

const timeouts = ["timeout connect 5s", "timeout client 5s", "timeout server 5s"];
const address = "192.0.2.1";

const stored =
  "gpc0,gpc0_rate(10s),gpc1,gpc1_rate(10s),gpt0,conn_cnt,conn_cur,conn_rate(10s),sess_cnt,sess_rate(10s)," +
  "http_req_cnt,http_req_rate(10s),http_err_cnt,http_err_rate(10s),http_fail_cnt,http_fail_rate(10s)," +
  "bytes_in_cnt,bytes_in_rate(10s),bytes_out_cnt,bytes_out_rate(10s),server_id";

/** What a line under test may refer to by name. */
const named: readonly Named[] = [
  { lines: ["userlist ul", "group g", "user u insecure-password secret groups g"] },
  { lines: ["resolvers re", `nameserver ns ${address}:53`] },
  { lines: ["peers pe", `peer node ${address}:1024`] },
  { lines: ["mailers ma", `mailer m ${address}:25`] },
  { lines: ["cache ca", "total-max-size 4"] },
  { lines: ["ring ri", "size 65536"] },
  { lines: ["fcgi-app fa", "docroot /srv"] },
  { lines: ["http-errors he", "errorfile 503 /errors/503.http"] },
  { since: "3.1", lines: ["log-profile lp", "on any drop"] },
  { lines: ["backend st", `stick-table type ip size 10k expire 1m store ${stored}`] },
  { lines: ["backend be", "balance roundrobin", `server s1 ${address}:80 check`] },
  { lines: ["frontend fe", "bind :80", "default_backend be"] },
  { lines: ["listen li", "bind :81", `server s1 ${address}:80`] },
];

const kinds: Readonly<Record<string, Kind>> = {
  global: { needs: [] },
  defaults: { needs: ["mode http", ...timeouts], name: "under_test" },
  frontend: { needs: ["bind :82", "default_backend be"], name: "under_test" },
  listen: { needs: ["bind :82", `server first ${address}:80 check`], name: "under_test" },
  backend: { needs: [`server first ${address}:80 check`], name: "under_test" },
  peers: { needs: [], name: "under_test" },
  resolvers: { needs: [`nameserver first ${address}:53`], name: "under_test" },
  mailers: { needs: [`mailer first ${address}:25`], name: "under_test" },
  userlist: { needs: ["group g", "user u insecure-password secret"], name: "under_test" },
  cache: { needs: ["total-max-size 64"], name: "under_test" },
  ring: { needs: ["size 65536"], name: "under_test" },
  "log-forward": { needs: ["bind :1514"], name: "under_test" },
  "fcgi-app": { needs: ["docroot /srv"], name: "under_test" },
  "http-errors": { needs: [], name: "under_test" },
  "log-profile": { needs: [], name: "under_test" },
  "crt-store": { needs: [], name: "under_test" },
  healthcheck: { needs: ["type tcp-check"], name: "under_test" },
  acme: { needs: ["directory https://acme.example.com/directory", "challenge dns-01"], name: "under_test" },
  program: { needs: ["command /bin/true"], name: "under_test", global: ["master-worker"] },
  traces: { needs: [] },
};

/** What some keywords of proxies make sense with only, in the section or in `global`. */
const companions: Readonly<Record<string, { readonly here?: readonly string[]; readonly global?: readonly string[] }>> =
  {
    "external-check": {
      here: ["option external-check", "external-check command /bin/true"],
      global: ["external-check"],
    },
    "use-server": { here: [`server s1 ${address}:80`] },
  };

/** Keywords of `global` that other sections do not bear: each of their warnings counts, or their files are too large. */
const alone = ["zero-warning", "tune.http.maxhdr"];

/** Whether a line of the keyword says something about what else may stand in the file. */
export function isSpecial(keyword: string): boolean {
  return alone.includes(keyword) || keyword in companions;
}

/** A configuration for this version with `lines` of `keyword` in a section of the kind `section`. */
export function inSection(section: string, keyword: string, lines: readonly string[], version: string): string {
  const kind = kinds[section];
  if (kind === undefined) throw new Error(`There is no skeleton for the section ${section}.`);
  const isGlobal = section === "global";
  const hasServers = section === "backend" || section === "listen";
  const { here = [], global = [] } = hasServers ? (companions[keyword] ?? {}) : {};
  const needs = section === "healthcheck" && keyword.startsWith("http-check") ? ["type httpchk"] : kind.needs;
  const own = [...without([...needs, ...here], lines), ...lines];
  const isAlone = alone.includes(keyword);
  const globals = isAlone
    ? []
    : ["expose-experimental-directives", "insecure-fork-wanted", ...global, ...(kind.global ?? [])];
  const acl = ["frontend", "listen", "backend", "defaults"].includes(section) ? ["acl a always_true"] : [];
  return [
    block(["global", ...(isGlobal ? [...without(globals, lines), ...own] : globals)]),
    block(["defaults df", "mode http", ...timeouts]),
    ...named.filter(({ since }) => !isAlone && atLeast(version, since ?? "0")).map((one) => block(one.lines)),
    ...(isGlobal ? [] : [block([kind.name === undefined ? section : `${section} ${kind.name}`, ...acl, ...own])]),
  ].join("\n");
}

function without(needs: readonly string[], lines: readonly string[]): string[] {
  const first = new Set(lines.map((line) => line.trim().split(/\s+/)[0]));
  return needs.filter((need) => !first.has(need.split(/\s+/)[0]));
}

function block([header = "", ...lines]: readonly string[]): string {
  return `${header}\n${lines.map((line) => `    ${line}\n`).join("")}`;
}

interface Place {
  readonly section: string;
  readonly embed: (line: string) => string;
}

/** A line of a rule that takes any expression, by the place's number in the letters of a fetch. */
const places: readonly (readonly [at: number, Place])[] = [
  [3, { section: "frontend", embed: (line) => `http-request set-var(txn.tested) ${line}` }],
  [7, { section: "backend", embed: (line) => `http-request set-var(txn.tested) ${line}` }],
  [16, { section: "frontend", embed: (line) => `http-response set-var(txn.tested) ${line}` }],
  [12, { section: "backend", embed: (line) => `http-response set-var(txn.tested) ${line}` }],
  [2, { section: "frontend", embed: (line) => `tcp-request content set-var(txn.tested) ${line}` }],
  [11, { section: "backend", embed: (line) => `tcp-response content set-var(txn.tested) ${line}` }],
  [0, { section: "frontend", embed: (line) => `tcp-request connection set-var(sess.tested) ${line}` }],
  [18, { section: "frontend", embed: (line) => `log-format %[${line}]` }],
  [19, { section: "backend", embed: (line) => `tcp-check set-var(check.tested) ${line}` }],
];

/** A place for a fetch that may be used at those places; any where there is none. */
export function withFetch(contexts: string): Place {
  const [, place] = places.find(([at]) => contexts[at] === "Y") ?? places[0] ?? [];
  if (place === undefined) throw new Error("There is no place for a fetch.");
  return place;
}

const inputs: Readonly<Record<string, string>> = {
  bool: "bool(true)",
  sint: "int(7)",
  addr: "src",
  ipv4: "src",
  ipv6: "src",
  bin: "req.body",
  meth: "method",
};

/** A place for a converter of a sample of that type. */
export function withConverter(input: string): Place {
  const [, { section = "", embed = (line: string) => line } = {}] = places[0] ?? [];
  return { section, embed: (line) => embed(`${inputs[input] ?? "str(text)"},${line}`) };
}
