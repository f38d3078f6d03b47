/** Keywords that several checkers share (keepalived/check/check_api.c). */
import { arg, type Keyword, optional } from "../../../../schema/spec.ts";
import { address } from "../../../../schema/values/address.ts";
import { bool } from "../../../../schema/values/choice.ts";
import { decimal, integer } from "../../../../schema/values/number.ts";
import { text } from "../../../../text/localized.ts";
import { interfaceName } from "../../values/interface.ts";
import { manual } from "../link.ts";

export const delayBeforeRetry: Keyword = {
  name: "delay_before_retry",
  args: [arg("seconds", decimal({ min: 0, max: 18446744073709.55, places: 6, unit: "s" }))],
  default: text("the value of the real_server, else 1 s", "取 real_server 的值，否则 1 秒"),
  since: "1.3.7",
  doc: text(
    "Pause before the next attempt while retries remain. Failure detection takes about (`retry` + 1) attempts plus `retry` pauses, so a long pause here delays the removal.",
    "重试次数用完之前，两次尝试之间的间隔。发现故障的时间约为（`retry` + 1）次尝试加上 `retry` 次间隔，这里设得越长摘除越慢。",
  ),
  link: manual("Virtual_server(s)"),
  ok: ["delay_before_retry 1"],
  bad: ["delay_before_retry soon", "delay_before_retry -1"],
};

export const warmup: Keyword = {
  name: "warmup",
  args: [arg("seconds", decimal({ min: 0, max: 18446744073709.55, places: 6, unit: "s" }))],
  default: text("the value of the real_server, else delay_loop", "取 real_server 的值，否则为 delay_loop"),
  since: "1.2.13",
  doc: text(
    "Upper bound of the random wait before this check runs for the first time; `0` starts at once. It spreads the start-up load when many checks are configured.",
    "该检查首次运行前随机等待的上限；`0` 表示立即开始。检查很多时可以错开启动时的负载。",
  ),
  link: manual("Virtual_server(s)"),
  ok: ["warmup 0"],
  bad: ["warmup none"],
};

export const delayLoop: Keyword = {
  name: "delay_loop",
  args: [arg("seconds", decimal({ min: 0.000001, max: 18446744073709.55, places: 6, unit: "s" }))],
  default: text("the value of the real_server", "取 real_server 的值"),
  since: "1.3.7",
  doc: text(
    "Interval between two runs of this check, overriding the real server and the service. Use it to run an expensive check less often than a cheap one on the same server.",
    "该检查两次运行之间的间隔，覆盖真实服务器和虚拟服务器的设置。同一台服务器上可让开销大的检查跑得比开销小的稀疏。",
  ),
  link: manual("Virtual_server(s)"),
  ok: ["delay_loop 10"],
  bad: ["delay_loop 0", "delay_loop fast"],
};

export const alpha: Keyword = {
  name: "alpha",
  args: [optional("switch", bool())],
  default: text("the value of the real_server", "取 real_server 的值"),
  since: "1.3.7",
  doc: text(
    "Treats this check as failed until it has succeeded once, so the real server gets no traffic before that. `alpha off` exempts one check from the setting above it.",
    "在首次成功之前把该检查视为失败，真实服务器在此之前不接收流量。`alpha off` 可让单个检查不受上层设置影响。",
  ),
  link: manual("Virtual_server(s)"),
  ok: ["alpha", "alpha off"],
  bad: ["alpha maybe"],
};

export const logAllFailures: Keyword = {
  name: "log_all_failures",
  args: [optional("switch", bool())],
  default: "off",
  since: "2.0.11",
  doc: text(
    "Logs every failed attempt while the server is still up, not only the one that takes it out. Helps to find sporadic losses hidden by `retry`; noisy on a large farm.",
    "服务器仍在线时，把每一次失败的尝试都写入日志，而不只是导致摘除的那一次。便于发现被 `retry` 掩盖的偶发失败；服务器多时日志量较大。",
  ),
  link: manual("Virtual_server(s)"),
  ok: ["log_all_failures"],
  bad: ["log_all_failures maybe"],
};

export const connectIp: Keyword = {
  name: "connect_ip",
  args: [arg("address", address())],
  default: text("the address of the real_server", "真实服务器的地址"),
  since: "1.2.17",
  doc: text(
    "Address the check connects to instead of the real server, such as a management address or another host the service depends on. The result still decides about this `real_server`. Only a literal address is accepted, no host name; an IPv6 link-local one also needs `bind_if`.",
    "健康检查实际连接的地址，用来代替真实服务器地址，例如管理网地址或服务所依赖的另一台主机。结果仍作用于当前 `real_server`。只接受 IP 地址，不接受主机名；IPv6 链路本地地址还需要 `bind_if`。",
  ),
  link: manual("Virtual_server(s)"),
  ok: ["connect_ip 10.0.0.11"],
  bad: ["connect_ip 10.0.0.300", "connect_ip www.example.com"],
};

export const connectPort: Keyword = {
  name: "connect_port",
  args: [arg("number", integer({ min: 1, max: 65535 }))],
  default: text("the port of the real_server", "真实服务器的端口"),
  since: "1.2.17",
  doc: text(
    "Port the check connects to instead of the port of the real server, for instance a separate health endpoint. Set it when `real_server` is written without a port (`fwmark` or all-port services), since the check has nothing to connect to otherwise.",
    "健康检查连接的端口，用来代替真实服务器的端口，例如单独的健康检查端口。当 `real_server` 没写端口（`fwmark` 或全端口服务）时应当设置，否则检查没有可连接的端口。",
  ),
  link: manual("Virtual_server(s)"),
  ok: ["connect_port 8080"],
  bad: ["connect_port 0", "connect_port http"],
};

export const bindto: Keyword = {
  name: "bindto",
  args: [arg("address", address())],
  since: "1.2.17",
  doc: text(
    "Source address of the check, when firewalls or routing expect a certain one. The address must exist on this host, so never a VIP that is missing on the BACKUP node, and it must be of the same family as the target.",
    "健康检查使用的源地址，用于防火墙或路由要求特定源地址的情况。该地址必须存在于本机，因此不要写 BACKUP 节点上没有的 VIP，并且必须与目标同一地址族。",
  ),
  link: manual("Virtual_server(s)"),
  ok: ["bindto 10.0.0.1"],
  bad: ["bindto eth0"],
};

export const bindPort: Keyword = {
  name: "bind_port",
  args: [arg("number", integer({ min: 1, max: 65535 }))],
  since: "1.2.17",
  doc: text(
    "Fixed source port of the check, for firewalls that filter on it. It takes effect only together with `bindto`, and two checks cannot share one port at the same time; leave it out unless it is really needed.",
    "健康检查的固定源端口，供按源端口过滤的防火墙使用。只有与 `bindto` 同用才生效，且两个检查不能同时使用同一端口；没有明确需要就不要写。",
  ),
  link: manual("Virtual_server(s)"),
  ok: ["bind_port 40001"],
  bad: ["bind_port 0", "bind_port any"],
};

export const bindIf: Keyword = {
  name: "bind_if",
  args: [arg("interface", interfaceName())],
  since: "1.3.7",
  doc: text(
    "Interface the check leaves through, regardless of the routing table. Mandatory for an IPv6 link-local target, and handy on hosts with several uplinks or VRFs. A name that does not exist is not noticed by `keepalived -t`; the check then fails to start at run time.",
    "强制健康检查从指定网卡发出，不看路由表。目标为 IPv6 链路本地地址时必须设置，多出口或 VRF 主机上也很有用。网卡不存在时 `keepalived -t` 不会发现，运行时检查才会发不出去。",
  ),
  link: manual("Virtual_server(s)"),
  ok: ["bind_if eth0"],
  bad: ["bind_if an_interface_name_too_long"],
};

export const connectTimeout: Keyword = {
  name: "connect_timeout",
  args: [arg("seconds", decimal({ min: 0.000001, max: 4294.967295, places: 6, unit: "s" }))],
  default: text(
    "the value of the real_server or virtual_server, else 5",
    "取 real_server 或 virtual_server 的值，否则 5",
  ),
  since: "1.1.10",
  doc: text(
    "Time allowed for the connection and again for each answer of the server; when it runs out the attempt has failed. Choose it larger than the slowest healthy response, because a busy server that is taken out only moves its load to the others.",
    "允许的连接时间，等待服务器每次应答也按此计时；超时即算一次失败。应大于正常情况下最慢的响应，否则繁忙的服务器被摘除后，压力只会转移到其他服务器。",
  ),
  link: manual("Virtual_server(s)"),
  ok: ["connect_timeout 5"],
  bad: ["connect_timeout 0", "connect_timeout 3s"],
};

export const fwmark: Keyword = {
  name: "fwmark",
  args: [arg("number", integer({ min: 0, max: 4294967295 }))],
  since: "1.2.17",
  doc: text(
    "Marks the packets of the check, so that policy routing or nftables can treat them apart from client traffic, for example to send them past the rules that feed a `fwmark` service.",
    "给健康检查报文打上标记，使策略路由或 nftables 能把它们与客户端流量区分开，例如绕过为 `fwmark` 服务打标的规则。",
  ),
  link: manual("Virtual_server(s)"),
  ok: ["fwmark 10"],
  bad: ["fwmark -1", "fwmark web"],
};

export const retry: Keyword = {
  name: "retry",
  args: [arg("number", integer({ min: 0, max: 4294967295 }))],
  default: text("the value of the real_server, else 1", "取 real_server 的值，否则 1"),
  since: "1.1.10",
  doc: text(
    "Further attempts after a failed check before the real server is taken out; `0` reacts to the first failure. It applies only to a server that is up: the first success brings a failed one back.",
    "检查失败后、摘除真实服务器之前的额外尝试次数；`0` 表示首次失败就摘除。只对在线的服务器有效：故障服务器只要一次成功就会恢复。",
  ),
  link: manual("Virtual_server(s)"),
  ok: ["retry 3", "retry 0"],
  bad: ["retry -1", "retry many"],
};
