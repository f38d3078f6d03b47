import type { Host } from "../../../../model/cluster/host.ts";
import type { WatchedProcess } from "../../../../model/facts.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { titles } from "../../../../schema/fixTitles.ts";
import { fill, text } from "../../../../text/localized.ts";
import { nearest } from "../../../../text/nearest.ts";
import { hosts } from "../../model/parts.ts";

const messages = {
  near: text('No file of {1} runs "{0}", did you mean "{2}"?', '{1} 的文件中没有运行"{0}"，是否想写"{2}"？'),
  other: text(
    '"{0}" is watched, but the files of {1} tell of {2} only',
    '监视的是"{0}"，但 {1} 的文件只表明运行了 {2}',
  ),
};

/** Programs that do the same work, each with all of its names: a host mostly has one of them. */
const roles: readonly (readonly (readonly string[])[])[] = [
  [["haproxy"], ["nginx"], ["apache2", "httpd"], ["varnishd"], ["squid"], ["envoy"], ["traefik"], ["caddy"]],
  [["mysqld", "mariadbd", "mysqld_safe"], ["postgres", "postgresql", "postmaster"], ["mongod"]],
  [["redis-server"], ["memcached"], ["valkey-server"]],
  [["named"], ["unbound"], ["dnsmasq"], ["pdns_server"], ["coredns"]],
];

/** How a process is found: vrrp_track.c and track_process.c of keepalived, killall(1), pidof(8). */
export const watchedProcessMissing: ClusterRule<Host> = {
  id: "stack/watched-process-missing",
  severity: "information",
  scope: "cluster",
  parts: hosts,
  summary: text(
    "A watched process that no file of the host suggests, while another of its kind is there.",
    "监视的进程在主机的文件中没有踪影，而同类的另一个进程却有配置。",
  ),
  why: text(
    "The check looks for a process by its name. Where the host runs another program, it always fails: the node gives up its priority or goes to FAULT from the start, and says nothing when the real service dies. Tell of programs that no file shows under `processes` in `.ha-config.json`.",
    "检查按名称查找进程。如果主机实际运行的是另一个程序，检查总是失败：节点一开始就降低优先级或进入 FAULT，真正的服务停止时反而没有反应。文件无法表明的程序可写在 `.ha-config.json` 的 `processes` 中。",
  ),
  bad: [
    `
#- lb1/keepalived.conf
vrrp_script chk_nginx {
    script "/usr/bin/killall -0 nginx"
#                               ^^^^^ information: "nginx" is watched, but the files of lb1 tell of haproxy only
    interval 2
    weight -60
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 150
    virtual_ipaddress {
        192.0.2.10/24
    }
    track_script {
        chk_nginx
    }
}
#- lb1/haproxy.cfg
frontend web
    mode http
    timeout client 10s
    bind :80
    http-request return status 200
`,
    `
#- lb1/keepalived.conf
vrrp_track_process haproxy {
    process haprxy
#           ^^^^^^ warning: No file of lb1 runs "haprxy", did you mean "haproxy"?
    weight -60
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 150
    virtual_ipaddress {
        192.0.2.10/24
    }
    track_process {
        haproxy
    }
}
#- lb1/haproxy.cfg
frontend web
    mode http
    timeout client 10s
    bind :80
    http-request return status 200
`,
  ],
  good: [
    `
#- lb1/keepalived.conf
vrrp_script chk_haproxy {
    script "/usr/bin/killall -0 haproxy"
    interval 2
    weight -60
}
vrrp_script chk_mysqld {
    script "/usr/bin/killall -0 mysqld"
    interval 2
    weight -60
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 150
    virtual_ipaddress {
        192.0.2.10/24
    }
    track_script {
        chk_haproxy
        chk_mysqld
    }
}
#- lb1/haproxy.cfg
frontend web
    mode http
    timeout client 10s
    bind :80
    http-request return status 200
`,
  ],
  check(host, { report }) {
    const running = [...new Set(host.facts.processes)].filter((name) => name !== "keepalived");
    for (const { name, at } of running.length === 0 || host.facts.isPartial ? [] : host.facts.watched) {
      if (running.some((one) => isSame(one, name)) || name === "keepalived") continue;
      const meant = nearest(name, running);
      if (meant !== undefined) {
        const message = fill(messages.near, name, host.name, meant);
        const fix = { title: fill(titles.replace, meant), safety: "unsafe", edits: [{ ...at, text: meant }] } as const;
        report({ at, message, severity: "warning", fixes: fixesAt({ name, at }, fix) });
        continue;
      }
      const instead = running.filter((one) => isRival(one, name));
      if (instead.length > 0) report({ at, message: fill(messages.other, name, host.name, instead.join(", ")) });
    }
  },
};

/** The name alone is put right, where nothing else stands there: paths and quotes stay. */
function fixesAt<Fix>({ name, at }: WatchedProcess, fix: Fix): readonly Fix[] {
  return at.source.section.text.slice(at.start, at.end) === name ? [fix] : [];
}

function isSame(a: string, b: string): boolean {
  return a === b || roles.flat().some((names) => names.includes(a) && names.includes(b));
}

/** Two programs of one kind. */
function isRival(a: string, b: string): boolean {
  return roles.some((kind) => [a, b].every((name) => kind.some((names) => names.includes(name))));
}
