/** Which daemons a host runs, as far as its files show: their own configurations, and units of systemd. */
import type { HostFileFacts } from "./facts.ts";
import { iniEntries } from "./ini.ts";
import { baseName, blankWords } from "./words.ts";

/** Main configurations of daemons, and the program that reads each. */
const configurations: readonly { readonly path: RegExp; readonly name: string }[] = [
  { path: /(?:^|\/)nginx\/nginx\.conf$/, name: "nginx" },
  { path: /(?:^|\/)haproxy\/haproxy\.cfg$/, name: "haproxy" },
  { path: /(?:^|\/)keepalived\/keepalived\.conf$/, name: "keepalived" },
  { path: /(?:^|\/)apache2\/apache2\.conf$/, name: "apache2" },
  { path: /(?:^|\/)httpd\/conf\/httpd\.conf$/, name: "httpd" },
  { path: /(?:^|\/)mysql\/(?:my|mysql|mysqld)\.cnf$/, name: "mysqld" },
  { path: /(?:^|\/)mysql\/(?:mysql|mariadb)\.conf\.d\/[^/]+\.cnf$/, name: "mysqld" },
  { path: /(?:^|\/)postgresql\/(?:[^/]+\/)*postgresql\.conf$/, name: "postgres" },
  { path: /(?:^|\/)redis\/redis\.conf$/, name: "redis-server" },
  { path: /(?:^|\/)varnish\/default\.vcl$/, name: "varnishd" },
  { path: /(?:^|\/)squid\/squid\.conf$/, name: "squid" },
  { path: /(?:^|\/)bind\/named\.conf$/, name: "named" },
  { path: /(?:^|\/)pgbouncer\/pgbouncer\.ini$/, name: "pgbouncer" },
  { path: /(?:^|\/)rabbitmq\/rabbitmq\.conf$/, name: "rabbitmq-server" },
  { path: /(?:^|\/)corosync\/corosync\.conf$/, name: "corosync" },
  { path: /(?:^|\/)etcd\/etcd\.conf(?:\.ya?ml)?$/, name: "etcd" },
  { path: /(?:^|\/)frr\/frr\.conf$/, name: "frr" },
  { path: /(?:^|\/)bird\/bird\.conf$/, name: "bird" },
];

/** Whether the mere presence of the file says that a daemon runs. */
export function isDaemonConfiguration(path: string): boolean {
  return configurations.some((one) => one.path.test(path));
}

export function readDaemonConfiguration(_text: string, path: string): HostFileFacts {
  const found = configurations.find((one) => one.path.test(path));
  return found === undefined ? [] : [{ kind: "process", name: found.name, start: 0, end: 0 }];
}

/** The programs of ExecStart lines (systemd.service(5)), without the marks that may stand before them. */
export function readUnit(text: string): HostFileFacts {
  return iniEntries(text).flatMap(({ section, name, value }) => {
    if (section !== "Service" || name !== "ExecStart") return [];
    const [word] = blankWords(value.text, value.start);
    const program = word?.text.replace(/^[-@:+!|]+/, "").replace(/^"|"$/g, "");
    if (word === undefined || program === undefined || !/^[\w./-]*[\w.-]$/.test(program)) return [];
    const start = word.start + word.text.indexOf(program);
    return [{ kind: "process" as const, name: baseName(program), start, end: start + program.length }];
  });
}
