/** The smallest valid configuration around a line of a block: whatever the daemon reports is about that line. */

/** Lines that a block needs beside the one under test; a line gives way to the one under test of the same keyword. */
type Needs = readonly string[];

const globals = block("global_defs", ["enable_script_security", "script_user root"]);

/** What lines under test refer to by name. */
const named = [
  block("vrrp_script chk", ["script /usr/bin/true"]),
  block("track_file tf", ["file /etc/ha-drain"]),
  block("vrrp_track_process proc", ["process init"]),
  block("bfd_instance bfd1", ["neighbor_ip 192.0.2.9"]),
].join("\n");

const instanceNeeds = ["state BACKUP", "interface eth0", "virtual_router_id 51", "priority 100", addressesOf(10)];
const firstInstance = block("vrrp_instance VI_1", instanceNeeds);
const secondInstance = block("vrrp_instance VI_2", [
  "state BACKUP",
  "interface eth0",
  "virtual_router_id 52",
  "priority 100",
  addressesOf(52),
]);

const peers = "unicast_peer { 192.0.2.2 }";
const hmacKey = "key 1 0123456789abcdef0123456789abcdef";

/** What some keywords of an instance make sense with only. */
const companions: Readonly<Record<string, Needs>> = {
  vmac_xmit_base: ["use_vmac"],
  use_vmac_addr: ["use_vmac"],
  timer_expired_backup: ["nopreempt"],
  thread_timer_expired: ["nopreempt"],
  unicast_src_ip: [peers],
  check_unicast_src: [peers],
  unicast_ttl: [peers],
  unicast_fault_no_peer: [peers],
  old_unicast_checksum: [peers],
  track_src_ip: ["mcast_src_ip 192.0.2.1"],
  vrf: ["unicast_src_ip 192.0.2.1", peers],
  owner_ignore_adverts: ["priority 255", "state MASTER"],
  no_virtual_ipaddress: ["version 3"],
};

/** Keywords that stand in place of others. */
const replaced: Readonly<Record<string, Needs>> = {
  vrf: ["interface"],
  no_virtual_ipaddress: ["virtual_ipaddress"],
  owner_ignore_adverts: ["priority", "state"],
  lvs_sched: ["lb_algo"],
  lvs_method: ["lb_kind"],
  neighbour_ip: ["neighbor_ip"],
  interfaces: ["interface"],
  garp_interval: ["gna_interval"],
};

const virtualServerNeeds = ["delay_loop 6", "lb_algo rr", "lb_kind NAT", "protocol TCP"];

/** What each check needs, by its path below `real_server`. */
const checkNeeds: Readonly<Record<string, Needs>> = {
  MISC_CHECK: ["misc_path /usr/bin/true"],
  HTTP_GET: [block("url", ["path /"])],
  SSL_GET: [block("url", ["path /"])],
  "HTTP_GET/url": ["path /"],
  "SSL_GET/url": ["path /"],
  FILE_CHECK: ["track_file tf"],
  BFD_CHECK: ["name bfd1"],
};

/** Root keywords that the daemon reads before it knows who runs scripts. */
const rootFirst = /^(?:net_namespace|namespace_with_ipsets|use_pid_dir|instance|child_wait_time|linkbeat_use_polling)/;

/** A configuration with `line` in the block at `path`, such as `virtual_server/real_server`. */
export function skeleton(path: string, keyword: string, line: string): string {
  const [top = "", ...below] = path.split("/");
  if (top === "") return atRoot(keyword, line);
  if (top === "virtual_server") return [globals, named, virtualServer(below, keyword, line)].join("\n");
  const make = topBlocks[top];
  if (make === undefined) throw new Error(`No skeleton for a block ${path}.`);
  return make(below, keyword, line);
}

function atRoot(keyword: string, line: string): string {
  const parts = [named, firstInstance, secondInstance];
  if (keyword === "global_defs") return [globals, line, ...parts].join("\n");
  if (keyword === "track_group") return [globals, line, ...parts].join("\n");
  return (rootFirst.test(keyword) ? [line, globals, ...parts] : [globals, ...parts, line]).join("\n");
}

const topBlocks: Readonly<Record<string, (below: readonly string[], keyword: string, line: string) => string>> = {
  global_defs: (_, _keyword, line) => [block("global_defs", [line]), firstInstance].join("\n"),
  SSL: (_, _keyword, line) => [globals, firstInstance, block("SSL", [line])].join("\n"),
  vrrp_instance: (below, keyword, line) => {
    const inner = below[0] === undefined ? line : block(below[0], authentication(below[0], keyword, line));
    return [globals, named, instance(below[0] ?? keyword, inner), secondInstance].join("\n");
  },
  vrrp_sync_group: (_, keyword, line) => {
    const group = block("vrrp_sync_group SG", around([block("group", ["VI_1", "VI_2"])], keyword, line));
    return [globals, named, firstInstance, secondInstance, group].join("\n");
  },
  track_group: (_, _keyword, line) =>
    [globals, block("track_group TG", [line]), firstInstance, secondInstance].join("\n"),
  garp_group: (_, keyword, line) => {
    const interval = keyword === "garp_interval" ? "gna_interval 0.01" : "garp_interval 0.01";
    const group = block("garp_group", around([interval, "interface eth0"], keyword, line));
    return [globals, firstInstance, group].join("\n");
  },
  vrrp_script: (_, keyword, line) => tracked("vrrp_script", "track_script", ["script /usr/bin/true"], keyword, line),
  vrrp_track_process: (_, keyword, line) => {
    return tracked("vrrp_track_process", "track_process", ["process init"], keyword, line);
  },
  bfd_instance: (_, keyword, line) => {
    const needs = ["neighbor_ip 192.0.2.8"];
    if (keyword !== "checker") return tracked("bfd_instance", "track_bfd", needs, keyword, line);
    // A session for the checkers is unknown to the instances.
    return [globals, block("bfd_instance checked", around(needs, keyword, line)), named, firstInstance].join("\n");
  },
  track_file: (_, keyword, line) => tracked("track_file", "track_file", ["file /etc/ha-drain"], keyword, line),
  vrrp_track_file: (_, keyword, line) =>
    tracked("vrrp_track_file", "track_file", ["file /etc/ha-drain"], keyword, line),
};

function instance(keyword: string, line: string): string {
  const needs = [...instanceNeeds, ...(companions[keyword] ?? [])];
  // The addresses are checked against what was said before them.
  if (keyword === "native_ipv6") {
    return block("vrrp_instance VI_1", [
      line,
      ...without(needs, ["virtual_ipaddress"]),
      "virtual_ipaddress { fe80::1 }",
    ]);
  }
  return block("vrrp_instance VI_1", around(needs, keyword, line));
}

function authentication(name: string, keyword: string, line: string): readonly string[] {
  if (name === "authentication") return around(["auth_type PASS", "auth_pass s3cret"], keyword, line);
  if (keyword === "active_key") return [hmacKey, line];
  // A key of the same number would be a second one.
  const isFirst = /^key 1 /.test(line);
  const number = /^key (\d+) /.exec(line)?.[1] ?? "1";
  return keyword === "key" && isFirst ? [line, "active_key 1"] : [hmacKey, line, `active_key ${number}`];
}

/** Something that an instance tracks by its name. */
function tracked(kind: string, list: string, needs: Needs, keyword: string, line: string): string {
  const definition = block(`${kind} tracked`, around(needs, keyword, line));
  return [globals, definition, named, instance(list, block(list, ["tracked"])), secondInstance].join("\n");
}

function virtualServer(below: readonly string[], keyword: string, line: string): string {
  const [server, ...check] = below;
  if (server === undefined) {
    const real = block("real_server 198.51.100.11 80", ["weight 1"]);
    return block("virtual_server 192.0.2.10 80", around([...virtualServerNeeds, real], keyword, line));
  }
  const inner = check.length === 0 ? around(["weight 1"], keyword, line) : [inCheck(check, keyword, line)];
  const real = block("real_server 198.51.100.11 80", inner);
  return block("virtual_server 192.0.2.10 80", [...virtualServerNeeds, real]);
}

function inCheck(check: readonly string[], keyword: string, line: string): string {
  const [outer = "", inner] = check;
  const lines = around(checkNeeds[check.join("/")] ?? [], keyword, line);
  return block(outer, inner === undefined ? lines : [block(inner, lines)]);
}

/** The needed lines, without those of the same keywords, and the line. */
function around(needs: Needs, keyword: string, line: string): readonly string[] {
  let depth = 0;
  const own = line.split("\n").flatMap((text) => {
    const word = depth === 0 ? text.trim().split(/\s+/)[0] : undefined;
    depth += (text.match(/\{/g)?.length ?? 0) - (text.match(/\}/g)?.length ?? 0);
    return word === undefined ? [] : [word];
  });
  const gone = [...own, ...own.flatMap((word) => replaced[word] ?? []), ...(replaced[keyword] ?? [])];
  const added = companions[keyword] ?? [];
  return [...new Set([...without(needs, gone), ...added]), line];
}

function without(needs: Needs, keywords: readonly string[]): readonly string[] {
  return needs.filter((need) => !keywords.includes(need.split(/\s+/)[0] ?? ""));
}

function block(header: string, lines: readonly string[]): string {
  return `${header} {\n${lines.join("\n")}\n}`;
}

function addressesOf(last: number): string {
  return `virtual_ipaddress { 192.0.2.${last}/24 }`;
}
