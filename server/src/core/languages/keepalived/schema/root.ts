/** Keywords of the root. */

import { arg, type Keyword, keywords, lines, optional } from "../../../schema/spec.ts";
import { define } from "../../../schema/values/name.ts";
import { integer } from "../../../schema/values/number.ts";
import { word } from "../../../schema/values/word.ts";
import { text } from "../../../text/localized.ts";
import { addressEntry } from "../values/addressEntry.ts";
import { groupEntry, virtualServerHead } from "../values/groupEntry.ts";
import { route } from "../values/route.ts";
import { rule } from "../values/rule.ts";
import { interfaceDelays, linkbeatInterface } from "../values/tracker.ts";
import { bfdInstance } from "./bfdInstance.ts";
import { garpGroup } from "./garpGroup.ts";
import { globalDefs } from "./globalDefs.ts";
import { manual } from "./link.ts";
import { ssl } from "./ssl.ts";
import { trackFile } from "./trackFile.ts";
import { trackGroup } from "./trackGroup.ts";
import { virtualServer } from "./virtualServer.ts";
import { vrrpInstance } from "./vrrpInstance.ts";
import { vrrpScript } from "./vrrpScript.ts";
import { vrrpSyncGroup } from "./vrrpSyncGroup.ts";
import { vrrpTrackProcess } from "./vrrpTrackProcess.ts";

/** What may stand outside of any block (lib/parser.c, and each daemon's own parser). */
export const rootKeywords: readonly Keyword[] = [
  {
    name: "linkbeat_use_polling",
    args: [],
    since: "1.1.18",
    doc: text(
      "Polls the link state of all interfaces (MII, ethtool or ioctl) instead of trusting netlink events. Only useful for network drivers that report a lost carrier late or not at all; to limit polling to a few interfaces use `linkbeat_interfaces`.",
      "对所有接口改用轮询（MII、ethtool 或 ioctl）检测链路状态，而不依赖 netlink 事件。只有当网卡驱动上报链路中断很慢或根本不上报时才需要；只想轮询个别接口时请用 `linkbeat_interfaces`。",
    ),
    link: manual("Linkbeat_interfaces"),
    ok: ["linkbeat_use_polling"],
    bad: [],
  },
  {
    name: "net_namespace",
    args: [arg("name", word("NAME"))],
    duplicate: "first-wins-reported",
    since: "1.2.24",
    doc: text(
      "Runs the whole daemon, including VRRP, its addresses and the health checks, inside the named network namespace, with a private `/run/keepalived` for PID files. The namespace has to exist before keepalived starts, and a reload cannot change it.",
      "让整个守护进程（VRRP、虚拟地址和健康检查）运行在指定的网络命名空间中，PID 文件放在独立挂载的 `/run/keepalived` 下。该命名空间必须在 keepalived 启动前就已存在，且不能通过 reload 修改。",
    ),
    link: manual("GLOBAL_CONFIGURATION"),
    ok: ["net_namespace blue"],
    bad: ["net_namespace"],
  },
  {
    name: "net_namespace_ipvs",
    args: [optional("name", word("NAME"))],
    duplicate: "first-wins-reported",
    since: "2.1.0",
    doc: text(
      "Places the IPVS table in another network namespace than the daemon itself, so that client traffic is balanced there while health checks leave from keepalived's own namespace. Without a name the default namespace is meant.",
      "把 IPVS 规则放到与守护进程不同的网络命名空间：客户端流量在那里被调度，健康检查仍从 keepalived 自己的命名空间发出。不写名称表示默认命名空间。",
    ),
    link: manual("TOP_HIERACHY"),
    ok: ["net_namespace_ipvs blue", "net_namespace_ipvs"],
    bad: [],
  },
  {
    name: "namespace_with_ipsets",
    args: [],
    since: "1.3.0",
    doc: text(
      "Lets keepalived use ipsets although it runs in a network namespace on a kernel before 3.13, where ipsets are shared by all namespaces. No current kernel needs it.",
      "允许在 3.13 之前的内核上、在网络命名空间中仍使用 ipset（那时 ipset 由所有命名空间共享）。现在的内核都不需要它。",
    ),
    link: manual("TOP_HIERACHY"),
    ok: ["namespace_with_ipsets"],
    bad: [],
  },
  {
    name: "use_pid_dir",
    args: [],
    since: "1.2.24",
    doc: text(
      "Keeps the PID files in the directory `/run/keepalived` instead of directly in `/run`. If the systemd unit names a `PIDFile=`, change that path as well, or systemd waits for a file that never appears.",
      "把 PID 文件放在 `/run/keepalived` 目录下，而不是直接放在 `/run`。如果 systemd 单元里写了 `PIDFile=`，路径也要一起改，否则 systemd 会一直等一个不会出现的文件。",
    ),
    link: manual("TOP_HIERACHY"),
    ok: ["use_pid_dir"],
    bad: [],
  },
  {
    name: "instance",
    args: [arg("name", word("NAME"))],
    duplicate: "first-wins-reported",
    since: "1.2.24",
    doc: text(
      "Names this daemon when several keepalived daemons share one network namespace: the name becomes part of the PID file names in `/run/keepalived`, and `${_INSTANCE}` expands to it. It has nothing to do with `vrrp_instance`, and a reload cannot change it.",
      "当同一网络命名空间里运行多个 keepalived 时，为本守护进程命名：该名称会成为 `/run/keepalived` 下 PID 文件名的一部分，`${_INSTANCE}` 也展开为它。它与 `vrrp_instance` 无关，且不能通过 reload 修改。",
    ),
    link: manual("TOP_HIERACHY"),
    ok: ["instance lb1"],
    bad: ["instance"],
  },
  {
    name: "child_wait_time",
    args: [arg("seconds", integer({ min: 0, max: 4294967295, unit: "s" }))],
    default: "5",
    since: "2.0.0",
    doc: text(
      "How long the parent process waits at shutdown for the VRRP, checker and BFD processes to clean up. Raise it if removing very many addresses or virtual servers takes longer, and keep systemd's `TimeoutStopSec` above it.",
      "停止时主进程等待 VRRP、checker、BFD 子进程完成清理的时间。地址或虚拟服务器非常多、删除较慢时可以调大，并确保 systemd 的 `TimeoutStopSec` 比它更大。",
    ),
    link: manual("TOP_HIERACHY"),
    ok: ["child_wait_time 10"],
    bad: ["child_wait_time abc", "child_wait_time -1"],
  },
  {
    name: "global_defs",
    args: [],
    body: keywords(globalDefs),
    repeat: true,
    since: "1.1.10",
    doc: text(
      "Settings for the whole daemon: script security, mail, defaults for VRRP timing and gratuitous ARP, process priorities, LVS synchronisation. Put it at the top of the file: on a reload a `vrrp_instance` takes over several defaults at the moment its block is read, so a later `global_defs` comes too late.",
      "守护进程级别的设置：脚本安全、邮件、VRRP 计时和免费 ARP 的默认值、进程优先级、LVS 同步等。请放在文件最前面：reload 时，`vrrp_instance` 在读到自身块的那一刻就取走若干默认值，后面才出现的 `global_defs` 就来不及生效了。",
    ),
    link: manual("Global_definitions"),
    ok: ["global_defs {\n    router_id lb1\n}"],
    bad: ["global_defs {\n    no_such_keyword 1\n}"],
  },
  {
    name: "SSL",
    args: [],
    body: keywords(ssl),
    duplicate: "last-wins-reported",
    since: "1.1.10",
    doc: text(
      "Client certificate, private key and CA file that every `SSL_GET` check uses. You need the block only if the checked servers ask the client for a certificate; without it `SSL_GET` works with an empty TLS context.",
      "所有 `SSL_GET` 检查共用的客户端证书、私钥和 CA 文件。只有被检查的服务器要求客户端证书时才需要；不写这个块，`SSL_GET` 也能以默认的 TLS 设置工作。",
    ),
    link: manual("TOP_HIERACHY"),
    ok: ["SSL {\n    ca /etc/ssl/certs/ca-certificates.crt\n}"],
    bad: ["SSL {\n    no_such_keyword 1\n}"],
  },
  {
    name: "virtual_server_group",
    args: [arg("name", define("virtual_server_group"))],
    body: lines(arg("entry", groupEntry())),
    exact: true,
    repeat: true,
    since: "1.1.10",
    doc: text(
      "Gives a name to a set of addresses, address ranges or firewall marks that share one pool of real servers; a `virtual_server group NAME` block then serves all of them. The real servers are written, and checked, only once. Do not use one group in two virtual servers of the same protocol and address family.",
      "为一组共用同一批真实服务器的地址、地址段或 fwmark 命名，再由 `virtual_server group NAME` 统一提供服务。真实服务器只写一遍，健康检查也只做一份。同一个组不要被两个协议和地址族都相同的虚拟服务器引用。",
    ),
    link: manual("Virtual_server_group(s)"),
    ok: ["virtual_server_group VSG {\n    192.0.2.10 80\n    192.0.2.11-20 80\n}"],
    bad: ["virtual_server_group VSG {\n    192.0.2.300 80\n}", "virtual_server_group VSG {\n}"],
  },
  {
    name: "virtual_server",
    args: [arg("server", virtualServerHead())],
    body: keywords(virtualServer),
    repeat: true,
    since: "1.1.10",
    doc: text(
      "One load-balanced service in the kernel's IPVS, named by address and port, by firewall mark or by group; inside stand the scheduler, the forwarding method and the real servers with their health checks. The block does not configure the address itself: hold it as a VIP of a `vrrp_instance`, or the service is unreachable. A real server without any check always counts as healthy.",
      "内核 IPVS 中的一个虚拟服务器，以地址加端口、fwmark 或组来标识；块内写调度算法、转发方式以及带健康检查的真实服务器。这个块本身不会配置地址：要让某个 `vrrp_instance` 把它作为 VIP 持有，否则服务不可达。没有配置任何检查的真实服务器始终被视为健康。",
    ),
    link: manual("Virtual_server(s)"),
    ok: [
      "virtual_server 192.0.2.10 80 {\n    lvs_sched wlc\n    lvs_method NAT\n    protocol TCP\n    real_server 198.51.100.11 80 {\n        TCP_CHECK {\n        }\n    }\n}",
    ],
    bad: [
      "virtual_server 192.0.2.300 80 {\n    lvs_sched wlc\n    lvs_method NAT\n    protocol TCP\n    real_server 198.51.100.11 80 {\n        TCP_CHECK {\n        }\n    }\n}",
      "virtual_server 192.0.2.10 80 {\n    lvs_sched wlc\n    lvs_method NAT\n    protocol TCP\n}",
    ],
  },
  {
    name: "track_group",
    args: [arg("name", define("track_group"))],
    body: keywords(trackGroup),
    repeat: true,
    since: "2.0.3",
    doc: text(
      "Names the VRRP instances that depend on static addresses, routes or rules marked `track_group NAME`: when such an entry is deleted and cannot be put back, these instances go to FAULT. The block must stand before the `static_*` entries that refer to it.",
      "列出依赖静态地址、路由或规则的 VRRP 实例（这些条目上写 `track_group NAME`）：条目被删除且无法恢复时，这些实例进入 FAULT。必须写在引用它的 `static_*` 条目之前。",
    ),
    link: manual("Static_track_groups"),
    ok: ["track_group TG {\n    group {\n        VI_1\n        VI_2\n    }\n}"],
    bad: ["track_group {\n    group {\n        VI_1\n    }\n}"],
  },
  {
    name: "static_ipaddress",
    args: [],
    body: lines(arg("address", addressEntry({ kind: "static" }))),
    exact: true,
    repeat: true,
    since: "1.1.10",
    doc: text(
      "Addresses that keepalived adds when it starts and removes when it stops, no matter whether the node is MASTER or BACKUP. Never list a VIP here, as then both nodes hold it at once. An entry without `dev` goes to the default interface, `eth0` unless `default_interface` says otherwise.",
      "keepalived 启动时添加、停止时删除的地址，与节点是 MASTER 还是 BACKUP 无关。不要把 VIP 写在这里，否则两个节点会同时持有它。不写 `dev` 的条目落在默认接口上（除非设置了 `default_interface`，否则是 `eth0`）。",
    ),
    link: manual("Static_routes/addresses/rules"),
    ok: ["static_ipaddress {\n    198.51.100.5/24 dev eth0\n}"],
    bad: ["static_ipaddress {\n    198.51.100.555/24 dev eth0\n}"],
  },
  {
    name: "static_routes",
    args: [],
    body: lines(arg("route", route({ kind: "static" }))),
    exact: true,
    repeat: true,
    since: "1.1.10",
    doc: text(
      "Routes that stay on this node whatever the VRRP state; keepalived adds them at start and removes them at stop. Write them like `ip route add`, with the option names in full. For routes that should follow the MASTER use `virtual_routes`.",
      "与 VRRP 状态无关、始终留在本节点上的路由，启动时添加、停止时删除。写法与 `ip route add` 相同，但选项名必须写全。需要跟随 MASTER 漂移的路由请用 `virtual_routes`。",
    ),
    link: manual("Static_routes/addresses/rules"),
    ok: ["static_routes {\n    203.0.113.0/24 via 192.0.2.1 dev eth0\n}"],
    bad: ["static_routes {\n    via 192.0.2.1 dev eth0\n}"],
  },
  {
    name: "static_rules",
    args: [],
    body: lines(arg("rule", rule({ kind: "static" }))),
    exact: true,
    repeat: true,
    since: "1.2.20",
    doc: text(
      "Policy routing rules that stay on this node whatever the VRRP state, in the style of `ip rule add`. Give every rule a `preference`: without one keepalived picks a number itself and says so, and the order may not be the one you want.",
      "与 VRRP 状态无关、始终留在本节点上的策略路由规则，写法类似 `ip rule add`。每条规则都要写 `preference`：不写时 keepalived 会自行分配并给出提示，得到的顺序未必符合预期。",
    ),
    link: manual("Static_routes/addresses/rules"),
    ok: ["static_rules {\n    from 192.0.2.0/24 table 100 preference 1000\n}"],
    bad: ["static_rules {\n    from 192.0.2.0/24 preference 1000\n}"],
  },
  {
    name: "vrrp_sync_group",
    args: [arg("name", define("vrrp_sync_group"))],
    exact: true,
    body: keywords(vrrpSyncGroup),
    repeat: true,
    since: "1.1.10",
    doc: text(
      "Ties VRRP instances together so that they change between MASTER, BACKUP and FAULT as one; the classic case is a router or NAT gateway whose inner and outer VIP must be on the same node. On each node give all members the same rank, and put weighted trackers on the group: weights in a member are ignored. A group with one member, or with a misspelt member, is reported but still runs without the link you wanted.",
      "把多个 VRRP 实例绑在一起，让它们在 MASTER、BACKUP、FAULT 之间同步切换；典型场景是内外网 VIP 必须落在同一节点的路由器或 NAT 网关。同一节点上各成员的优先级高低要一致，带权重的跟踪应写在组上，成员里的权重会被忽略。只有一个成员或成员名写错时会有提示，但组仍会运行，只是得不到想要的联动。",
    ),
    link: manual("VRRP_synchronization_group(s)"),
    ok: ["vrrp_sync_group SG_2 {\n    group {\n        VI_1\n        VI_2\n    }\n}"],
    bad: [
      "vrrp_sync_group {\n    group {\n        VI_1\n        VI_2\n    }\n}",
      "vrrp_sync_group SG_2 {\n    group {\n        VI_1\n        VI_9\n    }\n}",
    ],
  },
  {
    name: "garp_group",
    args: [],
    body: keywords(garpGroup),
    repeat: true,
    since: "1.2.21",
    doc: text(
      "Puts a pause between gratuitous ARPs and unsolicited neighbour advertisements, for switches that lose part of the burst when many VIPs move at once. A block needs at least one interval and either `interface` or `interfaces`; without an interval it is removed.",
      "在免费 ARP 和主动邻居通告之间加入间隔，用于大量 VIP 同时漂移时会丢掉部分报文的交换机。块内至少要有一个间隔，并写 `interface` 或 `interfaces` 之一；没有间隔的块会被删除。",
    ),
    link: manual("VRRP_gratuitous_ARP_and_unsolicited_neighbour_advert_delay_group(s)"),
    ok: ["garp_group {\n    garp_interval 0.01\n    interface eth0\n}"],
    bad: ["garp_group {\n    interface eth0\n}"],
  },
  {
    name: "linkbeat_interfaces",
    args: [],
    body: lines(arg("interface", linkbeatInterface())),
    exact: true,
    repeat: true,
    since: "2.0.13",
    doc: text(
      "Interfaces whose link state is polled instead of read from netlink events, each with an optional preferred method (`MII`, `ETHTOOL` or `IOCTL`). Use it for drivers with unreliable carrier events; it also covers interfaces that are only tracked or only carry VIPs.",
      "对列出的接口用轮询代替 netlink 事件检测链路，每个接口可选首选方式（`MII`、`ETHTOOL` 或 `IOCTL`）。适用于链路事件不可靠的驱动，也适用于只被跟踪或只承载 VIP 的接口。",
    ),
    link: manual("Linkbeat_interfaces"),
    ok: ["linkbeat_interfaces {\n    eth0\n    eth1 ETHTOOL\n}"],
    bad: ["linkbeat_interfaces {\n    eth0 SOMETIMES\n}", "linkbeat_interfaces {\n    eth77\n}"],
  },
  {
    name: "vrrp_instance",
    args: [arg("name", define("vrrp_instance"))],
    body: keywords(vrrpInstance),
    exact: true,
    repeat: true,
    since: "1.1.10",
    doc: text(
      "One virtual router: a set of virtual IP addresses that exactly one node, the MASTER, holds, while the others listen to its adverts and take over when these stop. Every node needs a block with the same `virtual_router_id`, version, `advert_int` and address list; what differs is the `priority` and the local addresses. Adverts are IP protocol 112, so a firewall that drops it makes every node MASTER.",
      "一个虚拟路由器：一组虚拟 IP，任一时刻只由 MASTER 节点持有，其余节点监听它的通告，通告停止后接管。每个节点都要有对应的块，其中 `virtual_router_id`、版本、`advert_int` 和地址列表必须一致，不同的只是 `priority` 和本机地址。通告使用 IP 协议号 112，被防火墙丢弃时各节点都会变成 MASTER（脑裂）。",
    ),
    link: manual("VRRP_instance(s)"),
    ok: [
      "vrrp_instance VI_3 {\n    state BACKUP\n    interface eth0\n    virtual_router_id 53\n    priority 100\n    virtual_ipaddress {\n        192.0.2.30/24\n    }\n}",
    ],
    bad: [
      "vrrp_instance {\n    state BACKUP\n    interface eth0\n    virtual_router_id 53\n    priority 100\n    virtual_ipaddress {\n        192.0.2.30/24\n    }\n}",
      "vrrp_instance VI_3 {\n    state BACKUP\n    interface eth0\n    priority 100\n    virtual_ipaddress {\n        192.0.2.30/24\n    }\n}",
    ],
  },
  {
    name: "vrrp_script",
    args: [arg("name", define("vrrp_script"))],
    body: keywords(vrrpScript),
    repeat: true,
    since: "1.1.13",
    doc: text(
      "A health check command that runs again and again; its exit status (0 is success) drives every instance or sync group that lists the script in `track_script`, and what it prints is ignored. Define it before the instance that uses it, and set `enable_script_security` and `script_user` in `global_defs`. To see whether a process runs, `vrrp_track_process` is cheaper than a script with `pidof` or `killall -0`.",
      "周期性执行的健康检查命令；它的退出码（0 为成功）决定所有在 `track_script` 中引用它的实例或同步组的状态，打印的内容会被忽略。必须定义在引用它的实例之前，并在 `global_defs` 中设置 `enable_script_security` 和 `script_user`。只想判断进程是否存在时，`vrrp_track_process` 比用 `pidof`、`killall -0` 的脚本开销小得多。",
    ),
    link: manual("VRRP_script(s)"),
    ok: ['vrrp_script chk_web {\n    script "/usr/bin/true"\n    interval 2\n    fall 2\n    rise 2\n}'],
    bad: ["vrrp_script chk_web {\n    interval 2\n}"],
  },
  {
    name: "vrrp_track_process",
    args: [arg("name", define("vrrp_track_process"))],
    body: keywords(vrrpTrackProcess),
    repeat: true,
    since: "2.0.11",
    doc: text(
      "Watches through kernel process events whether a process is running, instead of starting `pidof` or `killall -0` every second: it reacts at once and costs next to nothing. It proves only that the process exists, not that it still answers; for that write a `vrrp_script`.",
      "通过内核进程事件监视某个进程是否在运行，不必每秒启动 `pidof` 或 `killall -0`：反应即时，开销几乎为零。它只能证明进程存在，不能证明服务还有响应；后者要用 `vrrp_script`。",
    ),
    link: manual("VRRP_track_processes"),
    ok: ["vrrp_track_process proc_haproxy {\n    process haproxy\n}"],
    bad: ["vrrp_track_process proc_haproxy {\n    weight 0\n}"],
  },
  {
    name: "interface_up_down_delays",
    args: [],
    body: lines(arg("delays", interfaceDelays())),
    exact: true,
    repeat: true,
    since: "2.2.3",
    doc: text(
      "Waits this long before an interface counts as down or as up again, so that a short link flap does not trigger a failover. Keep the down delay below (`down_timer_adverts` - 1) × `advert_int`: a longer one is shortened with only a log line, because the peer would take over in the meantime anyway.",
      "接口 down 或恢复 up 之后等待一段时间才认定状态变化，避免链路短暂抖动引发切换。down 延迟要小于（`down_timer_adverts` - 1）× `advert_int`：过长会被缩短，且只写一行日志，因为那时对端早已接管。",
    ),
    link: manual("Interface_up/down_status_change_debouncing"),
    ok: ["interface_up_down_delays {\n    eth0 0.5 2\n}"],
    bad: ["interface_up_down_delays {\n    eth0 300\n}"],
  },
  {
    name: "bfd_instance",
    args: [arg("name", define("bfd_instance", { maxLength: 31 }))],
    body: keywords(bfdInstance),
    repeat: true,
    since: "2.0.0",
    doc: text(
      "A BFD session with one neighbour, which notices a dead path within milliseconds; use it in `track_bfd` of an instance or in a `BFD_CHECK`. Do not run it without a weight between the two VRRP nodes themselves: when one dies, its session takes the survivor to FAULT too. Aim it at a router both depend on.",
      "与一个邻居建立的 BFD 会话，能在毫秒级发现路径中断；供实例的 `track_bfd` 或 `BFD_CHECK` 使用。不要在两台 VRRP 节点之间使用不带权重的 BFD：一台宕机，会话断开会把幸存的那台也带入 FAULT。应当指向双方都依赖的路由器。",
    ),
    link: manual("BFD_CONFIGURATION"),
    ok: ["bfd_instance bfd2 {\n    neighbor_ip 192.0.2.254\n    source_ip 192.0.2.5\n}"],
    bad: ["bfd_instance bfd2 {\n    source_ip 192.0.2.5\n}", "bfd_instance bfd2 {\n    neighbor_ip 192.0.2.999\n}"],
  },
  {
    name: "track_file",
    args: [arg("name", define("track_file"))],
    body: keywords(trackFile),
    repeat: true,
    since: "2.1.0",
    doc: text(
      "Reads a number from a file whenever the file changes and turns it into a fault or into a change of priority; an easy way for an operator or another program to drain a node with one `echo`. Define it before the instance, sync group or `FILE_CHECK` that refers to it.",
      "文件一有变化就读取其中的数字，并据此判定故障或调整优先级；运维人员或其他程序只需一条 `echo` 就能把节点摘下来。必须定义在引用它的实例、同步组或 `FILE_CHECK` 之前。",
    ),
    link: manual("Track_files"),
    ok: ["track_file drain {\n    file /run/keepalived/drain\n    weight 0\n}"],
    bad: ["track_file drain {\n    weight 0\n}"],
  },
  {
    name: "vrrp_track_file",
    args: [arg("name", define("track_file"))],
    body: keywords(trackFile),
    repeat: true,
    since: "2.0.0",
    deprecated: { use: "track_file", reported: false },
    doc: text(
      "Old name of `track_file`, with the same contents. keepalived accepts it with a mere log line; rename the block, the references in the instances stay as they are.",
      "`track_file` 的旧名，内容完全相同。keepalived 仍接受，只写一行日志；改掉块名即可，实例里的引用不用动。",
    ),
    link: manual("Track_files"),
    ok: ["vrrp_track_file drain {\n    file /run/keepalived/drain\n    weight 0\n}"],
    bad: ["vrrp_track_file drain {\n    weight 0\n}"],
  },
];
